// Question threads and their messages.
import type { ThreadFile } from "../../domain/threads/thread-file.js";
import { LONGEST_LETTER } from "../../domain/threads/waiting.js";
import type { ThreadOutcome, ThreadsPort, WaitingWord } from "../../ports/plans/threads.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { POSTS } from "../upkeep/posts.js";
import { toThread, WITH_ALL } from "./thread-row.js";
import { threadsOfActs } from "./threads-of-acts.js";
import { isTakenBack, waitingThreads } from "./waiting-threads.js";

export function createThreads(db: Db): ThreadsPort {
  /** What the asker wrote that nobody has answered. A trainer's word that is not the last answers nothing after which the asker waits. */
  const waitingWords = (threadId: number, only: Prisma.Sql) => db.$queryRaw<WaitingWord[]>`
    SELECT m.id AS "messageId", m.text, m.files, m.sent_at AS "sentAt"
    FROM thread_messages m JOIN question_threads t ON t.id = m.thread_id JOIN participants pa ON pa.id = t.participant_id
    WHERE t.id = ${threadId} AND m.author_id = pa.person_id AND m.sent_at >= t.asked_at AND m.id > coalesce((
      SELECT max(a.id) FROM thread_messages a WHERE a.thread_id = t.id AND a.author_id <> pa.person_id AND NOT a.holds), 0) ${only}
    ORDER BY m.id`;
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
    async lock(id) {
      await db.$queryRaw`SELECT id FROM question_threads WHERE id = ${id} FOR UPDATE`;
      const row = await db.questionThread.findUnique({ where: { id }, include: WITH_ALL });
      return row === null ? null : toThread(row);
    },
    async add(message, state, now, waitsSince = null) {
      const { authorId, updateId } = message;
      const known = await db.threadMessage.findUnique({ where: { authorId_updateId: { authorId, updateId } } });
      if (known !== null) return known.id;
      if (state === "answered") {
        const data = {
          ...(waitsSince === null ? { state } : waitsAnew(waitsSince)),
          escalatedAt: null,
          repeatedAt: null,
        };
        await db.questionThread.update({ where: { id: message.threadId }, data: { ...data, lastAt: now } });
      } else {
        // Who adds a word waits since the first.
        await db.$executeRaw`
          UPDATE question_threads SET asked_at = CASE WHEN state = 'answered' THEN ${now}::timestamp ELSE asked_at END,
            state = ${state}::"ThreadState", last_at = ${now}::timestamp
          WHERE id = ${message.threadId}`;
      }
      const data = { ...message, files: toColumn(message.files), sentAt: now };
      return (await db.threadMessage.create({ data })).id;
    },
    async ofAlbum(authorId, albumId) {
      const [row] = await db.$queryRaw<{ messageId: number; threadId: number }[]>`
        SELECT id AS "messageId", thread_id AS "threadId" FROM thread_messages
        WHERE author_id = ${authorId} AND files @> ${JSON.stringify([{ albumId }])}::jsonb ORDER BY id LIMIT 1`;
      return row ?? null;
    },
    async addFile(messageId, file, words) {
      const [row] = await db.$queryRaw<{ before: number }[]>`
        UPDATE thread_messages SET files = files || ${JSON.stringify([file])}::jsonb,
          -- Longer than a letter it could not be shown whole any more: its readers have these words with their file.
          text = CASE WHEN ${words}::text = '' OR length(text) + length(${words}::text) + 2 > ${LONGEST_LETTER}::int THEN text
            ELSE concat_ws(E'\n\n', NULLIF(text, ''), ${words}::text) END
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
    async markAnswered(id, waitsSince = null) {
      const data = waitsSince === null ? { state: "answered" as const } : waitsAnew(waitsSince);
      await db.questionThread.updateMany({ where: { id }, data: { ...data, escalatedAt: null, repeatedAt: null } });
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
      const [row] = await db.$queryRaw<{ messageId: bigint }[]>`
        SELECT telegram_message_id AS "messageId" FROM ${POSTS} o
        WHERE subjects @> ARRAY[${`thread:${threadId}`}]::text[] AND chat_id = ${chatId}::bigint AND state = 'sent'
          AND telegram_message_id IS NOT NULL
        ORDER BY id DESC LIMIT 1`;
      return row === undefined ? null : Number(row.messageId);
    },
    unheard: (threadId) => waitingWords(threadId, Prisma.empty),
    unreadBy: (threadId, personId) =>
      waitingWords(
        threadId,
        Prisma.sql`AND NOT EXISTS (SELECT 1 FROM ${POSTS} o WHERE o.subjects @> ARRAY['thread_message:' || m.id]
          AND o.person_id = ${personId} AND o.state IN ('claimed', 'sent', 'unknown'))`,
      ),
    async threadsOfPost(chatId, telegramMessageId) {
      // Of posts that left together each has a row, with one number of Telegram's for all.
      const rows = await db.$queryRaw<{ subjects: string[]; writtenAt: Date }[]>`
        SELECT subjects, created_at AS "writtenAt" FROM ${POSTS} o
        WHERE chat_id = ${chatId}::bigint AND state = 'sent'
          -- Of an album any photo may be replied to.
          AND (telegram_message_id = ${telegramMessageId}::bigint OR ${telegramMessageId}::bigint = ANY(more_message_ids))
        ORDER BY id`;
      const found = new Map<number, Date>();
      for (const { subjects, writtenAt } of rows) {
        for (const subject of subjects) {
          const id = /^thread:(\d+)$/.exec(subject)?.[1];
          if (id !== undefined) found.set(Number(id), writtenAt);
        }
      }
      return [...found].map(([threadId, writtenAt]) => ({ threadId, writtenAt }));
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
        LEFT JOIN ${POSTS} o ON o.subjects @> ARRAY['thread_message:' || m.id]
        GROUP BY m.id, m.thread_id, m.author_id
        ORDER BY m.id`;
    },
    async settle(messageIds, delivery) {
      await db.threadMessage.updateMany({ where: { id: { in: messageIds } }, data: { delivery } });
    },
    ...waitingThreads(db),
    ...threadsOfActs(db),
  };
}

/** Answered was what came before: the next word waits since it was written. */
const waitsAnew = (since: Date) => ({ state: "unread" as const, askedAt: since });

const toColumn = (files: ThreadFile[]) => files as unknown as Prisma.InputJsonValue;
