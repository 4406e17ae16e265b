// A database that was restored from a backup has forgotten what was sent since. It notices, and lets nothing unasked leave until an
// operator has decided. Noticed by two signs: it lives elsewhere than it says, or it is behind what this program remembers. The second
// one also shows while the program runs: it looks each time it notes where the database stands, and each claim looks too.
import { BULK_FROM_PRIORITY, JOB_KINDS } from "../../domain/messages/post-kind.js";
import type { RestoresPort } from "../../ports/upkeep/restores.js";
import type { Database, Db } from "../engine/database.js";
import { waitForDisk } from "../engine/durability.js";
import { sqlStateOf } from "../engine/sql-state.js";
import { isBehind, type Mark } from "../folders/mark.js";
import { type DatabaseHome, Prisma } from "../generated/client.js";

/** Of no row: whether an operator has to decide first. One row is read, by its key. */
export const IS_HELD = Prisma.sql`EXISTS (
  SELECT 1 FROM database_home WHERE id = 1 AND restored_at IS NOT NULL AND decided_at IS NULL)`;

/** Of no row: whether it was noted fewer times than this program knows of, and so was put back since. Only counted up, it never looks so by itself. */
export function wasPutBackSince(noted: number): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM database_home WHERE id = 1 AND noted < ${noted})`;
}

/** A backup's own word that it is being restored: as an identity that no server has. */
const IN_A_BACKUP = "in a backup";

/**
 * Call it at each start before anything is sent. `remembered`: what the folder beside the program says; null where it says nothing.
 * Returns where the database stands, and whether a restore was noticed now.
 */
export async function noticeRestore(
  { prisma, embedded }: Pick<Database, "prisma" | "embedded">,
  remembered: Mark | null,
  now: Date,
): Promise<{ isNoticed: boolean; standing: Mark }> {
  return prisma.$transaction(async (db) => {
    await waitForDisk(db);
    const here = embedded ? null : await identityOfServer(db);
    // Two processes that start at once: the second sees what the first has written.
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('database_home'))`;
    const home = await homeIn(db);
    // An embedded database has no server to name: its first start gives it a name of its own.
    const identity =
      here ?? (home === null || home.identity === IN_A_BACKUP ? `embedded ${crypto.randomUUID()}` : home.identity);
    if (home === null) {
      const first = await db.databaseHome.create({ data: { identity, noted: 1 } });
      return { isNoticed: false, standing: await standingOf(db, first) };
    }
    const wasPutBack = remembered !== null && isBehind(await standingOf(db, home), remembered);
    if (home.identity === identity && !wasPutBack) return { isNoticed: false, standing: await noteAgain(db) };
    await db.databaseHome.update({
      where: { id: 1 },
      data: { identity, restoredAt: now, recordedUntil: await lastRecorded(db), decidedAt: null },
    });
    await holdEverything(db, now);
    return { isNoticed: true, standing: await noteAgain(db) };
  });
}

/**
 * Call it now and then while the program runs. Returns where the database stands, to be remembered; or that it was put back from a
 * backup since it stood as `before`, which no restart must forget: then nothing was changed.
 */
export async function noteStanding(prisma: Database["prisma"], before: Mark): Promise<Mark | "put back"> {
  return prisma.$transaction(async (db) => {
    await waitForDisk(db);
    const home = await homeIn(db);
    // Emptied by hand: nothing of it can be sent again.
    if (home === null) return before;
    return isBehind(await standingOf(db, home), before) ? "put back" : noteAgain(db);
  });
}

/** Locked, so that it is read from where it is written: a copy that answers for reading may be behind without having been put back. */
async function homeIn(db: Db): Promise<DatabaseHome | null> {
  await db.$executeRaw`SELECT 1 FROM database_home WHERE id = 1 FOR UPDATE`;
  return db.databaseHome.findUnique({ where: { id: 1 } });
}

async function noteAgain(db: Db): Promise<Mark> {
  return standingOf(db, await db.databaseHome.update({ where: { id: 1 }, data: { noted: { increment: 1 } } }));
}

/** The transaction that asks comes onto the disk with what it has read: no crash takes that back behind a mark. */
async function standingOf(db: Db, { identity, noted, restoredAt }: DatabaseHome): Promise<Mark> {
  return { identity, noted, restoredAt: restoredAt?.getTime() ?? null, posted: await latestPost(db) };
}

/** So that the next start knows it, wherever that is. */
export async function markAsBackup(db: Db): Promise<void> {
  await db.databaseHome.upsert({
    where: { id: 1 },
    create: { identity: IN_A_BACKUP },
    update: { identity: IN_A_BACKUP },
  });
}

