// Pauses, and until when they hold people and plans: the rules of domain/people/pause.ts for everybody of a place at once.
import { GRAVE_REASONS, type PauseReason } from "../../domain/people/pause.js";
import { type Day, dayIn } from "../../domain/time/calendar.js";
import { DAY_PLAN } from "../../domain/time/day-plan.js";
import type { Zone } from "../../domain/time/zone.js";
import type { PauseRecord, PausesPort } from "../../ports/people/pauses.js";
import { dayFromColumn, dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { ON_PAUSE } from "../queue/claim/claim-posts.js";
import { liesIn } from "../reach.js";
import { HAS_DAYS, pausesPlace } from "./paused-plans.js";
import { toPerson } from "./people.js";
import { countAt, trainersAt } from "./place-counts.js";

/** What ends it is looked at from Jakarta's day on: a day more is read than is needed in the east. */
const todayOf = (now: Date): Day => dayIn("Asia/Jakarta", now);

/** By zoneOf(). */
const areIn = (zones: readonly Zone[]): Prisma.PersonWhereInput[] => [
  { zone: { in: [...zones] } },
  ...(zones.includes("Asia/Jakarta") ? [{ zone: null }] : []),
];

/** Of a person pe and a pause ps, as pauseEndsAt(). */
const ENDS_AT = Prisma.sql`(((ps.until_on + 1)::timestamp + ${DAY_PLAN.speaking.planReminder}::time)
  AT TIME ZONE coalesce(pe.zone, 'Asia/Jakarta') AT TIME ZONE 'UTC')`;

/** Of a person pe and a pause ps: it is theirs, or one of a place where they take part. */
const IS_THEIRS = Prisma.sql`(ps.person_id = pe.id OR (ps.place_code IS NOT NULL AND EXISTS (
  SELECT 1 FROM participants pa JOIN training_classes c ON c.id = pa.class_id JOIN waves w ON w.id = c.wave_id
  LEFT JOIN libraries l ON l.id = pa.library_id
  WHERE pa.person_id = pe.id AND pa.left_at IS NULL
    AND ${pausesPlace(Prisma.sql`coalesce(l.place_code, c.province_code)`, Prisma.sql`w.cohort_id`)})))`;

/** Everybody who takes part at a place. */
function peopleAt(placeCode: string): Prisma.Sql {
  return Prisma.sql`SELECT pa.person_id FROM participants pa JOIN training_classes c ON c.id = pa.class_id
    LEFT JOIN libraries l ON l.id = pa.library_id
    WHERE pa.left_at IS NULL AND ${liesIn(Prisma.sql`coalesce(l.place_code, c.province_code)`, placeCode)}`;
}

export function createPauses(db: Db): PausesPort {
  return {
    async find(id) {
      const row = await db.pause.findUnique({ where: { id } });
      return row === null ? null : toRecord(row);
    },
    async begin({ fromOn, untilOn, ...pause }, now) {
      const known = await db.pause.findUnique({
        where: { setById_updateId: { setById: pause.setById, updateId: pause.updateId } },
      });
      if (known !== null) return { pause: toRecord(known), isNew: false };
      const days = { fromOn: dayToColumn(fromOn), untilOn: dayToColumn(untilOn) };
      return { pause: toRecord(await db.pause.create({ data: { ...pause, ...days, at: now } })), isNew: true };
    },
    async change(id, { untilOn, ...fields }) {
      const days = untilOn === undefined ? {} : { untilOn: dayToColumn(untilOn) };
      await db.pause.update({ where: { id }, data: { ...fields, ...days } });
    },
    async ownOf(personId, today) {
      const rows = await db.pause.findMany({
        where: { personId, undoneAt: null, untilOn: { gte: dayToColumn(today) } },
        orderBy: [{ untilOn: "desc" }, { id: "desc" }],
      });
      return rows.map(toRecord).find(({ fromOn, untilOn }) => fromOn <= untilOn) ?? null;
    },
    async holding(personId, today) {
      const rows = await db.$queryRaw<{ id: number }[]>`
        SELECT ps.id FROM pauses ps JOIN people pe ON pe.id = ${personId}
        WHERE ${HAS_DAYS} AND ps.until_on >= ${dayToColumn(today)}::date AND ${IS_THEIRS}`;
      const found = await db.pause.findMany({
        where: { id: { in: rows.map(({ id }) => id) } },
        orderBy: [{ untilOn: "desc" }, { id: "desc" }],
      });
      return found.map(toRecord);
    },
    async ofPlaces(today) {
      const rows = await db.pause.findMany({
        where: { personId: null, undoneAt: null, untilOn: { gte: dayToColumn(today) } },
        orderBy: { id: "desc" },
      });
      return rows.map(toRecord).filter(({ fromOn, untilOn }) => fromOn <= untilOn);
    },
    async isOf(id, { setById, updateId }) {
      return (await db.pause.count({ where: { id, setById, updateId } })) > 0;
    },
    async hold(personIds) {
      const rows = await db.$queryRaw<{ id: number; erased: boolean }[]>`
        SELECT id, erased_at IS NOT NULL AS erased FROM people WHERE id = ANY(${personIds}::int[]) ORDER BY id FOR NO KEY UPDATE`;
      return new Set(rows.filter(({ erased }) => erased).map(({ id }) => id));
    },
    async holdPlaces() {
      await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('pauses of places'))::text`;
    },
    countAt: (where, now) => countAt(db, where, now),
    trainersAt: (where, now) => trainersAt(db, where, now),
    async settlePeople(concerned, now) {
      const whom =
        "personIds" in concerned
          ? Prisma.sql`pe.id = ANY(${concerned.personIds}::int[])`
          : Prisma.sql`pe.id IN (${peopleAt(concerned.placeCode)})`;
      return settle(db, whom, now);
    },
    async planIdsOf(concerned) {
      const which =
        "personIds" in concerned
          ? Prisma.sql`l.id IN (SELECT m.library_id FROM library_members m
              WHERE m.person_id = ANY(${concerned.personIds}::int[]) AND m.until_at IS NULL)`
          : liesIn(Prisma.sql`l.place_code`, concerned.placeCode);
      const rows = await db.$queryRaw<{ id: number }[]>`
        SELECT wp.id FROM work_plans wp JOIN libraries l ON l.id = wp.library_id WHERE ${which} ORDER BY wp.id`;
      return rows.map(({ id }) => id);
    },
    async returned(zones, now, limit) {
      const rows = await db.person.findMany({
        where: { pausedUntil: { lte: now }, erasedAt: null, OR: areIn(zones) },
        orderBy: [{ pausedUntil: "asc" }, { id: "asc" }],
        take: limit,
      });
      return rows.map(toPerson);
    },
    async takingPart(personIds) {
      const rows = await db.participant.findMany({
        where: { personId: { in: personIds }, leftAt: null },
        select: { personId: true },
      });
      return new Set(rows.map(({ personId }) => personId));
    },
    async markReturned(personIds) {
      await db.person.updateMany({
        where: { id: { in: personIds } },
        data: { pausedUntil: null, quietUntil: null },
      });
    },
    async unsettled(now, limit) {
      const today = dayToColumn(todayOf(now));
      const people = await db.$queryRaw<{ id: number }[]>`
        SELECT DISTINCT pe.id FROM pauses ps JOIN people pe ON pe.erased_at IS NULL AND ${IS_THEIRS}
        WHERE ps.place_code IS NOT NULL AND ${HAS_DAYS} AND ps.ended_at IS NULL AND ps.until_on >= ${today}::date
          AND ${ENDS_AT} > ${now}::timestamp AND (pe.paused_until IS NULL OR pe.paused_until < ${ENDS_AT})
        ORDER BY pe.id LIMIT ${limit}`;
      const plans = await db.$queryRaw<{ id: number }[]>`
        SELECT id FROM (${plansOfPlaces(today)} UNION ${plansOfMembers(today)}) AS found ORDER BY id LIMIT ${limit}`;
      return { personIds: people.map(({ id }) => id), planIds: plans.map(({ id }) => id) };
    },
    async letGo(personIds, now) {
      return db.$executeRaw`
        UPDATE outbox SET due_at = ${now}::timestamp
        WHERE person_id = ANY(${personIds}::int[]) AND state = 'waiting' AND cause = ${ON_PAUSE} AND due_at > ${now}::timestamp`;
    },
  };
}

/** Who is over and not welcomed back stays as they are. */
async function settle(db: Db, whom: Prisma.Sql, now: Date) {
  const rows = await db.$queryRaw<{ id: number }[]>`
    WITH concerned AS (
      SELECT pe.* FROM people pe WHERE pe.erased_at IS NULL AND ${whom} ORDER BY pe.id FOR NO KEY UPDATE
    ), held AS (
      SELECT pe.id, max(${ENDS_AT}) AS until, max(${ENDS_AT}) FILTER (WHERE ps.reason = ANY(${[...GRAVE_REASONS]}::text[])) AS quiet
      FROM concerned pe JOIN pauses ps ON ${HAS_DAYS} AND ps.ended_at IS NULL AND ps.until_on >= ${dayToColumn(todayOf(now))}::date - 1 AND ${IS_THEIRS}
      WHERE ${ENDS_AT} > ${now}::timestamp GROUP BY pe.id
    ), wanted AS (
      SELECT c.id, coalesce(held.until, CASE WHEN c.paused_until <= ${now}::timestamp THEN c.paused_until END) AS until, held.quiet
      FROM concerned c LEFT JOIN held ON held.id = c.id
    )
    UPDATE people p SET paused_until = wanted.until, quiet_until = wanted.quiet FROM wanted
    WHERE p.id = wanted.id AND (p.paused_until IS DISTINCT FROM wanted.until OR p.quiet_until IS DISTINCT FROM wanted.quiet)
    RETURNING p.id`;
  const found = await db.person.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, orderBy: { id: "asc" } });
  return found.map(toPerson);
}

/** Of a place that pauses, written after it began. */
function plansOfPlaces(today: Date): Prisma.Sql {
  return Prisma.sql`SELECT wp.id FROM pauses ps JOIN libraries l ON ${liesIn(Prisma.sql`l.place_code`, Prisma.sql`ps.place_code`)}
    JOIN work_plans wp ON wp.library_id = l.id AND ${pausesPlace(Prisma.sql`l.place_code`, Prisma.sql`wp.cohort_id`)}
    WHERE ps.place_code IS NOT NULL AND ${HAS_DAYS} AND ps.until_on >= ${today}::date
      AND (wp.paused_until IS NULL OR wp.paused_until < ps.until_on)`;
}

/** Of libraries of which somebody pauses: all pause and it is not noted, or somebody works and it is noted that nobody does. */
function plansOfMembers(today: Date): Prisma.Sql {
  const lasts = Prisma.sql`${HAS_DAYS} AND ps.until_on >= ${today}::date`;
  return Prisma.sql`SELECT wp.id FROM (
      SELECT m.library_id, bool_and(own.until_on IS NOT NULL) AS all_pause, min(own.until_on) AS until_on
      FROM library_members m LEFT JOIN LATERAL (
        SELECT max(ps.until_on) AS until_on FROM pauses ps WHERE ps.person_id = m.person_id AND ${lasts}
      ) own ON true
      WHERE m.until_at IS NULL AND m.library_id IN (
        SELECT pm.library_id FROM pauses ps JOIN library_members pm ON pm.person_id = ps.person_id AND pm.until_at IS NULL
        WHERE ${lasts})
      GROUP BY m.library_id
    ) AS held JOIN work_plans wp ON wp.library_id = held.library_id
    WHERE CASE WHEN held.all_pause THEN wp.paused_until IS NULL OR wp.paused_until < held.until_on
      ELSE wp.paused_until >= ${today}::date AND NOT EXISTS (
        SELECT 1 FROM pauses ps JOIN libraries l ON l.id = wp.library_id
        WHERE ps.place_code IS NOT NULL AND ${lasts} AND ${pausesPlace(Prisma.sql`l.place_code`, Prisma.sql`wp.cohort_id`)}) END`;
}

function toRecord(row: Prisma.PauseGetPayload<object>): PauseRecord {
  const { updateId: _, ...pause } = row;
  return {
    ...pause,
    reason: row.reason as PauseReason,
    fromOn: dayFromColumn(row.fromOn),
    untilOn: dayFromColumn(row.untilOn),
  };
}
