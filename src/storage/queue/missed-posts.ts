// What did not reach somebody while they could not be written to, and bringing it after all.
import { POST_KINDS, type PostKind } from "../../domain/messages/post-kind.js";
import { leftSince } from "../announcements/departed.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { hasAccount, hasOptedOut } from "../reachable.js";
import { OPT_OUT } from "./claim/claim-posts.js";

/** By kind, the most urgent first. Announcements of those days are among them, whether or not they had a post at the time. */
export async function missedBy(
  db: Db,
  personId: number,
  since: Date,
  now: Date,
): Promise<{ kind: PostKind; count: number }[]> {
  return db.$queryRaw<{ kind: PostKind; count: number }[]>`
    SELECT kind, sum(count)::int AS count FROM (
      SELECT kind, priority, count(*) AS count FROM outbox o WHERE ${isMissed(personId, since, now)} GROUP BY kind, priority
      UNION ALL
      SELECT 'announcement', ${POST_KINDS.announcement.priority}::int, count(*) FROM announcement_recipients r
      WHERE ${isPassedOver(personId, since)}
    ) AS missed GROUP BY kind, priority HAVING sum(count) > 0 ORDER BY priority, kind`;
}

/** Due at once and outside the message budget: they have just asked for it. Returns how many. */
export async function bringMissed(db: Db, personId: number, since: Date, now: Date): Promise<number> {
  const again = await db.$executeRaw`
    UPDATE outbox o SET state = 'waiting', due_at = ${now}::timestamp, exempt = true, attempts = 0, cause = NULL, settled_at = NULL
    WHERE ${isMissed(personId, since, now)}`;
  const first = await db.$executeRaw`
    WITH passed_over AS (
      UPDATE announcement_recipients r SET skipped = NULL WHERE ${isPassedOver(personId, since)}
      RETURNING r.announcement_id
    ), class AS (
      SELECT c.name, l.name AS library FROM participants p JOIN training_classes c ON c.id = p.class_id
      LEFT JOIN libraries l ON l.id = p.library_id
      WHERE p.person_id = ${personId} ORDER BY c.starts_on DESC, c.id DESC LIMIT 1
    )
    INSERT INTO outbox (key, kind, priority, chat_id, person_id, announcement_id, variables, due_at, exempt, created_at)
    SELECT concat('announcement:', o.announcement_id, ':', p.id), 'announcement', ${POST_KINDS.announcement.priority}::int,
      p.telegram_id, p.id, o.announcement_id,
      jsonb_build_object('nama', p.name, 'perpustakaan', COALESCE(c.library, ''), 'kelas', COALESCE(c.name, '')),
      ${now}::timestamp, true, ${now}::timestamp
    FROM passed_over o JOIN people p ON p.id = ${personId} LEFT JOIN class c ON TRUE
    ON CONFLICT (key) DO NOTHING`;
  return again + first;
}

/** Why a post is cancelled that its receiver may still ask for when they are back. */
export const ABSENCES: readonly string[] = ["blocked", "unreachable"];

/** It surely did not arrive, for their absence's sake. */
const stayedForAbsence = Prisma.sql`((state = 'cancelled' AND cause = ANY(${[...ABSENCES]}::text[]))
  OR (state = 'dead' AND cause IN ('blocked', 'gone')))`;

/**
 * What did not arrive, or nobody knows of, has lost its point as well: it is neither brought after all nor sent again. Call it before what waits
 * is cancelled: what is being brought at this moment is waited for, and found among that. Returns, for each that could have been brought, what it
 * was about.
 */
export async function spoil(db: Db, which: Prisma.Sql, now: Date, { freesKeys = false } = {}): Promise<string[][]> {
  const rows = await db.$queryRaw<{ subjects: string[]; missed: boolean }[]>`
    UPDATE outbox SET not_after = ${now}::timestamp,
      key = CASE WHEN ${freesKeys} AND ${stayedForAbsence} THEN key || '~' || id ELSE key END
    WHERE (state IN ('dead', 'unknown') OR ${stayedForAbsence}) AND (not_after IS NULL OR not_after > ${now}::timestamp) AND ${which}
    RETURNING subjects, ${stayedForAbsence} AS missed`;
  return rows.filter(({ missed }) => missed).map(({ subjects }) => subjects);
}

/** … and still has its point. */
function isMissed(personId: number, since: Date, now: Date): Prisma.Sql {
  return Prisma.sql`o.person_id = ${personId} AND o.settled_at >= ${since}::timestamp
    AND ${stayedForAbsence}
    AND (o.not_after IS NULL OR o.not_after > ${now}::timestamp)
    AND (o.announcement_id IS NULL OR EXISTS (
      SELECT 1 FROM announcements a WHERE a.id = o.announcement_id AND a.state = 'sending'))
    AND EXISTS (SELECT 1 FROM people p WHERE p.id = o.person_id AND ${hasAccount()} AND NOT ${hasOptedOut(OPT_OUT)})`;
}

/** An announcement left while they could not be reached: no post was written for them. */
function isPassedOver(personId: number, since: Date): Prisma.Sql {
  return Prisma.sql`r.person_id = ${personId} AND r.skipped IN ('blocked', 'gone')
    AND EXISTS (SELECT 1 FROM announcements a WHERE a.id = r.announcement_id AND a.state = 'sending'
      AND ${leftSince(since)})
    AND EXISTS (SELECT 1 FROM people p WHERE p.id = r.person_id AND ${hasAccount()}
      AND NOT ${hasOptedOut(Prisma.sql`'announcements'`)})`;
}
