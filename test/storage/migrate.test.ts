// O01: the database is brought to the newest migration at start; one that is up to date is seen to be so without Prisma's engine.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../src/storage/database.js";
import { openEmptyDatabase } from "../../src/storage/embedded-database.js";
import { applyMigrations, isUpToDate } from "../../src/storage/migrate.js";
import { readMigrations } from "../../src/storage/migrations.js";
import { applyWithEngine } from "../../src/storage/schema-engine.js";

let database: Database;
beforeAll(() => {
  database = openEmptyDatabase();
});
afterAll(() => database.close());

test("O01 an empty database gets every migration in order, and a second start finds nothing to apply", async () => {
  const written = await readMigrations();
  expect(await isUpToDate(database.prisma, written)).toBe(false);
  expect(await applyMigrations(database)).toEqual(written.migrationDirectories.map(({ path }) => path));
  expect(await isUpToDate(database.prisma, written)).toBe(true);
  expect(await applyMigrations(database)).toEqual([]);
});

test.each([
  ["is missing", "DELETE FROM _prisma_migrations WHERE migration_name = $1"],
  ["broke off", "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1"],
  ["was taken back", "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = $1"],
  ["reads otherwise", "UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name = $1"],
  ["is unknown", "UPDATE _prisma_migrations SET migration_name = 'other' WHERE migration_name = $1"],
])("O01 a migration that %s is left to the engine to judge", async (_, change) => {
  const written = await readMigrations();
  const tried = database.prisma.$transaction(async (db) => {
    expect(await db.$executeRawUnsafe(change, written.migrationDirectories.at(-1)!.path)).toBe(1);
    expect(await isUpToDate(db, written)).toBe(false);
    throw new Error("taken back");
  });
  await expect(tried).rejects.toThrow("taken back");
  expect(await isUpToDate(database.prisma, written)).toBe(true);
});

test("O01 last taps that were kept among the leases are gone when they have a table of their own; leases stay", async () => {
  const old = openEmptyDatabase();
  const { migrationDirectories, ...written } = await readMigrations();
  const before = migrationDirectories.slice(
    0,
    migrationDirectories.findIndex(({ path }) => path.endsWith("_taps")),
  );
  await applyWithEngine(old.adapter, { ...written, migrationDirectories: before });
  await old.prisma.$executeRaw`
    INSERT INTO leases (name, holder, until) VALUES ('poller', 'w', now()), ('tap:7912345678', '{"data":"menu"}', now())`;
  await applyMigrations(old);
  expect(await old.prisma.lease.findMany()).toMatchObject([{ name: "poller" }]);
  expect(await old.prisma.tap.count()).toBe(0);
  await old.close();
});
