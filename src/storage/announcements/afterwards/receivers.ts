// Those whom an announcement was for: lists of them, and who has read it.
import { POST_KINDS } from "../../../domain/messages/post-kind.js";
import type { Receiver, ReceiversPort } from "../../../ports/announcements/receivers.js";
import type { Db } from "../../engine/database.js";
import { toJsonText } from "../../engine/json-text.js";
import { Prisma } from "../../generated/client.js";
import { nearestPage } from "../../page.js";
import { isRecallable } from "../../queue/recall.js";
import { hasOptedOut, isReachable } from "../../reachable.js";
import { POSTS } from "../../upkeep/posts.js";
import { spreadFrom, zoneTable } from "../audiences/who-is-meant.js";
import { createCalls } from "./calls.js";
import { isAt, isOnList, placesIn, RECEIVER_COLUMNS, receiverRows } from "./receiver-rows.js";
import { theirPost } from "./their-post.js";

export function createReceivers(db: Db): ReceiversPort {
  return {
    ...createCalls(db),

    async all(announcementId) {
      return db.$queryRaw<Receiver[]>`
        SELECT ${RECEIVER_COLUMNS} FROM ${receiverRows(ofAnnouncement(announcementId))} AS x
        ORDER BY x.class_name, x.name, x.id`;
    },

    async page(announcementId, list, place, wish) {
      const rows = await db.$queryRaw<(Receiver & { total: number; page: number })[]>`
        WITH x AS MATERIALIZED (
          SELECT x.* FROM ${receiverRows(ofAnnouncement(announcementId))} AS x
          WHERE ${isOnList(list)} AND ${isAt(place)}
        ), total AS (
          SELECT count(*)::int AS total, ${nearestPage(Prisma.sql`count(*)::int`, wish)} AS page FROM x
        )
        SELECT ${RECEIVER_COLUMNS}, total.total, total.page FROM x, total
        ORDER BY x.name, x.id LIMIT ${wish.most} OFFSET (SELECT page * ${wish.most}::int FROM total)`;
      const { total = 0, page = 0 } = rows[0] ?? {};
      return { rows, total, page, last: Math.max(0, Math.ceil(total / wish.most) - 1) };
    },

    places(announcementId, list, within) {
      const rows = Prisma.sql`FROM ${receiverRows(ofAnnouncement(announcementId))} AS x WHERE ${isOnList(list)}`;
      return placesIn(db, rows, within);
    },

    async reading(announcementId) {
      const [row] = await db.$queryRaw<[{ read: number; unread: number }]>`
        SELECT count(*) FILTER (WHERE r.read_at IS NOT NULL)::int AS read,
          count(*) FILTER (WHERE r.read_at IS NULL AND o.state = 'sent')::int AS unread
        FROM announcement_recipients r
        LEFT JOIN ${theirPost()} ON TRUE
        WHERE r.announcement_id = ${announcementId}`;
      return row;
    },

    async markRead(announcementId, personId, messageId, now) {
      const which = { announcementId, personId };
      const [post] = await db.$queryRaw<{ id: number; state: string }[]>`
        SELECT id, state::text FROM ${POSTS} o WHERE announcement_id = ${announcementId} AND person_id = ${personId}
          AND state IN ('sent', 'unknown', 'claimed')`;
      if (post === undefined || (await db.announcementRecipient.count({ where: which })) === 0) return "not_theirs";
      if (post.state === "unknown") {
        await db.$executeRaw`
          UPDATE outbox SET state = 'sent', cause = 'read', telegram_message_id = COALESCE(telegram_message_id, ${messageId}::bigint)
          WHERE id = ${post.id} AND state = 'unknown'`;
      }
      const { count } = await db.announcementRecipient.updateMany({
        where: { ...which, readAt: null },
        data: { readAt: now },
      });
      if (count === 0) return "read_before";
      await db.$executeRaw`
        UPDATE outbox SET state = 'cancelled', cause = 'read', settled_at = ${now}::timestamp
        WHERE key = ${askKey(announcementId, personId)} AND ${isRecallable}`;
      return "read";
    },

    async askToRead(announcementId, words, terms, now) {
      const { count } = await db.announcement.updateMany({
        where: { id: announcementId, askedAgainAt: null },
        data: { askedAgainAt: now },
      });
      if (count === 0) return null;
      const message = (
        language: Prisma.Sql,
      ) => Prisma.sql`(CASE WHEN ${language} = 'en' THEN ${toJsonText(words.en)}::jsonb
        ELSE ${toJsonText(words.id)}::jsonb END)`;
      return db.$executeRaw`
        WITH ${zoneTable(terms)}
        INSERT INTO outbox (key, kind, priority, chat_id, person_id, subjects, message, due_at, created_at)
        SELECT concat('ask-to-read:', ${announcementId}::int, ':', p.id), 'read_reminder', ${POST_KINDS.read_reminder.priority}::int,
          p.telegram_id, p.id, ARRAY[${`announcement:${announcementId}`}]::text[],
          ${message(Prisma.sql`p.language::text`)} || CASE WHEN o.chat_id = p.telegram_id AND o.telegram_message_id IS NOT NULL
            THEN jsonb_build_object('replyTo', o.telegram_message_id) ELSE '{}'::jsonb END,
          ${spreadFrom(Prisma.sql`p.id`)}, ${now}::timestamp
        FROM announcement_recipients r
        JOIN ${theirPost(Prisma.sql`outbox`)} ON o.state = 'sent'
        JOIN people p ON p.id = r.person_id JOIN zone z ON z.zone = COALESCE(p.zone, 'Asia/Jakarta')
        WHERE r.announcement_id = ${announcementId} AND r.read_at IS NULL AND ${isReachable()}
          AND NOT ${hasOptedOut(Prisma.sql`'announcements'`)}
        FOR KEY SHARE OF p
        ON CONFLICT (key) DO NOTHING`;
    },

    async askedToReadAt(announcementId) {
      const found = await db.announcement.findUnique({
        where: { id: announcementId },
        select: { askedAgainAt: true },
      });
      return found?.askedAgainAt ?? null;
    },
  };
}

const askKey = (announcementId: number, personId: number) => `ask-to-read:${announcementId}:${personId}`;

function ofAnnouncement(id: number): Prisma.Sql {
  return Prisma.sql`r.announcement_id = ${id}`;
}
