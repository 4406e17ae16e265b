// Whom an announcement did not reach, to be told another way: by trainer and regency, and who was.
import type { LedgerEntry } from "../../../domain/announcements/announcement.js";
import { UNREACHED } from "../../../domain/announcements/receiver-list.js";
import type { Care } from "../../../domain/people/permissions.js";
import type { Call, ReceiversPort } from "../../../ports/announcements/receivers.js";
import type { PageWish } from "../../../ports/page-wish.js";
import type { Db } from "../../engine/database.js";
import { Prisma } from "../../generated/client.js";
import { isInCare } from "../../reach.js";
import { leftSince } from "../departed.js";
import { CALL_COLUMNS, isAt, placesIn, receiverRows } from "./receiver-rows.js";

type CallsPort = Pick<
  ReceiversPort,
  "contacted" | "calls" | "countCalls" | "callPlaces" | "call" | "toCall" | "classesToCall" | "markContacted"
>;

export function createCalls(db: Db): CallsPort {
  const calls = (which: Prisma.Sql, care: Care | null, part?: { place: string | null; wish: PageWish }) => db.$queryRaw<
    Call[]
  >`
    SELECT * FROM (
      SELECT ${CALL_COLUMNS} FROM ${receiverRows(which)} AS x LEFT JOIN people by ON by.id = x.contacted_by_id
      WHERE ${isToCall} AND ${inCare(care)} AND ${isAt(part?.place ?? null)}
    ) AS rows ORDER BY array_to_string(trainers, ', '), regency NULLS LAST, name, id
    ${part === undefined ? Prisma.empty : Prisma.sql`LIMIT ${part.wish.most} OFFSET ${part.wish.page * part.wish.most}`}`;
  return {
    async contacted(announcementId) {
      const rows = await db.$queryRaw<{ entry: LedgerEntry; count: number }[]>`
        SELECT x.entry, count(*)::int AS count FROM ${receiverRows(Prisma.sql`r.announcement_id = ${announcementId}
          AND r.contacted_at IS NOT NULL`)} AS x GROUP BY x.entry`;
      return Object.fromEntries(rows.map(({ entry, count }) => [entry, count]));
    },

    calls: (announcementId, care, part) => calls(Prisma.sql`r.announcement_id = ${announcementId}`, care, part),

    async countCalls(announcementId, care, place = null) {
      const [row] = await db.$queryRaw<[{ total: number; done: number }]>`
        SELECT count(*)::int AS total, count(*) FILTER (WHERE x.contacted_at IS NOT NULL)::int AS done
        FROM ${receiverRows(Prisma.sql`r.announcement_id = ${announcementId}`)} AS x
        WHERE ${isToCall} AND ${inCare(care)} AND ${isAt(place)}`;
      return row;
    },

    callPlaces(announcementId, care, within) {
      const rows = Prisma.sql`FROM ${receiverRows(Prisma.sql`r.announcement_id = ${announcementId}`)} AS x
        WHERE ${isToCall} AND ${inCare(care)}`;
      return placesIn(db, rows, within);
    },

    async call(receiverId, care) {
      const [row] = await calls(Prisma.sql`r.id = ${receiverId}`, care);
      return row ?? null;
    },

    async toCall(care, since) {
      // Only what can be theirs is looked at: those of their classes, by index.
      const { trainerId, coveredIds = [] } = care;
      const teachers = [trainerId ?? 0, ...coveredIds];
      const ofThem = Prisma.sql`JOIN class_trainers ct ON ct.class_id = q.class_id WHERE ct.person_id = ANY(${teachers}::int[])`;
      const theirs = Prisma.sql`r.contacted_at IS NULL AND r.id = ANY (ARRAY(
        SELECT of.id FROM recent n CROSS JOIN (SELECT q.person_id FROM participants q ${ofThem}) AS mine
        JOIN announcement_recipients of ON of.announcement_id = n.id AND of.person_id = mine.person_id
        UNION ALL
        SELECT of.id FROM recent n CROSS JOIN (SELECT q.id FROM roster_rows q ${ofThem}) AS mine
        JOIN announcement_recipients of ON of.announcement_id = n.id AND of.roster_row_id = mine.id))`;
      return db.$queryRaw<{ announcementId: number; text: string; count: number }[]>`
        WITH recent AS MATERIALIZED (
          SELECT a.id FROM announcements a WHERE ${leftSince(since)} AND a.state NOT IN ('awaiting', 'cancelled')
        )
        SELECT x.announcement_id AS "announcementId", n.content ->> 'text' AS text, count(*)::int AS count
        FROM ${receiverRows(theirs)} AS x JOIN announcements n ON n.id = x.announcement_id
        WHERE ${isToCall} AND ${inCare(care)} GROUP BY 1, 2, n.created_at ORDER BY n.created_at DESC, 1 DESC`;
    },

    async classesToCall(announcementId) {
      return db.$queryRaw<{ classId: number; count: number }[]>`
        SELECT x.class_id AS "classId", count(*)::int AS count
        FROM ${receiverRows(Prisma.sql`r.announcement_id = ${announcementId} AND r.contacted_at IS NULL`)} AS x
        WHERE ${isToCall} AND x.class_id IS NOT NULL GROUP BY x.class_id ORDER BY x.class_id`;
    },

    async markContacted(receiverId, byId, now) {
      const { count } = await db.announcementRecipient.updateMany({
        where: { id: receiverId, contactedAt: byId === null ? { not: null } : null },
        data: byId === null ? { contactedAt: null, contactedById: null } : { contactedAt: now, contactedById: byId },
      });
      return count === 1;
    },
  };
}

/** Of a receiver x. */
const isToCall = Prisma.sql`(x.entry = ANY(${[...UNREACHED]}::text[]) AND NOT x.is_erased)`;

function inCare(care: Care | null): Prisma.Sql {
  return isInCare(care, Prisma.sql`x.class_id`, Prisma.sql`x.place`, Prisma.sql`x.cohort_id`);
}
