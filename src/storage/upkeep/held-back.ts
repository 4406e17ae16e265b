// What was owed and did not leave: written by those who decide against it, read by the one who asks why.
import type { HeldReason, PostFacts } from "../../domain/fates/fate.js";
import type { PostKind } from "../../domain/messages/post-kind.js";
import type { HeldBackPort } from "../../ports/upkeep/held-back.js";
import { dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { Prisma } from "../generated/client.js";
import { hasOptedOut, isAway, isReachable } from "../reachable.js";
import { POSTS } from "./posts.js";

export function createHeldBack(db: Db): HeldBackPort {
  return {
    async note(held, now) {
      if (held.length === 0) return;
      await keep(
        db,
        now,
        Prisma.sql`SELECT r."personId" AS person_id, r.fact, r.kind, r.reason, r.until
          FROM jsonb_to_recordset(${toJsonText(held)}::jsonb) AS r(
            "personId" int, fact text, kind text, reason text, until timestamp)`,
      );
    },

    async notePassedOver(keys, now) {
      if (keys.length === 0) return;
      await keep(
        db,
        now,
        Prisma.sql`SELECT p.id AS person_id, r.key || ':' || p.id AS fact, r.kind, ${WHY_NOT} AS reason, NULL::timestamp AS until
          FROM jsonb_to_recordset(${toJsonText(keys)}::jsonb) AS r("classId" int, key text, kind text)
          JOIN participants pa ON pa.class_id = r."classId" AND pa.left_at IS NULL
          JOIN people p ON p.id = pa.person_id
          WHERE (NOT ${isReachable()} OR p.zone IS NULL OR ${hasOptedOut(Prisma.sql`'reminders'`)})
            AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.key = r.key || ':' || p.id)`,
      );
    },

    async ofDay(personId, { day, from, to }) {
      const within = (at: Prisma.Sql) => Prisma.sql`(${at} >= ${from}::timestamp AND ${at} < ${to}::timestamp)`;
      const at = (column: string) => Prisma.raw(column);
      const posts = await db.$queryRaw<PostFacts[]>`
        SELECT o.key, o.kind, o.state::text, o.cause, o.due_at AS "dueAt", o.left_at AS "leftAt", o.settled_at AS "settledAt",
          COALESCE(a.state = 'paused', false) AS "isPaused",
          (SELECT count(*)::int FROM ${POSTS} beside WHERE beside.person_id = o.person_id AND beside.id <> o.id
            AND beside.telegram_message_id = o.telegram_message_id) AS together
        FROM ${POSTS} o LEFT JOIN announcements a ON a.id = o.announcement_id
        WHERE o.person_id = ${personId} AND (${within(at("o.due_at"))} OR ${within(at("o.left_at"))}
          OR ${within(at("o.settled_at"))} OR ${within(at("o.created_at"))}
          OR (o.state IN ('waiting', 'claimed') AND o.created_at < ${to}::timestamp AND o.due_at < ${to}::timestamp))
        ORDER BY o.due_at, o.id`;
      const held = await db.$queryRaw<
        { fact: string; kind: PostKind; reason: HeldReason; at: Date; until: Date | null }[]
      >`
        SELECT fact, kind, reason, at, until FROM held_back
        WHERE person_id = ${personId} AND day = ${dayToColumn(day)}::date ORDER BY at, fact`;
      const passedOver = await db.$queryRaw<{ at: Date; skipped: string }[]>`
        SELECT a.created_at AS at, r.skipped FROM announcement_recipients r JOIN announcements a ON a.id = r.announcement_id
        WHERE r.person_id = ${personId} AND r.skipped IS NOT NULL AND ${within(at("a.created_at"))} ORDER BY a.id`;
      const nothingNew = await db.$queryRaw<{ kind: PostKind; at: Date }[]>`
        SELECT 'overdue_alert' AS kind, at FROM mornings
        WHERE trainer_id = ${personId} AND day = ${dayToColumn(day)}::date AND shown = 0
        UNION ALL
        SELECT 'daily_summary', to_at FROM daily_summaries
        WHERE trainer_id = ${personId} AND day = ${dayToColumn(day)}::date AND NOT sent`;
      return { posts, held, passedOver, nothingNew };
    },
  };
}

/** Of a person p who is passed over for one of these. */
const WHY_NOT = Prisma.sql`CASE WHEN p.telegram_id IS NULL THEN 'no_account' WHEN ${isAway()} THEN 'unreachable'
  WHEN p.zone IS NULL THEN 'no_zone' ELSE 'opted_out' END`;

/** Posts that found nobody to write to: said once a person, day and key. Call it where some of them were not written. */
export async function notePassedOverPosts(
  db: Db,
  posts: { key: string; kind: PostKind; personId: number; optOut: string }[],
  now: Date,
): Promise<void> {
  await keep(
    db,
    now,
    Prisma.sql`SELECT p.id AS person_id, r.key AS fact, r.kind, ${WHY_NOT} AS reason, NULL::timestamp AS until
      FROM jsonb_to_recordset(${toJsonText(posts)}::jsonb) AS r(key text, kind text, "personId" int, "optOut" text)
      JOIN people p ON p.id = r."personId"
      WHERE NOT ${isReachable()} OR ${hasOptedOut(Prisma.sql`r."optOut"`)}`,
  );
}

/** Posts that were taken for sending and stay for later: their rows forget that when they leave. */
export async function notePutOff(db: Db, ids: number[], reason: HeldReason, now: Date): Promise<void> {
  await keep(
    db,
    now,
    Prisma.sql`SELECT person_id, key AS fact, kind, ${reason}::text AS reason, due_at AS until
      FROM outbox WHERE id = ANY(${ids}::int[]) AND person_id IS NOT NULL`,
  );
}

/** The day is that of the person's own clock. The person is held against being erased meanwhile, and nobody erased is written down. */
async function keep(db: Db, now: Date, which: Prisma.Sql): Promise<void> {
  await db.$executeRaw`
    INSERT INTO held_back (person_id, day, fact, kind, reason, at, until)
    SELECT DISTINCT ON (w.person_id, w.fact) h.id,
      (${now}::timestamp AT TIME ZONE 'UTC' AT TIME ZONE COALESCE(h.zone, 'Asia/Jakarta'))::date,
      w.fact, w.kind, w.reason, ${now}::timestamp, w.until
    FROM (${which}) AS w
    JOIN (SELECT id, zone FROM people WHERE erased_at IS NULL AND id IN (SELECT person_id FROM (${which}) AS of_them) FOR KEY SHARE) AS h
      ON h.id = w.person_id
    ORDER BY w.person_id, w.fact
    ON CONFLICT (person_id, day, fact) DO UPDATE SET reason = EXCLUDED.reason, at = EXCLUDED.at, until = EXCLUDED.until
      WHERE held_back.reason <> EXCLUDED.reason OR held_back.until IS DISTINCT FROM EXCLUDED.until`;
}
