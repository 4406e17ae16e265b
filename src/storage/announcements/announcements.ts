// Announcements: published by one statement however many people they are for; where they stand is counted, never kept.
import { z } from "zod";
import {
  type AnnouncementContent,
  type AnnouncementState,
  type AnnouncementVariable,
  type Audience,
  emptyTally,
  ledgerEntry,
  type RecipientFacts,
  variablesIn,
} from "../../domain/announcements/announcement.js";
import { POST_KINDS } from "../../domain/messages/post-kind.js";
import type { Reach } from "../../domain/people/admin-reach.js";
import type {
  Announcement,
  AnnouncementsPort,
  ApprovalRequest,
  AudienceTerms,
  NewAnnouncement,
} from "../../ports/announcements.js";
import { dayFromColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { Prisma } from "../generated/client.js";
import { isRecallable } from "../queue/recall.js";
import { adminsCovering, covers, isWithin } from "../reach.js";
import { ledgerOf } from "./announcement-ledger.js";
import { audienceTables, spreadFrom, zoneTable } from "./audience.js";
import { previewAudience, spendingOfReceivers } from "./audience-preview.js";

const WITH_AUTHOR = { author: true, approver: true } satisfies Prisma.AnnouncementInclude;

export function createAnnouncements(db: Db): AnnouncementsPort {
  const find = async (id: number) => {
    const row = await db.announcement.findUnique({ where: { id }, include: WITH_AUTHOR });
    return row === null ? null : toAnnouncement(row);
  };
  // Two presses at the same instant: the second waits here for the first, and then finds its announcement.
  const create = async (
    { authorId, draftId, content, audience, contentHash, emergency = false }: NewAnnouncement,
    reach: Reach[],
    state: AnnouncementState,
    now: Date,
  ) => {
    const [made] = await db.$queryRaw<{ id: number }[]>`
      INSERT INTO announcements (author_id, draft_id, content, audience, content_hash, emergency, state, created_at)
      VALUES (${authorId}, ${draftId}, ${toJsonText(content)}::jsonb, ${toJsonText({ ...audience, reach })}::jsonb,
        ${contentHash}, ${emergency}, ${state}::"AnnouncementState", ${now}::timestamp)
      ON CONFLICT (draft_id) DO NOTHING RETURNING id`;
    if (made !== undefined) return { id: made.id, isNew: true };
    const { id } = await db.announcement.findUniqueOrThrow({ where: { draftId }, select: { id: true } });
    return { id, isNew: false };
  };
  // One statement, one view of the world: who is marked reachable here has a post, and nobody else. It locks the announcement
  // once, instead of a foreign key for each row.
  const fanOut = async (
    id: number,
    { content, audience, emergency = false }: Pick<NewAnnouncement, "content" | "audience" | "emergency">,
    terms: AudienceTerms,
    now: Date,
  ) => {
    const posted = await db.$executeRaw`
        WITH ${audienceTables(audience, terms)}, announcement AS (
          SELECT id FROM announcements WHERE id = ${id} FOR KEY SHARE
        ), recipient AS (
          INSERT INTO announcement_recipients (announcement_id, person_id, roster_row_id, skipped)
          SELECT n.id, a.person_id, a.roster_row_id, a.skipped FROM announcement n, audience a
        )
        INSERT INTO outbox (key, kind, priority, chat_id, person_id, announcement_id, variables, due_at, exempt, created_at)
        SELECT concat('announcement:', n.id, ':', a.person_id), 'announcement', ${POST_KINDS.announcement.priority}::int,
          a.telegram_id, a.person_id, n.id,
          jsonb_build_object(${wordsFor(content)}),
          ${spreadFrom(Prisma.sql`z."dueAt"`, Prisma.sql`a.person_id`, now)}, ${emergency}, ${now}::timestamp
        FROM announcement n, audience a JOIN zone z ON z.zone = a.zone
        WHERE a.skipped IS NULL`;
    // The foreign key of its recipients has waited for those who were being erased, and holds the others: now they are told apart.
    const erased = await db.$executeRaw`
      UPDATE outbox o SET state = 'cancelled', cause = 'erased', settled_at = ${now}::timestamp, chat_id = 0, variables = NULL
      FROM people p WHERE o.announcement_id = ${id} AND p.id = o.person_id AND p.erased_at IS NOT NULL AND o.chat_id <> 0`;
    return posted - erased;
  };
  return {
    preview: (audience, terms) => previewAudience(db, audience, terms),
    spendingOf: (audience, terms, window) => spendingOfReceivers(db, audience, terms, window),

    async provincesWithin(reach) {
      return db.$queryRaw<{ code: string; name: string }[]>`
        SELECT p.code, p.name FROM places p
        WHERE p.code IN (SELECT c.province_code FROM ${classesWithPlaces()} AS c
          WHERE ${isWithin(reach, Prisma.sql`c.place`, Prisma.sql`c.cohort_id`)})
        ORDER BY p.name`;
    },

    async classesWithin(reach, provinceCode) {
      const rows = await db.$queryRaw<{ id: number; name: string; starts_on: Date }[]>`
        SELECT DISTINCT c.id, c.name, c.starts_on FROM ${classesWithPlaces()} AS c
        WHERE c.province_code = ${provinceCode} AND ${isWithin(reach, Prisma.sql`c.place`, Prisma.sql`c.cohort_id`)}
        ORDER BY c.starts_on DESC, c.id DESC`;
      return rows.map(({ id, name, starts_on }) => ({ id, name, startsOn: dayFromColumn(starts_on) }));
    },

    async publish(announcement, terms, now) {
      const { id, isNew } = await create(announcement, terms.reach, "sending", now);
      return { id, isNew, posted: isNew ? await fanOut(id, announcement, terms, now) : 0 };
    },

    propose: (announcement, reach, now) => create(announcement, reach, "awaiting", now),

    async approve(id, approverId, now) {
      const { count } = await db.announcement.updateMany({
        where: { id, state: "awaiting" },
        data: { state: "sending", approverId, approvedAt: now },
      });
      return count === 1;
    },

    fanOut,

    async approversFor(reach, authorId) {
      const admins = await adminsCovering(db, reach);
      const others = admins
        .map(({ person }) => person)
        .filter(({ id, telegramId }) => id !== authorId && telegramId !== null);
      // Who has never agreed to anything is an admin by name alone: nobody has opened the bot on that phone.
      const agreed = await db.consentReceipt.findMany({
        where: { personId: { in: others.map(({ id }) => id) }, withdrawnAt: null },
        select: { personId: true },
      });
      return others.filter(({ id }) => agreed.some(({ personId }) => personId === id));
    },

    async approvalRequests(id) {
      return db.$queryRaw<ApprovalRequest[]>`
        SELECT p.id AS "personId", p.name, CASE WHEN o.state IN ('sent', 'unknown') THEN COALESCE(o.settled_at, o.due_at) ELSE o.due_at END AS at
        FROM outbox o JOIN people p ON p.id = o.person_id
        WHERE o.subjects @> ARRAY[${`announcement:${id}`}]::text[] AND o.kind = 'approval_request'
          AND o.state IN ('waiting', 'claimed', 'sent', 'unknown') AND p.unreachable_since IS NULL
        ORDER BY at, p.name`;
    },

    find,

    async latest(reach, limit) {
      const ids = await db.$queryRaw<{ id: number }[]>`
        SELECT id FROM announcements WHERE ${covers(reach, Prisma.sql`audience->'reach'`)}
        ORDER BY created_at DESC, id DESC LIMIT ${limit}`;
      const rows = await db.announcement.findMany({
        where: { id: { in: ids.map(({ id }) => id) } },
        include: WITH_AUTHOR,
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      });
      return rows.map(toAnnouncement);
    },

    async twinOf(contentHash, since) {
      // Held until the transaction ends: of two admins who confirm the same at the same instant, the second sees the first.
      await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${contentHash}))`;
      const row = await db.announcement.findFirst({
        where: { contentHash, createdAt: { gte: since }, state: { not: "cancelled" } },
        include: WITH_AUTHOR,
        orderBy: { id: "desc" },
      });
      return row === null ? null : { ...toAnnouncement(row), draftId: row.draftId };
    },

    async changeState(id, from, to) {
      const { count } = await db.announcement.updateMany({ where: { id, state: { in: from } }, data: { state: to } });
      return count === 1;
    },

    async cancelWaiting(id, now) {
      return db.$executeRaw`
        UPDATE outbox SET state = 'cancelled', cause = 'announcement cancelled', settled_at = ${now}::timestamp
        WHERE announcement_id = ${id} AND ${isRecallable}`;
    },

    async tally(id) {
      const announcement = await db.announcement.findUniqueOrThrow({ where: { id }, select: { state: true } });
      const rows = await db.$queryRaw<(RecipientFacts & { count: number })[]>`
        SELECT r.skipped, o.state::text, o.cause, p.unreachable_cause::text AS "unreachableCause", count(*)::int AS count
        FROM announcement_recipients r
        LEFT JOIN outbox o ON o.announcement_id = r.announcement_id AND o.person_id = r.person_id
        LEFT JOIN people p ON p.id = r.person_id
        WHERE r.announcement_id = ${id} GROUP BY 1, 2, 3, 4`;
      const tally = emptyTally();
      for (const { count, ...facts } of rows) tally[ledgerEntry(facts, announcement.state)] += count;
      return tally;
    },

    async nextDueAt(id) {
      const row = await db.outbox.findFirst({
        where: { announcementId: id, state: "waiting" },
        orderBy: { dueAt: "asc" },
        select: { dueAt: true },
      });
      return row?.dueAt ?? null;
    },

    ledger: (id) => ledgerOf(db, id),

    async resendable(id) {
      const [row] = await db.$queryRaw<[{ count: number }]>`
        SELECT count(*)::int AS count FROM outbox o JOIN people p ON p.id = o.person_id
        WHERE o.announcement_id = ${id} AND ${isResendable}`;
      return row.count;
    },

    async requeueFailed(id, terms) {
      return db.$executeRaw`
        WITH ${zoneTable(terms)}
        UPDATE outbox o SET state = 'waiting', chat_id = p.telegram_id, due_at = ${dueAgain}, attempts = 0, cause = NULL,
          settled_at = NULL
        FROM people p LEFT JOIN zone z ON z.zone = p.zone
        WHERE o.announcement_id = ${id} AND p.id = o.person_id AND ${isResendable}`;
    },

    async unknownOf(id, limit) {
      const rows = await db.$queryRaw<{ outboxId: number; name: string }[]>`
        SELECT o.id AS "outboxId", p.name FROM outbox o JOIN people p ON p.id = o.person_id
        WHERE o.announcement_id = ${id} AND o.state = 'unknown' ORDER BY p.name, o.id LIMIT ${limit}`;
      return rows;
    },

    async settleUnknown(id, outboxId, decision, terms, now) {
      const isUnknown = Prisma.sql`o.id = ${outboxId} AND o.announcement_id = ${id} AND o.state = 'unknown'`;
      const changed = await (decision === "taken_as_sent"
        ? db.$executeRaw`UPDATE outbox o SET state = 'sent', cause = 'taken as sent', settled_at = ${now}::timestamp WHERE ${isUnknown}`
        : db.$executeRaw`
            WITH ${zoneTable(terms)}
            UPDATE outbox o SET state = 'waiting', due_at = ${dueAgain}, attempts = 0, cause = NULL, settled_at = NULL
            FROM people p LEFT JOIN zone z ON z.zone = p.zone WHERE p.id = o.person_id AND ${isUnknown}`);
      return changed === 1;
    },
  };
}

/** Only the words that the text asks for: what is not needed is not kept in ten thousand places. */
function wordsFor(content: AnnouncementContent): Prisma.Sql {
  const used = variablesIn(content).map((name) => Prisma.sql`${name}::text, ${WORDS[name]}`);
  return used.length === 0 ? Prisma.empty : Prisma.join(used);
}

const WORDS: Record<AnnouncementVariable, Prisma.Sql> = {
  nama: Prisma.sql`a.name`,
  perpustakaan: Prisma.sql`COALESCE(a.library, '')`,
  kelas: Prisma.sql`a.class_name`,
};

/** It surely did not arrive, and the person can be reached now: they have come back, or it was not their doing. */
const isResendable = Prisma.sql`(o.state = 'dead' OR (o.state = 'cancelled' AND o.cause IN ('blocked', 'unreachable')))
  AND p.telegram_id IS NOT NULL AND p.erased_at IS NULL AND p.unreachable_since IS NULL
  AND NOT 'announcements' = ANY(p.opted_out)`;

/** Somebody whose zone we do not know waits until it is working time everywhere. */
const dueAgain = Prisma.sql`COALESCE(z."dueAt", (SELECT max("dueAt") FROM zone))`;

/** Every class with each place that its people come from, joined or not: an admin of one regency finds those its people are in. */
function classesWithPlaces(): Prisma.Sql {
  return Prisma.sql`(
    SELECT c.id, c.name, c.starts_on, c.province_code, w.cohort_id, c.province_code AS place
    FROM training_classes c JOIN waves w ON w.id = c.wave_id
    UNION
    SELECT c.id, c.name, c.starts_on, c.province_code, w.cohort_id, l.place_code
    FROM training_classes c JOIN waves w ON w.id = c.wave_id JOIN participants p ON p.class_id = c.id AND p.left_at IS NULL
    JOIN libraries l ON l.id = p.library_id
    UNION
    SELECT c.id, c.name, c.starts_on, c.province_code, w.cohort_id, r.place_code
    FROM training_classes c JOIN waves w ON w.id = c.wave_id JOIN roster_rows r ON r.class_id = c.id
    WHERE r.participant_id IS NULL AND r.place_code IS NOT NULL)`;
}

const reach = z.array(z.object({ regionCode: z.string().nullable(), cohortId: z.number().nullable() }));

function toAnnouncement(row: Prisma.AnnouncementGetPayload<{ include: typeof WITH_AUTHOR }>): Announcement {
  const { reach: stored, ...audience } = row.audience as unknown as Audience & { reach: unknown };
  return {
    id: row.id,
    authorId: row.authorId,
    authorName: row.author.name,
    approverName: row.approver?.name ?? null,
    // Written by publish() and by nothing else.
    content: row.content as unknown as AnnouncementContent,
    audience,
    // Rights hang on it, so it is not taken on trust.
    reach: reach.parse(stored),
    contentHash: row.contentHash,
    emergency: row.emergency,
    state: row.state,
    createdAt: row.createdAt,
  };
}
