// A database for tests: a copy of the migrated template, embedded by default or on PostgreSQL.
import { readFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { inject } from "vitest";
import { type Database, openPostgres } from "../../src/storage/engine/database.js";
import { openPGlite } from "../../src/storage/engine/embedded/embedded-database.js";
import { databaseUrl, onServer } from "./global-setup.js";
import { tablesOf } from "./tables.js";

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
    return withEmpty(openPGlite(await PGlite.create({ loadDataDir: snapshot }), { statements: MOST_STATEMENTS }));
  }
  serial += 1;
  const name = `${source.template}_${process.pid}_${serial}`;
  await onServer(source.serverUrl, `CREATE DATABASE ${name} TEMPLATE ${source.template}`);
  return withEmpty(openPostgres(databaseUrl(source.serverUrl, name)));
}

/** Files of tests take turns on one connection: all that the product and they ask comes together there. */
const MOST_STATEMENTS = 4_000;

/** With more people than that, looking for what names each of them would take longer than planning anew. */
const MANY_PEOPLE = 300;

/** So many tests leave less behind than sweeping costs. */
const SWEPT_EVERY = 150;

/**
 * Nothing sweeps up behind an embedded database by itself: what earlier tests deleted would lie in the way of every look at a table. Its
 * tables count as never looked at afterwards, since to plan for empty ones would be wrong for the tests with many rows.
 */
async function sweep(prisma: Database["prisma"], tables: readonly string[]): Promise<void> {
  await prisma.$executeRawUnsafe(`VACUUM ${tables.map((name) => `"${name}"`).join(", ")}`);
  await prisma.$executeRaw`
    UPDATE pg_class SET reltuples = -1, relpages = 0
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT IN ('places', '_prisma_migrations')`;
}

/**
 * On PostgreSQL the foreign keys are switched off meanwhile. Embedded that costs too much: the database would forget how it carries out
 * every statement it knows, for each test anew. So there rows go before those that they name, unless there are very many.
 */
async function withEmpty(database: Database): Promise<TestDatabase> {
  const { prisma } = database;
  const { namedLast: order } = await tablesOf(prisma);
  const statements = order.map((name) => `IF EXISTS (SELECT 1 FROM "${name}") THEN DELETE FROM "${name}"; END IF;`);
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
  let emptied = 0;
  return {
    ...database,
    empty: async () => {
      await prisma.$executeRawUnsafe(emptying);
      emptied += 1;
      if (embedded && emptied % SWEPT_EVERY === 0) await sweep(prisma, order);
    },
  };
}
