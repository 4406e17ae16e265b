// All posts, those in the archive too: for those who ask what was said. What is still to leave is asked of the outbox alone.
import type { Db } from "../engine/database.js";
import { sqlStateOf } from "../engine/sql-state.js";
import { Prisma } from "../generated/client.js";

/** In the archive in this order; the outbox has grown in another. */
export const POST_COLUMNS = [
  ...["id", "key", "kind", "priority", "chat_id", "person_id", "subjects", "message", "announcement_id", "variables"],
  ...[
    "due_at",
    "not_after",
    "exempt",
    "counts_on",
    "state",
    "attempts",
    "fence",
    "claimed_by",
    "lease_until",
    "left_at",
  ],
  ...["settled_at", "telegram_message_id", "more_message_ids", "correction_id", "copy_id", "cause", "created_at"],
] as const;

const COLUMNS = Prisma.raw(POST_COLUMNS.join(", "));

/** For FROM, with a name behind it. Each half is read by its own indexes. */
export const POSTS = Prisma.sql`(SELECT ${COLUMNS} FROM outbox UNION ALL SELECT ${COLUMNS} FROM outbox_archive)`;

/** Settled before these instants. */
interface AtHand {
  over: Date;
  undelivered: Date;
}

/**
 * What can still be brought after all, or be sent again, stays longer: a trip abroad, a lost telephone. So do announcements and what
 * changes them: they are corrected where they lie (storage/announcements/afterwards).
 */
const MAY_COME_BACK = Prisma.sql`(state IN ('dead', 'unknown') OR announcement_id IS NOT NULL OR correction_id IS NOT NULL
  OR (state = 'cancelled' AND cause IN ('blocked', 'unreachable')))`;

/** Behind whatever is being written just now; a writer waits as long as this takes, and no longer. */
const AT_ONCE = 1000;

/** Chosen before anybody has to wait: what stays for half a year lies before what goes, and is read on the way. `after`: where the last ones ended. */
export async function postsOver(db: Db, before: AtHand, after: number): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM outbox WHERE id > ${after} AND ${isOver(before)} ORDER BY id LIMIT ${AT_ONCE}`;
  return rows.map(({ id }) => id);
}

/**
 * Call it in a transaction. Nobody writes meanwhile: between the two tables a key would else be free for an instant, and could be
 * posted twice. What was brought back or forgotten since it was chosen stays: that is asked under the lock. Returns how many were moved;
 * null: somebody writes for longer than one can ask the others to wait.
 */
export async function archivePosts(db: Db, ids: readonly number[], before: AtHand): Promise<number | null> {
  if (!(await locksOutbox(db))) return null;
  return db.$executeRaw`
    WITH gone AS (
      DELETE FROM outbox WHERE id = ANY(${[...ids]}::int[]) AND ${isOver(before)} RETURNING ${COLUMNS}
    )
    INSERT INTO outbox_archive (${COLUMNS}) SELECT * FROM gone`;
}

async function locksOutbox(db: Db): Promise<boolean> {
  await db.$executeRaw`SET LOCAL lock_timeout = '1s'`;
  await db.$executeRaw`SAVEPOINT unlocked`;
  try {
    await db.$executeRaw`LOCK TABLE outbox IN SHARE ROW EXCLUSIVE MODE`;
    return true;
  } catch (error) {
    // 55P03: the lock was not to be had in this time.
    if (sqlStateOf(error) !== "55P03") throw error;
    await db.$executeRaw`ROLLBACK TO SAVEPOINT unlocked`;
    return false;
  }
}

function isOver(before: AtHand): Prisma.Sql {
  return Prisma.sql`state IN ('sent', 'dead', 'unknown', 'expired', 'cancelled')
    AND settled_at < CASE WHEN ${MAY_COME_BACK} THEN ${before.undelivered}::timestamp ELSE ${before.over}::timestamp END`;
}

/** Far enough back for a program that was away for a year. */
const LOOKED_BACK_MILLISECONDS = 400 * 86_400_000;

/** The row stays: it is the key against saying the same twice, and what the ledgers count. */
export async function forgetTexts(db: Db, before: Date): Promise<number> {
  const hasText = Prisma.sql`settled_at < ${before}::timestamp AND (message IS NOT NULL OR variables IS NOT NULL)`;
  const waiting = await db.$executeRaw`
    UPDATE outbox SET message = NULL, variables = NULL WHERE state NOT IN ('waiting', 'claimed') AND ${hasText}`;
  const from = new Date(before.getTime() - LOOKED_BACK_MILLISECONDS);
  return (
    waiting +
    (await db.$executeRaw`
      UPDATE outbox_archive SET message = NULL, variables = NULL WHERE settled_at >= ${from}::timestamp AND ${hasText}`)
  );
}
