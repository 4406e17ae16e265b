// What stands between an open database and a program that may use it: the server answers, the schema and the places are up to date.
// Killed at any moment of it, the next start goes on; two processes that start at once wait for each other.
import { causeOf, type Log } from "../../ports/queue/log.js";
import { backOffMilliseconds } from "../../ports/queue/waiting.js";
import type { Database } from "../engine/database.js";
import { isDatabaseAway } from "../engine/database-away.js";
import { DatabaseRefusedError, refusalOf } from "../engine/database-fault.js";
import { Prisma } from "../generated/client.js";
import { ensureInstalledPlaces } from "./installed-places.js";
import { applyMigrations } from "./migrate.js";

export interface Preparation {
  log: Log;
  sleep: (milliseconds: number) => Promise<unknown>;
}

const LONGEST_BACK_OFF_MILLISECONDS = 5000;
/** Steps that take longer say so again and again, for an operator who wonders whether anything happens. */
const PATIENCE_MILLISECONDS = 5000;

/** @throws DatabaseRefusedError for what its operator can put right: a wrong password, a database that does not exist. */
export async function prepareDatabase(
  database: Database,
  { log, sleep }: Preparation,
): Promise<{ migrations: string[]; places: number }> {
  await untilThere(database, { log, sleep });
  await makeSchema(database);
  return database.patiently(async (prisma) => {
    const migrations = await sayingSo("migrations", log, () => applyMigrations({ prisma }, { log, sleep })).catch(
      (error) => {
        throw refusalOf(error) ?? error;
      },
    );
    const places = await sayingSo("places", log, () => ensureInstalledPlaces(prisma));
    return { migrations, places };
  });
}

/**
 * The one that the address names, when it is not there yet. Through a pool in transaction mode a connection cannot choose it: then migrations
 * and statements of ours would go by the user's path, and Prisma's by the address.
 */
async function makeSchema({ prisma, schema: meant = "public" }: Database): Promise<void> {
  const [found] = await prisma.$queryRaw<[{ schema: string | null; wanted: string }]>`
    SELECT current_schema()::text AS schema, current_setting('search_path') AS wanted`;
  if (found.schema !== null) return refuseAnotherSchema(found.schema, meant);
  // As it stands in the setting, quotes and all.
  await prisma.$executeRaw(Prisma.raw(`CREATE SCHEMA IF NOT EXISTS ${found.wanted}`)).catch((error: unknown) => {
    throw refusalOf(error) ?? error;
  });
}

function refuseAnotherSchema(found: string, meant: string): void {
  if (found === meant) return;
  throw new DatabaseRefusedError(
    `DATABASE_URL means the schema ${meant}, and what its user makes goes into ${found}. Make the schema and let the user have it (CREATE SCHEMA ${meant}; ALTER ROLE … SET search_path = ${meant}); behind a pool (?pgbouncer=true) ?schema= alone does not do that.`,
  );
}

async function untilThere({ prisma }: Database, { log, sleep }: Preparation): Promise<void> {
  for (let failures = 1; ; failures++) {
    try {
      await prisma.$queryRaw`SELECT 1`;
      return;
    } catch (error) {
      if (!isDatabaseAway(error)) throw refusalOf(error) ?? error;
      log.warn("database.away", { failures, cause: causeOf(error) });
      await sleep(backOffMilliseconds(failures, LONGEST_BACK_OFF_MILLISECONDS));
    }
  }
}

async function sayingSo<Result>(step: string, log: Log, work: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  const timer = setInterval(() => {
    log.info("start.busy", { step, seconds: Math.round((performance.now() - startedAt) / 1000) });
  }, PATIENCE_MILLISECONDS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
