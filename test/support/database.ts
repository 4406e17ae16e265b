// A database for tests: a copy of the migrated template, embedded by default or on PostgreSQL.
import { readFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { inject } from "vitest";
import { type Database, openPostgres } from "../../src/storage/engine/database.js";
import { openPGlite } from "../../src/storage/engine/embedded/embedded-database.js";
import { databaseUrl, onServer } from "./global-setup.js";

export interface TestDatabase extends Database {
  /** Empties every table but the places, and starts ids at 1 again. */
  empty(): Promise<void>;
}

let serial = 0;
let shared: Promise<TestDatabase> | undefined;

/** The worker's own database, emptied: most files take turns on it, because opening one takes longer than many tests. */
export async function openTestDatabase(): Promise<TestDatabase> {
  shared ??= openOwnTestDatabase();
  const database = await shared;
  await database.empty();
  // It goes when the worker goes; on PostgreSQL the global teardown drops it.
  return { ...database, close: async () => {} };
}

/** A database for one file alone: for tests that load other places, or that hand it to somebody who closes it. */
export async function openOwnTestDatabase(): Promise<TestDatabase> {
  const source = inject("database");
  if (source.kind === "embedded") {
    const snapshot = new Blob([await readFile(source.snapshot)]);
    return withEmpty(openPGlite(await PGlite.create({ loadDataDir: snapshot })));
  }
  serial += 1;
  const name = `${source.template}_${process.pid}_${serial}`;
  await onServer(source.serverUrl, `CREATE DATABASE ${name} TEMPLATE ${source.template}`);
  return withEmpty(openPostgres(databaseUrl(source.serverUrl, name)));
}

function withEmpty(database: Database): TestDatabase {
  return {
    ...database,
    empty: async () => {
      // DELETE is many times quicker than TRUNCATE on tables of a few rows; order does not matter without foreign keys.
      await database.prisma.$executeRaw`
        DO $$ DECLARE name text; BEGIN
          SET LOCAL session_replication_role = replica;
          FOR name IN SELECT tablename FROM pg_tables
            WHERE schemaname = 'public' AND tablename NOT IN ('places', '_prisma_migrations')
          LOOP EXECUTE format('DELETE FROM %I', name); END LOOP;
          FOR name IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'
          LOOP PERFORM setval(quote_ident(name)::regclass, 1, false); END LOOP;
        END $$`;
    },
  };
}
