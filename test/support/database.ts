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

/** With more people than that, looking for what names each of them would take longer than planning anew. */
const MANY_PEOPLE = 300;

/**
 * On PostgreSQL the foreign keys are switched off meanwhile. Embedded that costs too much: the database would forget how it carries out
 * every statement it knows, for each test anew. So there rows go before those that they name, unless there are very many.
 */
async function withEmpty(database: Database): Promise<TestDatabase> {
  const { prisma } = database;
  const keys = await prisma.$queryRaw<{ from: string; to: string }[]>`
    SELECT DISTINCT conrelid::regclass::text AS from, confrelid::regclass::text AS to FROM pg_constraint
    WHERE contype = 'f' AND conrelid <> confrelid`;
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT format('%I', tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN ('places', '_prisma_migrations') ORDER BY 1`;
  const order = namedLast(
    tables.map(({ name }) => name),
    keys,
  );
  const statements = order.map((name) => `IF EXISTS (SELECT 1 FROM ${name}) THEN DELETE FROM ${name}; END IF;`);
  const { embedded } = database;
  const body = `DECLARE name text; BEGIN
    PERFORM set_config('audits.leave', 'older:infinity', true);
    IF ${embedded ? `(SELECT count(*) FROM people) > ${MANY_PEOPLE}` : "true"} THEN
      PERFORM set_config('session_replication_role', 'replica', true);
    END IF;
    ${statements.join("\n")}
    FOR name IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL
    LOOP PERFORM setval(quote_ident(name)::regclass, 1, false); END LOOP;
  END`;
  // Embedded there is one session: as a function of its own all this is planned once, not for each test.
  if (embedded) {
    await prisma.$executeRawUnsafe(
      `CREATE FUNCTION pg_temp.empty_all() RETURNS void LANGUAGE plpgsql AS $$ ${body} $$`,
    );
  }
  const emptying = embedded ? "SELECT pg_temp.empty_all()::text" : `DO $$ ${body} $$`;
  return {
    ...database,
    empty: async () => {
      await prisma.$executeRawUnsafe(emptying);
    },
  };
}

/** Each table behind all that have keys to it. */
function namedLast(tables: string[], keys: readonly { from: string; to: string }[]): string[] {
  const order: string[] = [];
  for (let left = tables; left.length > 0; left = left.filter((name) => !order.includes(name))) {
    const free = left.filter((name) => !keys.some(({ from, to }) => to === name && left.includes(from)));
    if (free.length === 0) throw new Error(`These tables name each other in a circle: ${left.join(", ")}`);
    order.push(...free);
  }
  return order;
}
