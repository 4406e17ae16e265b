// Question threads and their messages.

import { NO_RIGHT } from "../../domain/messages/post-kind.js";
import type { ThreadFile } from "../../domain/threads/thread-file.js";
import type { Zone } from "../../domain/time/zone.js";
import type { QuestionThread, ThreadOutcome, ThreadsPort } from "../../ports/plans/threads.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { Prisma } from "../generated/client.js";
import { toPerson } from "../people/people.js";
import { isInCare, isWithin, TRAINERS_NOW } from "../reach.js";
import { threadsOfActs } from "./threads-of-acts.js";

const WITH_ALL = {
  participant: { include: { person: true, library: true, trainingClass: { include: { wave: true } } } },
  followUps: { select: { id: true }, take: 1 },
  // A word that the answer is still to come is not what waits for it.
  messages: { where: { holds: false }, include: { author: true }, orderBy: { id: "desc" }, take: 1 },
} satisfies Prisma.QuestionThreadInclude;

export function createThreads(db: Db): ThreadsPort {
  const withThreads = async (rows: { id: number; since: Date }[]) => {
    const ids = rows.map(({ id }) => id);
    const threads =
      rows.length === 0 ? [] : await db.questionThread.findMany({ where: { id: { in: ids } }, include: WITH_ALL });
    const byId = new Map(threads.map((row) => [row.id, toThread(row)]));
    return rows.flatMap(({ id, since }) => {
      const thread = byId.get(id);
      return thread === undefined ? [] : [{ thread, since }];
    });
  };
  return {
    async open({ participantId, authorId, updateId, text, files }, now) {
      const known = await db.threadMessage.findUnique({ where: { authorId_updateId: { authorId, updateId } } });
      if (known !== null) return { threadId: known.threadId, messageId: known.id };
      const thread = await db.questionThread.create({ data: { participantId, askedAt: now, lastAt: now } });
      const message = await db.threadMessage.create({
        data: { threadId: thread.id, authorId, updateId, text, files: toColumn(files), sentAt: now },
      });
      return { threadId: thread.id, messageId: message.id };
    },
    async add(message, state, now) {
      const { authorId, updateId } = message;
      const known = await db.threadMessage.findUnique({ where: { authorId_updateId: { authorId, updateId } } });
      if (known !== null) return known.id;
      await db.questionThread.update({
        where: { id: message.threadId },
        data: { state, lastAt: now, ...(state === "answered" && { escalatedAt: null, repeatedAt: null }) },
      });
      const data = { ...message, files: toColumn(message.files), sentAt: now };
      return (await db.threadMessage.create({ data })).id;
    },
    async ofAlbum(authorId, albumId) {
      const [row] = await db.$queryRaw<{ messageId: number; threadId: number }[]>`
        SELECT id AS "messageId", thread_id AS "threadId" FROM thread_messages
        WHERE author_id = ${authorId} AND files @> ${JSON.stringify([{ albumId }])}::jsonb ORDER BY id LIMIT 1`;
      return row ?? null;
    },
    async addFile(messageId, file) {
      const [row] = await db.$queryRaw<{ before: number }[]>`
        UPDATE thread_messages SET files = files || ${JSON.stringify([file])}::jsonb
        WHERE id = ${messageId} AND NOT files @> ${JSON.stringify([{ fileId: file.fileId }])}::jsonb
        RETURNING jsonb_array_length(files) - 1 AS before`;
      return row?.before ?? null;
    },
    async find(id) {
      const row = await db.questionThread.findUnique({ where: { id }, include: WITH_ALL });
      return row === null ? null : toThread(row);
    },
    async latestOf(personId) {
      const row = await db.questionThread.findFirst({
        where: { participant: { personId } },
        include: WITH_ALL,
        orderBy: { lastAt: "desc" },
      });
      return row === null ? null : toThread(row);
    },
    async markRead(id) {
      await db.questionThread.updateMany({ where: { id, state: "unread" }, data: { state: "read" } });
    },
    async markAnswered(id) {
      await db.questionThread.updateMany({
        where: { id },
        data: { state: "answered", escalatedAt: null, repeatedAt: null },
      });
    },
    async unansweredIn({ trainerId, regions }, limit) {
      const inReach = isWithin(regions, Prisma.sql`c.province_code`, Prisma.sql`w.cohort_id`);
      const taught = isInCare({ trainerId, regions: [] }, Prisma.sql`c.id`, Prisma.sql`''`, Prisma.sql`0`);
      const ids = await db.$queryRaw<{ id: number }[]>`
        SELECT t.id FROM question_threads t
        JOIN participants pa ON pa.id = t.participant_id
        JOIN people p ON p.id = pa.person_id AND p.erased_at IS NULL
        JOIN training_classes c ON c.id = pa.class_id
        JOIN waves w ON w.id = c.wave_id
        WHERE t.state IN ('unread', 'read') AND (${taught} OR (t.escalated_at IS NOT NULL AND ${inReach}))
        ORDER BY t.last_at, t.id`;
      const rows = await db.questionThread.findMany({
        where: { id: { in: ids.slice(0, limit).map(({ id }) => id) } },
        include: WITH_ALL,
        orderBy: [{ lastAt: "asc" }, { id: "asc" }],
      });
      return { threads: rows.map(toThread), total: ids.length };
    },
    async unansweredSince(before, limit) {
      const rows = await db.$queryRaw<{ id: number; since: Date }[]>`
        SELECT t.id, asked.since FROM question_threads t
        JOIN participants pa ON pa.id = t.participant_id
        JOIN people p ON p.id = pa.person_id AND p.erased_at IS NULL
        JOIN ${ASKED} ON asked.since <= ${before}::timestamp
        WHERE t.state IN ('unread', 'read') AND t.escalated_at IS NULL
        ORDER BY asked.since, t.id LIMIT ${limit}`;
      return withThreads(rows);
    },
    async toRepeat(bars, limit) {
      const rows = await db.$queryRaw<{ id: number; since: Date }[]>`
        SELECT t.id, asked.since FROM question_threads t
        JOIN participants pa ON pa.id = t.participant_id
        JOIN training_classes c ON c.id = pa.class_id
        JOIN people p ON p.id = pa.person_id AND p.erased_at IS NULL
        JOIN jsonb_to_recordset(${toJsonText(bars)}::jsonb) AS bar(zone text, first text, again text) ON bar.zone = c.zone
        JOIN ${ASKED} ON asked.since <= bar.first::timestamp
        WHERE t.state IN ('unread', 'read') AND (t.repeated_at IS NULL OR t.repeated_at <= bar.again::timestamp)
        ORDER BY asked.since, t.id LIMIT ${limit}`;
      return withThreads(rows);
    },
    async markRepeated(ids, now) {
      await db.questionThread.updateMany({
        where: { id: { in: ids }, state: { in: ["unread", "read"] } },
        data: { repeatedAt: now },
      });
    },
    async wordsBefore(threadId, messageId) {
      const row = await db.threadMessage.findFirst({
        where: { threadId, id: { lt: messageId }, author: { erasedAt: null } },
        include: { author: true },
        orderBy: { id: "desc" },
      });
      return row === null ? null : { text: row.text, authorId: row.authorId, authorName: row.author.name };
    },
    async lastPostIn(threadId, chatId) {
      const row = await db.outbox.findFirst({
        where: { chatId, state: "sent", telegramMessageId: { not: null }, subjects: { has: `thread:${threadId}` } },
        select: { telegramMessageId: true },
        orderBy: { id: "desc" },
      });
      return row?.telegramMessageId == null ? null : Number(row.telegramMessageId);
    },
    async withoutReaders(limit) {
      const ids = await db.$queryRaw<{ id: number }[]>`
        SELECT t.id FROM question_threads t
        JOIN participants pa ON pa.id = t.participant_id
        JOIN people p ON p.id = pa.person_id AND p.erased_at IS NULL
        WHERE t.state IN ('unread', 'read') AND t.escalated_at IS NULL AND (
          NOT EXISTS (SELECT 1 FROM ${TRAINERS_NOW} taught WHERE taught.class_id = pa.class_id)
          OR EXISTS (SELECT 1 FROM outbox o WHERE o.subjects @> ARRAY['thread:' || t.id] AND ${isTakenBack}
            AND EXISTS (SELECT 1 FROM unnest(o.subjects) AS s (subject) WHERE s.subject LIKE 'thread\\_message:%')))
        ORDER BY t.last_at, t.id LIMIT ${limit}`;
      if (ids.length === 0) return [];
      const rows = await db.questionThread.findMany({
        where: { id: { in: ids.map(({ id }) => id) } },
        include: WITH_ALL,
        orderBy: [{ lastAt: "asc" }, { id: "asc" }],
      });
      return rows.map(toThread);
    },
    async unheard(threadId) {
      return db.$queryRaw<{ messageId: number; text: string; files: ThreadFile[] }[]>`
        SELECT m.id AS "messageId", m.text, m.files
        FROM thread_messages m JOIN question_threads t ON t.id = m.thread_id JOIN participants pa ON pa.id = t.participant_id
        WHERE t.id = ${threadId} AND m.author_id = pa.person_id AND m.id > coalesce((
          SELECT max(o.id) FROM thread_messages o WHERE o.thread_id = t.id AND o.author_id <> pa.person_id), 0)
        ORDER BY m.id`;
    },
    async markEscalated(id, now) {
      const { count } = await db.questionThread.updateMany({
        where: { id, escalatedAt: null, state: { in: ["unread", "read"] } },
        data: { escalatedAt: now },
      });
      return count > 0;
    },
    async countUnanswered(trainerIds) {
      return db.$queryRaw<{ trainerId: number; zone: Zone | null; count: number; since: Date }[]>`
        SELECT ct.person_id AS "trainerId", trainer.zone, count(*)::int AS count, min(t.last_at) AS since
        FROM question_threads t
        JOIN participants pa ON pa.id = t.participant_id
        JOIN people p ON p.id = pa.person_id AND p.erased_at IS NULL
        JOIN ${TRAINERS_NOW} ct ON ct.class_id = pa.class_id
        JOIN people trainer ON trainer.id = ct.person_id
        WHERE t.state IN ('unread', 'read') AND ct.person_id = ANY(${trainerIds}::int[])
          AND NOT EXISTS (SELECT 1 FROM follow_ups f WHERE f.thread_id = t.id AND f.resolved_at IS NULL)
        GROUP BY ct.person_id, trainer.zone`;
    },
    async waitingOf(trainerIds) {
      return db.$queryRaw`
        SELECT ct.person_id AS "trainerId", pa.library_id AS "libraryId", w.cohort_id AS "cohortId", pa.id AS "participantId",
          c.zone, min(t.last_at) AS since
        FROM question_threads t
        JOIN participants pa ON pa.id = t.participant_id AND pa.left_at IS NULL
        JOIN people p ON p.id = pa.person_id AND p.erased_at IS NULL
        JOIN training_classes c ON c.id = pa.class_id
        JOIN waves w ON w.id = c.wave_id
        JOIN ${TRAINERS_NOW} ct ON ct.class_id = pa.class_id AND ct.person_id = ANY(${trainerIds}::int[])
        WHERE t.state IN ('unread', 'read')
          AND NOT EXISTS (SELECT 1 FROM follow_ups f WHERE f.thread_id = t.id AND f.resolved_at IS NULL)
        GROUP BY ct.person_id, pa.library_id, w.cohort_id, pa.id, c.zone
        ORDER BY min(t.last_at), pa.id`;
    },
    async threadOfPost(chatId, telegramMessageId) {
      const row = await db.outbox.findFirst({
        where: { chatId, state: "sent", telegramMessageId },
        select: { subjects: true },
      });
      const id = row?.subjects
        .map((subject) => /^thread:(\d+)$/.exec(subject)?.[1])
        .find((found) => found !== undefined);
      return id === undefined ? null : Number(id);
    },
    async underway(since, limit) {
      return db.$queryRaw<{ id: number; threadId: number; authorId: number; became: ThreadOutcome }[]>`
        SELECT m.id, m.thread_id AS "threadId", m.author_id AS "authorId", CASE
            WHEN bool_or(o.state = 'sent') THEN 'arrived'
            -- What its receiver may not have any more is passed on to others first.
            WHEN bool_or(o.state IN ('waiting', 'claimed', 'unknown') OR (${isTakenBack})) THEN 'open'
            ELSE 'failed'
          END AS became
        FROM (
          SELECT * FROM thread_messages WHERE delivery = 'underway' AND sent_at >= ${since}::timestamp
          ORDER BY sent_at LIMIT ${limit}
        ) m
        LEFT JOIN outbox o ON o.subjects @> ARRAY['thread_message:' || m.id]
        GROUP BY m.id, m.thread_id, m.author_id
        ORDER BY m.id`;
    },
    async settle(messageIds, delivery) {
      await db.threadMessage.updateMany({ where: { id: { in: messageIds } }, data: { delivery } });
    },
    ...threadsOfActs(db),
  };
}

