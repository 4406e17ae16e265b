// A line that is silent for long is given up, but not under a migration: an index on a million rows says nothing for minutes.
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Database, openPostgres } from "../../../src/storage/engine/database.js";
import { applyMigrations } from "../../../src/storage/migrations/migrate.js";
import { prepareDatabase } from "../../../src/storage/migrations/prepare-database.js";
import { recordLog } from "../../delivery/support.js";
import { databaseUrl, onServer } from "../../support/global-setup.js";

/** A statement of a second is long for those who wait so little. */
const SILENCE = { silenceMilliseconds: 300 };

describe.skipIf(inject("database").kind !== "postgres")("a statement longer than the silence that is allowed", () => {
  let database: Database;
  let other: pg.Client;
  beforeAll(async () => {
    const source = inject("database");
    if (source.kind !== "postgres") return;
    const name = `${source.template}_patience_${process.pid}`;
    await onServer(source.serverUrl, `CREATE DATABASE ${name} TEMPLATE ${source.template}`);
    database = openPostgres(databaseUrl(source.serverUrl, name), SILENCE);
    other = new pg.Client({ connectionString: databaseUrl(source.serverUrl, name) });
    await other.connect();
  });
  afterAll(async () => {
    await database?.close();
    await other?.end();
  });

  test("ends with its line in the middle of an update, and comes to its end in a migration", async () => {
    await expect(database.prisma.$queryRaw`SELECT 1 AS one FROM pg_sleep(1)`).rejects.toThrow();
    const slow = [{ name: "1_slow", script: "CREATE TABLE slow AS SELECT 1 AS one FROM pg_sleep(1)" }];
    const known = await database.prisma.$queryRaw<
      { name: string }[]
    >`SELECT migration_name AS name FROM _prisma_migrations`;
    const migrations = [...slow, ...known.map(({ name }) => ({ name, script: "" }))];
    expect(await database.patiently((prisma) => applyMigrations({ prisma }, { migrations }))).toEqual(["1_slow"]);
    await other.query("DROP TABLE slow; DELETE FROM _prisma_migrations WHERE migration_name = '1_slow'");
  });

  test("is waited for by the start, as when another one migrates", async () => {
    // Not as it was written: the start looks at each behind the lock.
    await other.query("UPDATE _prisma_migrations SET checksum = 'another'");
    await other.query("SELECT pg_advisory_lock(72707369)");
    const released = other.query(`DO $$ BEGIN
      WHILE NOT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
      LOOP PERFORM pg_sleep(0.05); END LOOP;
      PERFORM pg_sleep(1), pg_advisory_unlock(72707369);
    END $$`);
    expect(await prepareDatabase(database, { log: recordLog(), sleep: async () => {} })).toMatchObject({
      migrations: [],
    });
    await released;
  }, 60_000);
});
