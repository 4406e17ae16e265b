// Announcements: published by one statement however many people they are for; where they stand is counted, never kept.
import { z } from "zod";
import type { AnnouncementContent, AnnouncementState } from "../../domain/announcements/announcement.js";
import type { Audience } from "../../domain/announcements/audience.js";
import type { LocalTime } from "../../domain/announcements/local-time.js";
import type { Reach } from "../../domain/people/admin-reach.js";
import { ZONES, type Zone } from "../../domain/time/zone.js";
import type { Announcement, AnnouncementsPort, NewAnnouncement } from "../../ports/announcements/announcements.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { Prisma } from "../generated/client.js";
import { holdsNow } from "../queue/holds.js";
import { covers } from "../reach.js";
import { afterwards } from "./afterwards.js";
import { approvals } from "./approvals.js";
import { countAudience, previewAudience, spendingOfReceivers } from "./audience-preview.js";
import { bringUpToDate } from "./bring-up-to-date.js";
import { fanOut } from "./fan-out.js";

const WITH_AUTHOR = { author: true, approver: true } satisfies Prisma.AnnouncementInclude;

export function createAnnouncements(db: Db): AnnouncementsPort {
  const find = async (id: number) => {
    const row = await db.announcement.findUnique({ where: { id }, include: WITH_AUTHOR });
    return row === null ? null : toAnnouncement(row);
  };
  // Two presses at the same instant: the second waits here for the first, and then finds its announcement.
  const create = async (
    { authorId, draftId, content, audience, contentHash, emergency = false, localTime = null }: NewAnnouncement,
    reach: Reach[],
    state: AnnouncementState,
    now: Date,
  ) => {
    const [made] = await db.$queryRaw<{ id: number }[]>`
      INSERT INTO announcements (author_id, draft_id, content, audience, content_hash, emergency, local_time, state, created_at)
      VALUES (${authorId}, ${draftId}, ${toJsonText(content)}::jsonb, ${toJsonText({ ...audience, reach })}::jsonb,
        ${contentHash}, ${emergency}, ${localTime}, ${state}::"AnnouncementState", ${now}::timestamp)
      ON CONFLICT (draft_id) DO NOTHING RETURNING id`;
    if (made !== undefined) return { id: made.id, isNew: true };
    const { id } = await db.announcement.findUniqueOrThrow({ where: { draftId }, select: { id: true } });
    return { id, isNew: false };
  };
  return {
    ...approvals(db),
    ...afterwards(db),

    preview: (audience, terms) => previewAudience(db, audience, terms),
    count: (audience, terms) => countAudience(db, audience, terms),
    spendingOf: (audience, terms, window) => spendingOfReceivers(db, audience, terms, window),

    async publish(announcement, terms, now) {
      const { id, isNew } = await create(announcement, terms.reach, "sending", now);
      return {
        id,
        isNew,
        posted: isNew && announcement.localTime == null ? await fanOut(db, id, announcement, terms, now) : 0,
      };
    },

    propose: (announcement, reach, now) => create(announcement, reach, "awaiting", now),

    fanOut: (id, announcement, terms, now, only) => fanOut(db, id, announcement, terms, now, only),

    async scheduled() {
      return db.$queryRaw<{ id: number; localTime: LocalTime; zonesLeft: Zone[] }[]>`
        SELECT id, local_time AS "localTime", zones_left AS "zonesLeft" FROM announcements
        WHERE state = 'sending' AND local_time IS NOT NULL AND cardinality(zones_left) < ${ZONES.length}::int ORDER BY local_time, id`;
    },

    async undecided(awaitingSince) {
      return db.$queryRaw<{ id: number }[]>`
        SELECT a.id FROM announcements a
        WHERE (a.state = 'paused' AND (
            (a.local_time IS NOT NULL AND cardinality(a.zones_left) < ${ZONES.length}::int)
            OR EXISTS (SELECT 1 FROM outbox o WHERE o.announcement_id = a.id AND o.state = 'waiting')))
          OR (a.state = 'awaiting' AND a.created_at > ${awaitingSince}::timestamp)
        ORDER BY a.id`;
    },

    async findLocked(id) {
      await db.$executeRaw`SELECT id FROM announcements WHERE id = ${id} FOR UPDATE`;
      return find(id);
    },

    async noteZonesLeft(id, zones) {
      await db.announcement.update({ where: { id }, data: { zonesLeft: [...zones] } });
    },

    async noteResumed(id, now) {
      await db.announcement.update({ where: { id }, data: { resumedAt: now } });
    },

    async rewrite(
      id,
      { authorId, content, audience, contentHash, emergency = false, localTime = null },
      reach,
      state,
      now,
    ) {
      await db.$executeRaw`
        UPDATE announcements SET author_id = ${authorId}, content = ${toJsonText(content)}::jsonb,
          audience = ${toJsonText({ ...audience, reach })}::jsonb, content_hash = ${contentHash}, emergency = ${emergency},
          local_time = ${localTime}, state = ${state}::"AnnouncementState", approver_id = NULL, approved_at = NULL,
          created_at = ${now}::timestamp
        WHERE id = ${id}`;
    },

    bringUpToDate: (id, changed, terms, wasEmergency, now) => bringUpToDate(db, id, changed, terms, wasEmergency, now),

    async heldByTelegramUntil(now) {
      const holds = (await holdsNow(db, now)).filter(({ hold }) => hold === "bulk" || hold === "replies");
      return holds.at(-1)?.until ?? null;
    },

    find,

    async idOfDraft(draftId) {
      return (await db.announcement.findUnique({ where: { draftId }, select: { id: true } }))?.id ?? null;
    },

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
  };
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
    // Written by what judges it.
    localTime: row.localTime as LocalTime | null,
    zonesLeft: row.zonesLeft as Zone[],
    resumedAt: row.resumedAt,
    state: row.state,
    createdAt: row.createdAt,
  };
}