const toColumn = (files: ThreadFile[]) => files as unknown as Prisma.InputJsonValue;

/** What the asker p wrote in a thread t since anybody else did; a word that the answer is still to come is none. */
const ASKED = Prisma.sql`LATERAL (
  SELECT min(m.sent_at) AS since FROM thread_messages m
  WHERE m.thread_id = t.id AND m.author_id = p.id AND m.id > coalesce((
    SELECT max(o.id) FROM thread_messages o WHERE o.thread_id = t.id AND o.author_id <> p.id AND NOT o.holds), 0)
) asked`;

/** Of a row o of the outbox: it stayed because its receiver is no trainer of it any more. */
const isTakenBack = Prisma.sql`o.state = 'cancelled' AND o.cause = ${NO_RIGHT}`;

function toThread(row: Prisma.QuestionThreadGetPayload<{ include: typeof WITH_ALL }>): QuestionThread {
  const { person, library, trainingClass } = row.participant;
  const [last] = row.messages;
  if (last === undefined) throw new Error(`The thread ${row.id} has no message, though it was opened by one.`);
  return {
    id: row.id,
    state: row.state,
    asker: toPerson(person),
    libraryName: library?.name ?? null,
    participantId: row.participantId,
    classId: trainingClass.id,
    className: trainingClass.name,
    provinceCode: trainingClass.provinceCode,
    cohortId: trainingClass.wave.cohortId,
    zone: trainingClass.zone as Zone,
    isHelp: row.followUps.length > 0,
    lastAt: row.lastAt,
    escalatedAt: row.escalatedAt,
    last: {
      ...{ text: last.text, authorId: last.authorId, authorName: last.author.name },
      files: (last.files as unknown as ThreadFile[]).map(({ kind }) => kind),
    },
  };
}
