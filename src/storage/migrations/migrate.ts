// Brings the database to the newest migration at start. Each migration runs in one transaction together with its row, so that a
// process killed at any moment leaves it whole or not there at all. The rows are those of Prisma's own `_prisma_migrations` table:
// `prisma migrate status` and `deploy` read the same truth.
import { createHash, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { causeOf, type Log } from "../../ports/queue/log.js";
import { backOffMilliseconds } from "../../ports/queue/waiting.js";
import type { Database, Db } from "../engine/database.js";
import { sqlStateOf } from "../engine/sql-state.js";
import { type Migration, readMigrations } from "./migrations.js";
import { resumeScript } from "./resume-script.js";

/** The database and this program do not fit together; the message says what to do. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

/** A later version has worked on this database. */
export class NewerDatabaseError extends MigrationError {}

export interface MigrationOptions {
  log?: Log;
  /** Default: those of prisma/migrations. */
  migrations?: Migration[];
  /** Milliseconds; given by tests that must not wait. */
  sleep?: (milliseconds: number) => Promise<unknown>;
}

/** The number that Prisma's `migrate deploy` locks by: two starts, or a start and a deploy, wait for each other. */
const LOCK_NUMBER = 72_707_369;
/** A migration that waits for a table makes everybody else wait behind it: it steps back after this long and tries again. */
const LOCK_TIMEOUT = "5s";
const LONGEST_BACK_OFF_MILLISECONDS = 5000;
/** An index on a million rows on a slow disk takes minutes; Prisma gives up after five seconds unless told otherwise. */
export const LONGEST_CHANGE_MILLISECONDS = 3_600_000;

/**
 * Applies what is missing. Returns the names of the migrations that this call applied, oldest first.
 * @throws MigrationError when the database knows migrations that this program does not have.
 */
export async function applyMigrations(
  { prisma }: Pick<Database, "prisma">,
  options: MigrationOptions = {},
): Promise<string[]> {
  const written = options.migrations ?? (await readMigrations());
  if (await isUpToDate(prisma, written)) return [];
  const applied: string[] = [];
  for (const migration of written) {
    if (await applyWhenFree(prisma, migration, written, options)) applied.push(migration.name);
  }
  return applied;
}

/** Whether exactly these were applied, each to its end and with this text. */
export async function isUpToDate(db: Db, written: Migration[]): Promise<boolean> {
  const [table] = await db.$queryRaw<{ exists: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`;
  if (!table?.exists) return false;
  const rows = await readRows(db);
  if (rows.length !== written.length) return false;
  return written.every(({ name, script }, i) => {
    const row = rows[i];
    return row?.state === "finished" && row.name === name && row.checksum === checksumOf(script);
  });
}

/** Tries until nobody stands in the way. Returns false when the migration was there already. */
async function applyWhenFree(
  prisma: Database["prisma"],
  migration: Migration,
  written: Migration[],
  { log, sleep = pause }: MigrationOptions,
): Promise<boolean> {
  for (let failures = 1; ; failures++) {
    const startedAt = performance.now();
    try {
      const isNew = await prisma.$transaction((db) => applyOne(db, migration, written, log), {
        timeout: LONGEST_CHANGE_MILLISECONDS,
        maxWait: LONGEST_CHANGE_MILLISECONDS,
      });
      if (isNew)
        log?.info("migration.applied", { migration: migration.name, ms: Math.round(performance.now() - startedAt) });
      return isNew;
    } catch (error) {
      // 55P03: another process migrates, or a long query holds a table. 40P01: the two stood in each other's way.
      if (!["55P03", "40P01"].includes(sqlStateOf(error) ?? "")) throw error;
      log?.warn("migration.waiting", { migration: migration.name, failures, cause: causeOf(error) });
      await sleep(backOffMilliseconds(failures, LONGEST_BACK_OFF_MILLISECONDS));
    }
  }
}

async function applyOne(
  db: Db,
  { name, script }: Migration,
  written: Migration[],
  log: Log | undefined,
): Promise<boolean> {
  await db.$executeRaw`SELECT set_config('lock_timeout', ${LOCK_TIMEOUT}, true)`;
  await db.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK_NUMBER}::bigint)`;
  await createTable(db);
  // Read behind the lock: another start may have applied it meanwhile.
  const rows = await readRows(db);
  refuseNewerDatabase(rows, written);
  const row = rows.find((row) => row.name === name);
  if (row?.state === "finished") return false;
  if (row === undefined) {
    await runScript(db, script);
  } else {
    // Left by an earlier version of this program, which ran statements one at a time and was killed between two of them.
    log?.warn("migration.resumed", { migration: name });
    await resumeScript(db, script);
    await db.$executeRaw`DELETE FROM _prisma_migrations WHERE migration_name = ${name} AND rolled_back_at IS NULL`;
  }
  await db.$executeRaw`
    INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
    VALUES (${randomUUID()}, ${checksumOf(script)}, ${name}, now(), clock_timestamp(), 1)`;
  return true;
}

/** All statements of the script in one: EXECUTE takes what a parameter cannot carry, and the transaction stays ours. */
async function runScript(db: Db, script: string): Promise<void> {
  await db.$executeRaw`SELECT set_config('migration.script', ${script}, true)`;
  await db.$executeRaw`DO $$ BEGIN EXECUTE current_setting('migration.script'); END $$`;
}

interface Row {
  name: string;
  checksum: string;
  state: "finished" | "broken-off";
}

async function readRows(db: Db): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT migration_name AS name, checksum, CASE WHEN finished_at IS NULL THEN 'broken-off' ELSE 'finished' END AS state
    FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`;
}

function refuseNewerDatabase(rows: Row[], written: Migration[]): void {
  const known = new Set(written.map(({ name }) => name));
  const unknown = rows.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (unknown.length === 0) return;
  throw new NewerDatabaseError(
    `The database is newer than this program: it holds ${unknown.join(", ")}. Start the version that wrote it, or restore a backup from before.`,
  );
}

/** As Prisma's own engine makes it. */
async function createTable(db: Db): Promise<void> {
  await db.$executeRaw`
    CREATE TABLE IF NOT EXISTS _prisma_migrations (
      id varchar(36) PRIMARY KEY NOT NULL,
      checksum varchar(64) NOT NULL,
      finished_at timestamptz,
      migration_name varchar(255) NOT NULL,
      logs text,
      rolled_back_at timestamptz,
      started_at timestamptz NOT NULL DEFAULT now(),
      applied_steps_count integer NOT NULL DEFAULT 0
    )`;
}

function checksumOf(script: string): string {
  return createHash("sha256").update(script).digest("hex");
}
