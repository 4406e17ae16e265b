// Corrections of announcements: what was asked for, and what became of each copy.
import type { AnnouncementContent, AnnouncementVariable } from "../../../domain/announcements/announcement.js";
import {
  type CopyFacts,
  correctionEntry,
  DELETABLE_MILLISECONDS,
  emptyCorrectionTally,
} from "../../../domain/announcements/correction.js";
import type { Copies, Correction, CorrectionsPort } from "../../../ports/announcements/corrections.js";
import type { Db } from "../../engine/database.js";
import { Prisma } from "../../generated/client.js";
import { POSTS } from "../../upkeep/posts.js";
import { units } from "../units.js";
import { startCorrection, subjectOf, takenBack } from "./start-correction.js";

const WITH_AUTHOR = { author: { select: { name: true } } } as const;

export function createCorrections(db: Db): CorrectionsPort {
  return {
    async hold(announcementId) {
      await db.$queryRaw`SELECT id FROM announcements WHERE id = ${announcementId} FOR UPDATE`;
    },

    async ofDraft(draftId) {
      const row = await db.announcementCorrection.findUnique({ where: { draftId }, select: { id: true } });
      return row?.id ?? null;
    },

    async find(id) {
      const row = await db.announcementCorrection.findUnique({ where: { id }, include: WITH_AUTHOR });
      return row === null ? null : toCorrection(row);
    },

    async ofAnnouncement(announcementId) {
      const rows = await db.announcementCorrection.findMany({
        where: { announcementId, state: { not: "cancelled" } },
        include: WITH_AUTHOR,
        orderBy: { id: "desc" },
      });
      return rows.map(toCorrection);
    },

    async copies(announcementId, now) {
      const oldest = new Date(now.getTime() - DELETABLE_MILLISECONDS);
      const [row] = await db.$queryRaw<[Copies]>`
        SELECT count(*) FILTER (WHERE ${isCopy})::int AS delivered,
          count(*) FILTER (WHERE ${isCopy} AND telegram_message_id IS NOT NULL
            AND coalesce(left_at <= ${oldest}::timestamp, true))::int AS "tooOld",
          count(*) FILTER (WHERE ${isCopy} AND state <> 'claimed' AND telegram_message_id IS NULL)::int AS unknown,
          count(*) FILTER (WHERE NOT ${isCopy} AND state IN ('waiting', 'claimed'))::int AS waiting
        FROM outbox WHERE announcement_id = ${announcementId} AND id NOT IN (${takenBack(announcementId)})`;
      return row;
    },

    async longestWords(announcementId) {
      const rows = await db.$queryRaw<{ word: AnnouncementVariable; longest: number }[]>`
        SELECT w.key AS word, max(${units(Prisma.sql`w.value`)})::int AS longest
        FROM outbox o, jsonb_each_text(o.variables) AS w WHERE o.announcement_id = ${announcementId} GROUP BY w.key`;
      return Object.fromEntries(rows.map(({ word, longest }) => [word, longest]));
    },

    async examples(announcementId) {
      return db.$queryRaw<{ personId: number; words: Record<string, string> }[]>`
        SELECT person_id AS "personId", coalesce(variables, '{}'::jsonb) AS words FROM outbox
        WHERE announcement_id = ${announcementId} AND person_id IS NOT NULL AND state IN ('sent', 'waiting', 'claimed', 'unknown')
        ORDER BY length(variables ->> 'nama') DESC NULLS LAST, id LIMIT 1`;
    },

    async create({ draftId, content, fresh, ...correction }, state, now) {
      const rows = await db.$queryRaw<{ id: number }[]>`
        INSERT INTO announcement_corrections (announcement_id, author_id, draft_id, kind, content, fresh, seen_hash, content_hash,
          state, created_at, started_at)
        VALUES (${correction.announcementId}, ${correction.authorId}, ${draftId ?? -correction.announcementId},
          ${correction.kind}::"CorrectionKind", ${json(content)}::jsonb, ${json(fresh)}::jsonb, ${correction.seenHash},
          ${correction.contentHash}, ${state}::"CorrectionState", ${now}::timestamp,
          ${state === "running" ? now : null}::timestamp)
        ON CONFLICT (draft_id) DO NOTHING RETURNING id`;
      if (rows[0] !== undefined) return { id: rows[0].id, isNew: true };
      const where = { draftId: draftId ?? -correction.announcementId };
      const { id } = await db.announcementCorrection.findUniqueOrThrow({ where, select: { id: true } });
      return { id, isNew: false };
    },

    async changeState(id, from, to, approverId) {
      const { count } = await db.announcementCorrection.updateMany({
        where: { id, state: { in: from } },
        data: { state: to, ...(approverId !== undefined && { approverId }) },
      });
      return count === 1;
    },

    start: (correction, now) => startCorrection(db, correction, now),

    async tally(id) {
      const rows = await db.$queryRaw<(CopyFacts & { count: number })[]>`
        SELECT o.state::text, o.cause, p.unreachable_cause::text AS "unreachableCause", count(*)::int AS count
        FROM ${POSTS} o LEFT JOIN people p ON p.id = o.person_id
        WHERE o.subjects @> ARRAY[${subjectOf(id)}]::text[] AND o.kind = 'announcement_change' GROUP BY 1, 2, 3`;
      const tally = emptyCorrectionTally();
      for (const { count, ...facts } of rows) tally[correctionEntry(facts)] += count;
      return tally;
    },
  };
}

/** Of an outbox row of an announcement: it is with its receiver, may be, or is on its way to them. */
const isCopy = Prisma.sql`(state IN ('sent', 'unknown') OR (state = 'claimed' AND left_at IS NOT NULL))`;

function json(content: AnnouncementContent | null): string | null {
  return content === null ? null : JSON.stringify(content);
}

type Row = Prisma.AnnouncementCorrectionGetPayload<{ include: typeof WITH_AUTHOR }>;

function toCorrection({ author, content, fresh, draftId: _, approverId: __, ...row }: Row): Correction {
  return {
    ...row,
    authorName: author.name,
    // Written by create() and by nothing else.
    content: content as unknown as AnnouncementContent | null,
    fresh: fresh as unknown as AnnouncementContent | null,
  };
}
