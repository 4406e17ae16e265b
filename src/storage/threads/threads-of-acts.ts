// What acts of staff do to threads: written first, answered by a talk, and taken back.
import type { ThreadBefore, ThreadsPort } from "../../ports/plans/threads.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { Prisma, type QuestionThread } from "../generated/client.js";

type OfActs = Pick<ThreadsPort, "answerHelpAbout" | "writeFirst" | "putBack" | "removeWritten">;

export function threadsOfActs(db: Db): OfActs {
  const putBack = async (threads: ThreadBefore[]) => {
    if (threads.length === 0) return;
    await db.$executeRaw`
      UPDATE question_threads t SET state = b.state::"ThreadState", last_at = b."lastAt", escalated_at = b."escalatedAt"
      FROM jsonb_to_recordset(${toJsonText(threads)}::jsonb) AS b(id int, state text, "lastAt" timestamp, "escalatedAt" timestamp)
      WHERE t.id = b.id AND t.state = 'answered'
        AND NOT EXISTS (SELECT 1 FROM thread_messages m WHERE m.thread_id = t.id AND m.sent_at > b."lastAt")`;
    // Who has written since waits since before: nothing answers them any more.
    const waited = threads.filter(({ state }) => state !== "answered");
    await db.$executeRaw`
      UPDATE question_threads t SET asked_at = LEAST(t.asked_at, b."askedAt")
      FROM jsonb_to_recordset(${toJsonText(waited)}::jsonb) AS b(id int, "lastAt" timestamp, "askedAt" timestamp)
      WHERE t.id = b.id AND t.state <> 'answered' AND NOT EXISTS (
        SELECT 1 FROM thread_messages m JOIN participants pa ON pa.id = t.participant_id
        WHERE m.thread_id = t.id AND m.author_id <> pa.person_id AND NOT m.holds AND m.sent_at > b."lastAt")`;
  };
  const locked = async (which: Prisma.Sql) => {
    const ids = await db.$queryRaw<
      { id: number }[]
    >`SELECT t.id FROM question_threads t WHERE ${which} ORDER BY t.id FOR UPDATE`;
    return db.questionThread.findMany({ where: { id: { in: ids.map(({ id }) => id) } }, orderBy: { id: "asc" } });
  };
  return {
    async answerHelpAbout(planIds) {
      const threads = await locked(Prisma.sql`t.id IN (SELECT f.thread_id FROM follow_ups f
        WHERE f.plan_id = ANY(${planIds}::int[]) AND f.resolved_at IS NULL)`);
      const where = { id: { in: threads.map(({ id }) => id) } };
      await db.questionThread.updateMany({ where, data: { state: "answered", escalatedAt: null } });
      return threads.map(toBefore);
    },
    async writeFirst(to, { actId, authorId }, now) {
      const continued = to.flatMap(({ threadId }) => threadId ?? []);
      const before = (await locked(Prisma.sql`t.id = ANY(${continued}::int[])`)).map(toBefore);
      await db.questionThread.updateMany({
        where: { id: { in: continued } },
        data: { state: "answered", lastAt: now, escalatedAt: null },
      });
      const fresh = to.filter(({ threadId }) => threadId === null);
      const opened = await db.questionThread.createManyAndReturn({
        data: fresh.map(({ participantId }) => ({
          ...{ participantId, state: "answered" as const, askedAt: now, lastAt: now },
        })),
        select: { id: true, participantId: true },
      });
      const threadOf = new Map(opened.map(({ id, participantId }) => [participantId, id]));
      const rows = to.flatMap(({ participantId, threadId, text }) => {
        const id = threadId ?? threadOf.get(participantId);
        return id === undefined ? [] : [{ participantId, threadId: id, text }];
      });
      const messages = await db.threadMessage.createManyAndReturn({
        data: rows.map(({ threadId, text }) => ({ threadId, authorId, text, actId, sentAt: now })),
        select: { id: true, threadId: true },
      });
      const messageIn = new Map(messages.map(({ id, threadId }) => [threadId, id]));
      const written = rows.map(({ participantId, threadId }) => ({
        ...{ participantId, threadId, messageId: messageIn.get(threadId) ?? 0 },
      }));
      return { written, before };
    },
    putBack,
    async removeWritten(actId, exceptMessageIds, before) {
      const removed = await db.$queryRaw<{ threadId: number }[]>`
        DELETE FROM thread_messages WHERE act_id = ${actId} AND id <> ALL(${exceptMessageIds}::int[])
        RETURNING thread_id AS "threadId"`;
      const threadIds = removed.map(({ threadId }) => threadId);
      await putBack(before.filter(({ id }) => threadIds.includes(id)));
      await db.$executeRaw`
        DELETE FROM question_threads t WHERE t.id = ANY(${threadIds}::int[])
          AND NOT EXISTS (SELECT 1 FROM thread_messages m WHERE m.thread_id = t.id)`;
    },
  };
}

function toBefore({ id, state, lastAt, askedAt, escalatedAt }: QuestionThread): ThreadBefore {
  const at = { lastAt: lastAt.toISOString(), askedAt: askedAt.toISOString() };
  return { id, state, ...at, escalatedAt: escalatedAt?.toISOString() ?? null };
}