export function createRestores(db: Db): RestoresPort {
  return {
    async held(now) {
      const home = await db.databaseHome.findFirst({ where: { id: 1, restoredAt: { not: null }, decidedAt: null } });
      if (home?.restoredAt == null) return null;
      const [counts] = await db.$queryRaw<[{ overdue: number; later: number; paused: number }]>`
        SELECT count(*) FILTER (WHERE due_at <= ${now}::timestamp)::int AS overdue,
          count(*) FILTER (WHERE due_at > ${now}::timestamp)::int AS later,
          (SELECT count(DISTINCT o.announcement_id)::int FROM outbox o JOIN announcements a ON a.id = o.announcement_id
            WHERE o.state = 'waiting' AND a.state = 'paused' AND o.created_at < ${home.restoredAt}::timestamp) AS paused
        FROM outbox WHERE state = 'waiting' AND announcement_id IS NULL AND priority >= ${BULK_FROM_PRIORITY}`;
      return { restoredAt: home.restoredAt, recordedUntil: home.recordedUntil, ...counts };
    },

    async decide(decision, now) {
      const [home] = await db.$queryRaw<{ restoredAt: Date }[]>`
        UPDATE database_home SET decided_at = ${now}::timestamp
        WHERE id = 1 AND restored_at IS NOT NULL AND decided_at IS NULL RETURNING restored_at AS "restoredAt"`;
      if (home === undefined) return null;
      if (decision === "send") return { dropped: 0, unknown: 0 };
      // A job's post is gone without loss: the next one is about the same thing. What somebody did and may not have been told of is
      // listed; what was done after the restore is new, and leaves.
      const rows = await db.$queryRaw<{ state: string; count: number }[]>`
        WITH settled AS (
          UPDATE outbox SET cause = 'restored', settled_at = ${now}::timestamp,
            state = CASE WHEN kind = ANY(${JOB_KINDS}::text[]) THEN 'expired' ELSE 'unknown' END::"OutboxState"
          WHERE state = 'waiting' AND announcement_id IS NULL AND due_at <= ${now}::timestamp AND priority >= ${BULK_FROM_PRIORITY}
            AND (kind = ANY(${JOB_KINDS}::text[]) OR created_at < ${home.restoredAt}::timestamp)
          RETURNING state
        )
        SELECT state::text, count(*)::int AS count FROM settled GROUP BY state`;
      const count = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
      return { dropped: count("expired"), unknown: count("unknown") };
    },

    async lastAt() {
      return (await db.databaseHome.findUnique({ where: { id: 1 } }))?.restoredAt ?? null;
    },
  };
}

/** Announcements stop until they are decided about one by one. What goes past the hold, and what was on its way, may have been sent. */
async function holdEverything(db: Db, now: Date): Promise<void> {
  await db.announcement.updateMany({ where: { state: "sending" }, data: { state: "paused" } });
  await db.$executeRaw`
    UPDATE outbox SET cause = 'restored', settled_at = ${now}::timestamp, claimed_by = NULL, lease_until = NULL,
      state = CASE WHEN kind = ANY(${JOB_KINDS}::text[]) THEN 'expired' ELSE 'unknown' END::"OutboxState"
    WHERE state = 'claimed' OR (state = 'waiting' AND priority < ${BULK_FROM_PRIORITY})`;
  // The processes of the server that was lost: nobody is waited for who is not there.
  await db.worker.deleteMany();
  await db.lease.deleteMany();
}

/** 42501: a server that does not let its users see it; then only its databases are told apart. */
async function identityOfServer(db: Db): Promise<string> {
  const [database] = await db.$queryRaw<[{ oid: string }]>`
    SELECT oid::text FROM pg_database WHERE datname = current_database()`;
  await db.$executeRaw`SAVEPOINT identity`;
  try {
    const [server] = await db.$queryRaw<
      [{ id: string }]
    >`SELECT system_identifier::text AS id FROM pg_control_system()`;
    return `${server.id}/${database.oid}`;
  } catch (error) {
    if (sqlStateOf(error) !== "42501") throw error;
    await db.$executeRaw`ROLLBACK TO SAVEPOINT identity`;
    return `/${database.oid}`;
  }
}

async function latestPost(db: Db): Promise<number> {
  const [{ posted }] = await db.$queryRaw<[{ posted: number }]>`SELECT last_value::int AS posted FROM outbox_id_seq`;
  return posted;
}

async function lastRecorded(db: Db): Promise<Date | null> {
  const [{ at }] = await db.$queryRaw<[{ at: Date | null }]>`
    SELECT GREATEST((SELECT max(received_at) FROM inbox), (SELECT max(created_at) FROM outbox), (SELECT max(settled_at) FROM outbox)) AS at`;
  return at;
}
