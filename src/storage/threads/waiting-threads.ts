// Threads that wait for an answer: who asks, since when, and who was told of it again.

import { NO_RIGHT } from "../../domain/messages/post-kind.js";
import type { ThreadsPort, UnansweredOf, UnsentAnswer } from "../../ports/plans/threads.js";
import { lookingAfter, toldOf } from "../caseload/looking-after.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { Prisma } from "../generated/client.js";
import { isInCare, isWithin } from "../reach.js";
import { isReachable } from "../reachable.js";
import { POSTS } from "../upkeep/posts.js";
import { toThread, WITH_ALL } from "./thread-row.js";

type Waiting = Pick<
  ThreadsPort,
  | (
      | "unansweredIn"
      | "unansweredSince"
      | "toRepeat"
      | "markRepeated"
      | "withoutReaders"
      | "markEscalated"
      | "unsentAnswers"
    )
  | ("countUnanswered" | "waitingOf")
>;

export function waitingThreads(db: Db): Waiting {
  /** Who waits the longest comes first. */
  const threadsOf = async (found: { id: number }[]) => {
    if (found.length === 0) return [];
    const rows = await db.questionThread.findMany({
      where: { id: { in: found.map(({ id }) => id) } },
      include: WITH_ALL,
      orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    });
    return rows.map(toThread);
  };
  return {
    async unansweredIn(care, limit) {
      const inReach = isWithin(care.regions, Prisma.sql`c.province_code`, Prisma.sql`w.cohort_id`);
      const taught = isInCare({ ...care, regions: [] }, Prisma.sql`c.id`, Prisma.sql`''`, Prisma.sql`0`);
      const ids = await db.$queryRaw<{ id: number }[]>`
        SELECT t.id FROM question_threads t
        JOIN participants pa ON pa.id = t.participant_id
        JOIN people p ON p.id = pa.person_id AND p.erased_at IS NULL
        JOIN training_classes c ON c.id = pa.class_id
        JOIN waves w ON w.id = c.wave_id
        WHERE t.state IN ('unread', 'read') AND (${taught} OR (t.escalated_at IS NOT NULL AND ${inReach}))
        ORDER BY t.asked_at, t.id`;
      return { threads: await threadsOf(ids.slice(0, limit)), total: ids.length };
    },
    async unansweredSince(before, limit) {
      const ids = await db.$queryRaw<{ id: number }[]>`
        SELECT t.id FROM question_threads t
        JOIN participants pa ON pa.id = t.participant_id
        JOIN people p ON p.id = pa.person_id AND p.erased_at IS NULL
        WHERE t.state IN ('unread', 'read') AND t.escalated_at IS NULL AND t.asked_at <= ${before}::timestamp
        ORDER BY t.asked_at, t.id LIMIT ${limit}`;
      return threadsOf(ids);
    },
    async toRepeat(bars, limit) {
      const ids = await db.$queryRaw<{ id: number }[]>`
        SELECT t.id FROM question_threads t
        JOIN participants pa ON pa.id = t.participant_id
        JOIN training_classes c ON c.id = pa.class_id
        JOIN people p ON p.id = pa.person_id AND p.erased_at IS NULL
        JOIN jsonb_to_recordset(${toJsonText(bars)}::jsonb) AS bar(zone text, first text, again text) ON bar.zone = c.zone
        WHERE t.state IN ('unread', 'read') AND t.asked_at <= bar.first::timestamp
          AND (t.repeated_at IS NULL OR t.repeated_at <= bar.again::timestamp)
        ORDER BY t.asked_at, t.id LIMIT ${limit}`;
      return threadsOf(ids);
    },
    async markRepeated(ids, now) {
      await db.questionThread.updateMany({
        where: { id: { in: ids }, state: { in: ["unread", "read"] } },
        data: { repeatedAt: now },
      });
    },
    async withoutReaders(limit, now) {
      const ids = await db.$queryRaw<{ id: number }[]>`
        SELECT t.id FROM question_threads t
        JOIN participants pa ON pa.id = t.participant_id
        JOIN people p ON p.id = pa.person_id AND p.erased_at IS NULL
        WHERE t.state IN ('unread', 'read') AND t.escalated_at IS NULL AND (
          NOT EXISTS (SELECT 1 FROM ${toldOf(now)} taught WHERE taught.class_id = pa.class_id)
          OR EXISTS (SELECT 1 FROM ${POSTS} o WHERE o.subjects @> ARRAY['thread:' || t.id] AND ${isTakenBack}
            AND EXISTS (SELECT 1 FROM unnest(o.subjects) AS s (subject) WHERE s.subject LIKE 'thread\\_message:%')))
        ORDER BY t.asked_at, t.id LIMIT ${limit}`;
      return threadsOf(ids);
    },
    async unsentAnswers(since, limit) {
      return db.$queryRaw<UnsentAnswer[]>`
        SELECT m.thread_id AS "threadId", m.id AS "messageId", m.author_id AS "authorId", m.text, m.files
        FROM thread_messages m
        JOIN people author ON author.id = m.author_id AND author.erased_at IS NULL
        JOIN question_threads t ON t.id = m.thread_id
        JOIN participants pa ON pa.id = t.participant_id AND pa.left_at IS NULL AND pa.person_id <> m.author_id
        JOIN people p ON p.id = pa.person_id AND ${isReachable()}
        WHERE m.delivery = 'failed' AND m.sent_at >= ${since}::timestamp
          AND NOT EXISTS (SELECT 1 FROM ${POSTS} o WHERE o.subjects @> ARRAY['thread_message:' || m.id] AND o.person_id = p.id)
        ORDER BY m.id LIMIT ${limit}`;
    },
    async markEscalated(id, now) {
      const { count } = await db.questionThread.updateMany({
        where: { id, escalatedAt: null, state: { in: ["unread", "read"] } },
        data: { escalatedAt: now },
      });
      return count > 0;
    },
    async countUnanswered(trainerIds, now) {
      return db.$queryRaw<UnansweredOf[]>`
        SELECT ct.person_id AS "trainerId", trainer.zone, count(*)::int AS inbox,
          (count(*) FILTER (WHERE NOT ${isForHelp}))::int AS count, min(t.asked_at) FILTER (WHERE NOT ${isForHelp}) AS since
        FROM question_threads t
        JOIN participants pa ON pa.id = t.participant_id
        JOIN people p ON p.id = pa.person_id AND p.erased_at IS NULL
        JOIN ${lookingAfter(now)} ct ON ct.class_id = pa.class_id
        JOIN people trainer ON trainer.id = ct.person_id
        WHERE t.state IN ('unread', 'read') AND ct.person_id = ANY(${trainerIds}::int[])
        GROUP BY ct.person_id, trainer.zone`;
    },
    async waitingOf(trainerIds, now) {
      return db.$queryRaw`
        SELECT ct.person_id AS "trainerId", pa.library_id AS "libraryId", w.cohort_id AS "cohortId", pa.id AS "participantId",
          c.zone, min(t.asked_at) AS since
        FROM question_threads t
        JOIN participants pa ON pa.id = t.participant_id AND pa.left_at IS NULL
        JOIN people p ON p.id = pa.person_id AND p.erased_at IS NULL
        JOIN training_classes c ON c.id = pa.class_id
        JOIN waves w ON w.id = c.wave_id
        JOIN ${lookingAfter(now)} ct ON ct.class_id = pa.class_id AND ct.person_id = ANY(${trainerIds}::int[])
        WHERE t.state IN ('unread', 'read')
          AND NOT ${isForHelp}
        GROUP BY ct.person_id, pa.library_id, w.cohort_id, pa.id, c.zone
        ORDER BY min(t.asked_at), pa.id`;
    },
  };
}

/** Of a row o of the outbox: it stayed because its receiver is no trainer of it any more. */
export const isTakenBack = Prisma.sql`o.state = 'cancelled' AND o.cause = ${NO_RIGHT}`;

/** Of a thread t: it is answered as a plea for help, and counted there. */
const isForHelp = Prisma.sql`EXISTS (SELECT 1 FROM follow_ups f WHERE f.thread_id = t.id AND f.resolved_at IS NULL)`;
