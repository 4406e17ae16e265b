// Each of an announcement's audience with what became of them, in SQL: as ledgerEntry() of domain/announcements/announcement.ts, which
// test/storage/announcements/receivers.long.test.ts holds it to.
import type { ReceiverList } from "../../../domain/announcements/receiver-list.js";
import { officeIn, officeOf, type ReceiverPlace } from "../../../domain/announcements/receiver-places.js";
import type { Db } from "../../engine/database.js";
import { Prisma } from "../../generated/client.js";
import { TRAINERS_NOW } from "../../reach.js";
import { theirPost } from "./their-post.js";

/** Of a recipient r, its post o, its person p and its announcement a. */
const ENTRY = Prisma.sql`CASE
  WHEN o.state IS NULL THEN coalesce(r.skipped, 'failed')
  WHEN o.state = 'waiting' THEN CASE WHEN a.state = 'cancelled' THEN 'stopped' ELSE 'waiting' END
  WHEN o.state = 'claimed' THEN 'waiting'
  WHEN o.state IN ('sent', 'unknown') THEN o.state::text
  WHEN o.state = 'expired' THEN 'failed'
  WHEN o.cause IN ('blocked', 'gone') THEN o.cause
  WHEN o.state = 'dead' THEN 'failed'
  WHEN o.cause = 'unreachable' THEN coalesce(p.unreachable_cause::text, 'blocked')
  WHEN o.cause = 'opted out' THEN 'opted_out'
  WHEN o.cause = 'erased' THEN 'gone'
  ELSE 'stopped' END`;

/**
 * Rows with id, announcement_id, person_id, roster_row_id, name, phone, library, language, class_id, class_name, cohort_id, place (a code),
 * province_code, entry, cause, settled_at, read_at, contacted_at, contacted_by_id, is_erased. `which`: of a recipient r.
 */
export function receiverRows(which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT r.id, r.announcement_id, r.person_id, r.roster_row_id, coalesce(p.name, w.name, '') AS name,
      coalesce(p.phone, w.phone) AS phone, coalesce(m.library, w.library_name) AS library, p.language::text AS language,
      c.id AS class_id, coalesce(c.name, '') AS class_name, v.cohort_id, coalesce(m.place_code, w.place_code, c.province_code) AS place,
      c.province_code, ${ENTRY} AS entry, o.cause, o.settled_at, r.read_at, r.contacted_at, r.contacted_by_id,
      p.erased_at IS NOT NULL AS is_erased
    FROM announcement_recipients r
    JOIN announcements a ON a.id = r.announcement_id
    LEFT JOIN ${theirPost()} ON TRUE
    LEFT JOIN people p ON p.id = r.person_id
    LEFT JOIN roster_rows w ON w.id = r.roster_row_id
    LEFT JOIN LATERAL (
      SELECT l.name AS library, l.place_code, q.class_id FROM participants q
      JOIN training_classes own ON own.id = q.class_id LEFT JOIN libraries l ON l.id = q.library_id
      WHERE q.person_id = r.person_id ORDER BY own.starts_on DESC, own.id DESC LIMIT 1
    ) m ON TRUE
    LEFT JOIN LATERAL (
      SELECT q.class_id FROM class_trainers q JOIN training_classes own ON own.id = q.class_id
      WHERE q.person_id = r.person_id ORDER BY own.starts_on DESC, own.id DESC LIMIT 1
    ) t ON TRUE
    LEFT JOIN training_classes c ON c.id = coalesce(m.class_id, w.class_id, t.class_id)
    LEFT JOIN waves v ON v.id = c.wave_id
    WHERE ${which})`;
}

/** Of a receiver x. */
export function isOnList(list: ReceiverList): Prisma.Sql {
  return list === "unread" ? Prisma.sql`(x.entry = 'sent' AND x.read_at IS NULL)` : Prisma.sql`x.entry = ${list}`;
}

/** Of a receiver x, with the names of its place. */
export const RECEIVER_COLUMNS = Prisma.sql`x.id, x.announcement_id AS "announcementId", x.person_id AS "personId",
  x.roster_row_id AS "rosterRowId", x.name, x.phone, x.library, x.class_name AS "className",
  (SELECT g.name FROM places g WHERE g.code = left(x.place, 5) AND length(x.place) >= 5) AS regency,
  (SELECT g.name FROM places g WHERE g.code = left(x.place, 2)) AS province,
  x.entry, CASE WHEN x.entry = 'failed' THEN x.cause END AS cause, x.settled_at AS "settledAt", x.read_at AS "readAt",
  x.contacted_at AS "contactedAt"`;

/** The same, of somebody to be told another way. */
export const CALL_COLUMNS = Prisma.sql`${RECEIVER_COLUMNS}, coalesce(x.language, 'id') AS language,
  coalesce(by.name, CASE WHEN x.contacted_at IS NOT NULL THEN '' END) AS "contactedBy",
  ARRAY(SELECT tp.name FROM ${TRAINERS_NOW} tt JOIN people tp ON tp.id = tt.person_id
    WHERE tt.class_id = x.class_id ORDER BY tp.name, tp.id) AS trainers`;

/** Of a receiver x; null: wherever they are. */
export function isAt(place: string | null): Prisma.Sql {
  if (place === null) return Prisma.sql`TRUE`;
  const office = officeIn(place);
  if (office !== null) return Prisma.sql`x.place = ${office}`;
  return Prisma.sql`(x.place = ${place} OR starts_with(x.place, ${`${place}.`}))`;
}

/** How many rows there are in each province, or each part of one. `rows`: FROM and WHERE, of a receiver x. */
export function placesIn(db: Db, rows: Prisma.Sql, within: string | null): Promise<ReceiverPlace[]> {
  const key =
    within === null
      ? Prisma.sql`left(x.place, 2)`
      : Prisma.sql`CASE WHEN length(x.place) < 5 THEN ${officeOf(within)} ELSE left(x.place, 5) END`;
  return db.$queryRaw<ReceiverPlace[]>`
    WITH part AS (SELECT ${key} AS code, count(*)::int AS count ${rows} AND x.place IS NOT NULL AND ${isAt(within)} GROUP BY 1)
    SELECT part.code, coalesce(g.name, '') AS name, part.count FROM part LEFT JOIN places g ON g.code = part.code
    ORDER BY name, part.code`;
}
