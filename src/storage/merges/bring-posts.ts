// Posts of the one who goes: what has left is part of their history, what waits is said to the one who stays, and nothing twice.
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { POSTS } from "../upkeep/posts.js";
import type { Journal } from "./journal.js";

const { sql } = Prisma;

/** Why a post was taken back: the other one has, or had, the same. */
const TOLD_ALREADY = "merged";

/** Kinds whose key names the receiver behind the first word; all others name them last. */
const RECEIVER_SECOND = [
  ...["plan-reminder", "snoozed", "pause-over", "missed", "questions-waiting", "summary", "alert", "nudge", "untended"],
];

/** correction:<correction>:<copy> */
const COPY = "correction";

export async function bringPosts(
  db: Db,
  journal: Journal,
  { staysId, goesId }: { staysId: number; goesId: number },
  now: Date,
): Promise<number> {
  const isTheirs = sql`t.person_id = ${goesId}`;
  // The row of the list of receivers says whose a copy of an announcement is.
  const isMoved = sql`(t.announcement_id IS NULL OR EXISTS (
    SELECT 1 FROM announcement_recipients r WHERE r.announcement_id = t.announcement_id AND r.person_id = ${staysId}))
    AND NOT EXISTS (SELECT 1 FROM announcement_recipients r WHERE r.announcement_id = t.announcement_id AND r.person_id = ${goesId})`;
  const waiting = await db.$queryRaw<{ id: number; key: string }[]>`
    SELECT t.id, t.key FROM outbox t WHERE ${isTheirs} AND t.state = 'waiting'`;
  const renamed = waiting.map(({ id, key }) => ({ id, key: keyFor(key, goesId, staysId) }));
  const taken = await db.$queryRaw<{ key: string }[]>`
    SELECT key FROM ${POSTS} o WHERE key = ANY(${renamed.map(({ key }) => key)}::text[]) AND person_id = ${staysId}`;
  const isTaken = new Set(taken.map(({ key }) => key));
  const double = renamed.filter(({ key }) => isTaken.has(key)).map(({ id }) => id);
  const stopped = await journal.update(
    "outbox",
    sql`state = 'cancelled', cause = ${TOLD_ALREADY}, settled_at = ${now}::timestamp`,
    // With the copy of an announcement that both were to have.
    sql`t.state = 'waiting' AND ${isTheirs} AND (t.id = ANY(${double}::int[]) OR NOT (${isMoved}))`,
  );
  const free = renamed.filter(
    ({ id, key }) => !isTaken.has(key) && waiting.some((one) => one.id === id && one.key !== key),
  );
  for (const { id, key } of free) {
    await journal.update("outbox", sql`key = ${key}`, sql`t.id = ${id} AND t.state = 'waiting' AND ${isMoved}`);
  }
  // What the one who goes was told on their phone is not said once more on the other's.
  const said = await db.$queryRaw<{ key: string }[]>`
    SELECT key FROM ${POSTS} o WHERE person_id = ${goesId} AND state IN ('claimed', 'sent', 'unknown')`;
  const repeated = said.map(({ key }) => keyFor(key, goesId, staysId));
  await journal.update(
    "outbox",
    sql`state = 'cancelled', cause = ${TOLD_ALREADY}, settled_at = ${now}::timestamp`,
    sql`t.state = 'waiting' AND t.person_id = ${staysId} AND t.key = ANY(${repeated}::text[])`,
  );
  let moved = stopped;
  for (const table of ["outbox", "outbox_archive"]) {
    const set = sql`person_id = ${staysId}::int, subjects = ${renamedSubjects([[`^snooze:${goesId}:`, `snooze:${staysId}:`]])}`;
    moved += await journal.update(table, set, sql`${isTheirs} AND ${isMoved}`);
  }
  // Erasing, and what ends a message, find it by whom it names.
  await journal.update(
    "outbox",
    sql`subjects = array_replace(t.subjects, ${`person:${goesId}`}, ${`person:${staysId}`})`,
    sql`t.subjects @> ARRAY[${`person:${goesId}`}]::text[] AND t.state IN ('waiting', 'claimed')`,
  );
  return moved;
}

/** The key that a job would give the same message to the one who stays: posting it again finds it there. */
export function keyFor(key: string, goesId: number, staysId: number): string {
  const parts = key.split(":");
  const [what = ""] = parts;
  const at = RECEIVER_SECOND.includes(what) ? 1 : parts.length - 1;
  // Of two words the second is what it is about, and of a changed copy the last is the copy.
  if (what === COPY || (at < 2 && !RECEIVER_SECOND.includes(what))) return key;
  return parts[at] === String(goesId) ? parts.with(at, String(staysId)).join(":") : key;
}

/** What the posts of a plan that goes tell is told of the one that stays: a job that looks again finds it there. */
export async function bringSubjects(
  journal: Journal,
  { planId, intoId, libraryId }: Record<"planId" | "intoId" | "libraryId", number>,
): Promise<void> {
  const set = sql`subjects = ${renamedSubjects([
    [`^plan:${planId}$`, `plan:${intoId}`],
    [`^rung:${planId}:`, `rung:${intoId}:`],
    [`^(snooze:\\d+:\\d+):${planId}$`, `\\1:${intoId}`],
  ])}`;
  const isAbout = sql`t.subjects @> ARRAY[${`plan:${planId}`}]::text[]`;
  await journal.update("outbox", set, isAbout);
  // By its people, who have some dozen posts each: the archive is not looked up by what its posts are about.
  const isTheirs = sql`t.person_id IN (SELECT m.person_id FROM library_members m WHERE m.library_id = ${libraryId})`;
  await journal.update("outbox_archive", set, sql`${isTheirs} AND ${isAbout}`);
}

/** Of a post t, in their order. */
function renamedSubjects(changes: [pattern: string, words: string][]): Prisma.Sql {
  const renamed = changes.reduce(
    (text, [pattern, words]) => sql`regexp_replace(${text}, ${pattern}, ${words})`,
    sql`u.subject`,
  );
  return sql`ARRAY(SELECT ${renamed} FROM unnest(t.subjects) WITH ORDINALITY AS u (subject, n) ORDER BY u.n)`;
}
