// The database is brought to the newest migration at start, whole migrations only, whatever broke off before.
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import type { Database } from "../../../src/storage/engine/database.js";
import { openPostgres } from "../../../src/storage/engine/database.js";
import { openPGlite } from "../../../src/storage/engine/embedded/embedded-database.js";
import { applyMigrations, isUpToDate } from "../../../src/storage/migrations/migrate.js";
import { type Migration, readMigrations } from "../../../src/storage/migrations/migrations.js";
import { databaseUrl, onServer } from "../../support/global-setup.js";

let written: Migration[];
let database: Database;
beforeAll(async () => {
  written = await readMigrations();
  database = openPGlite(new PGlite());
});
afterAll(() => database.close());

/** As if nothing had ever been there. */
async function emptied(): Promise<void> {
  await database.prisma.$executeRaw`DROP SCHEMA public CASCADE`;
  await database.prisma.$executeRaw`CREATE SCHEMA public`;
}

beforeEach(emptied);

test("an empty database gets every migration in order, and a second start finds nothing to apply", async () => {
  expect(await isUpToDate(database.prisma, written)).toBe(false);
  expect(await applyMigrations(database)).toEqual(written.map(({ name }) => name));
  expect(await isUpToDate(database.prisma, written)).toBe(true);
  expect(await applyMigrations(database)).toEqual([]);
});

/** Each done, looked at and taken back: to apply them all takes a second. */
const CHANGES = [
  ["is missing", "DELETE FROM _prisma_migrations WHERE migration_name = $1"],
  ["broke off", "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1"],
  ["was taken back", "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = $1"],
  ["reads otherwise", "UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name = $1"],
  ["is unknown", "UPDATE _prisma_migrations SET migration_name = 'other' WHERE migration_name = $1"],
] as const;

test("a database in which a migration is missing, broke off, was taken back, reads otherwise or is unknown is not up to date", async () => {
  await applyMigrations(database);
  for (const [what, change] of CHANGES) {
    const looked = database.prisma.$transaction(async (tx) => {
      expect(await tx.$executeRawUnsafe(change, written.at(-1)!.name), what).toBe(1);
      expect(await isUpToDate(tx, written), what).toBe(false);
      throw new Error("looked at");
    });
    await expect(looked, what).rejects.toThrow("looked at");
    expect(await isUpToDate(database.prisma, written), what).toBe(true);
  }
});

test("a migration whose last statement fails leaves nothing of itself, and the mended one is applied", async () => {
  const first = { name: "1_first", script: "CREATE TABLE one (a int); CREATE TABLE two (a int);" };
  const broken = { name: "2_second", script: "CREATE TABLE three (a int);\nCREATE TABLE two (a int);" };
  const mended = { name: "2_second", script: "CREATE TABLE three (a int);\nCREATE TABLE four (a int);" };
  await expect(applyMigrations(database, { migrations: [first, broken] })).rejects.toThrow(/already exists/);
  const tables = await database.prisma.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  expect(tables.map(({ name }) => name)).toEqual(["_prisma_migrations", "one", "two"]);
  expect(await applyMigrations(database, { migrations: [first, mended] })).toEqual(["2_second"]);
});

test("a database that is newer than the program is refused in words, and nothing is changed", async () => {
  await applyMigrations(database);
  await database.prisma.$executeRaw`
    INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'y', '29990101_future', now())`;
  await expect(applyMigrations(database)).rejects.toThrow(/newer than this program: it holds 29990101_future/);
});

describe("a migration that an earlier version left half done, statement by statement", () => {
  const statementsOf = (script: string) =>
    (script.match(/(?:\$\$[\s\S]*?\$\$|--[^\n]*|[^;])+/g) ?? []).filter(
      (text) => text.replace(/--.*/g, "").trim() !== "",
    );

  test("is ended wherever it broke off, the first one and the last one", async () => {
    for (const [index, shares] of [
      [0, [0.3]],
      [written.length - 1, [0, 1]],
      [written.findIndex(({ name }) => name.endsWith("_taps")), [0.5, 1]],
    ] as const) {
      const { name, script } = written[index]!;
      const statements = statementsOf(script);
      for (const share of shares) {
        await emptied();
        // As that version did: the row first, then each statement for itself.
        await applyMigrations(database, { migrations: written.slice(0, index) });
        await applyMigrations(database, { migrations: [...written.slice(0, index), { name: "zzz", script: "" }] });
        await database.prisma.$executeRaw`
          UPDATE _prisma_migrations SET migration_name = ${name}, finished_at = NULL WHERE migration_name = 'zzz'`;
        for (const statement of statements.slice(0, Math.floor(share * statements.length)))
          await database.prisma.$executeRawUnsafe(statement);
        expect(await applyMigrations(database)).toEqual(written.slice(index).map((one) => one.name));
        expect(await isUpToDate(database.prisma, written)).toBe(true);
      }
    }
  }, 60_000);

  test("is not ended over a fault of another kind", async () => {
    const script = "CREATE TABLE one (a int);\nCREATE TABLE two (a no_type);";
    await applyMigrations(database, { migrations: [{ name: "1_first", script: "" }] });
    await database.prisma.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL`;
    await expect(applyMigrations(database, { migrations: [{ name: "1_first", script }] })).rejects.toThrow(/no_type/);
  });
});

test("taps that were kept among the leases are gone when they have a table of their own; leases stay", async () => {
  const before = written.slice(
    0,
    written.findIndex(({ name }) => name.endsWith("_taps")),
  );
  await applyMigrations(database, { migrations: before });
  await database.prisma.$executeRaw`
    INSERT INTO leases (name, holder, until) VALUES ('poller', 'w', now()), ('tap:7912345678', '{"data":"menu"}', now())`;
  await applyMigrations(database);
  expect(await database.prisma.lease.findMany()).toMatchObject([{ name: "poller" }]);
  expect(await database.prisma.tap.count()).toBe(0);
});

test.runIf(process.env.TEST_DATABASE === "postgres")(
  "three processes that start at once on an empty database apply each migration once",
  async () => {
    const source = inject("database");
    if (source.kind !== "postgres") throw new Error("not on PostgreSQL");
    const name = `${source.template}_starts`;
    await onServer(source.serverUrl, `CREATE DATABASE ${name}`);
    const processes = [1, 2, 3].map(() => openPostgres(databaseUrl(source.serverUrl, name)));
    const sleep = async () => {};
    const applied = await Promise.all(processes.map((one) => applyMigrations(one, { sleep })));
    expect(applied.flat().sort()).toEqual(written.map((one) => one.name));
    for (const one of processes) await one.close();
  },
);
