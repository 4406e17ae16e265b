// Schedules: sessions by the instant at which they start, who is still to be reminded of them, who will come.
import type { AttendanceAnswer, AttendanceCounts } from "../../domain/classes/attendance.js";
import type { SessionTimes } from "../../domain/classes/schedule.js";
import type { Care } from "../../domain/people/permissions.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { ClassSchedule, SchedulePort } from "../../ports/programme/schedule.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { Prisma } from "../generated/client.js";
import { nearestPage } from "../page.js";
import { isInCare, trainsNow } from "../reach.js";
import { hasOptedOut, isReachable } from "../reachable.js";
import { toTrainingClass, WITH_WAVE_AND_PROVINCE } from "./classes.js";
import { expectedIn, THEIR_ANSWERS } from "./expected.js";

/** Of a class and a key (r): the people p who can be written to and have no post of it. */
const WITHOUT_POST = Prisma.sql`
  FROM participants pa JOIN people p ON p.id = pa.person_id
  WHERE pa.class_id = r."classId" AND pa.left_at IS NULL
    AND ${isReachable()} AND p.zone IS NOT NULL AND NOT ${hasOptedOut(Prisma.sql`'reminders'`)}
    AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.key = r.key || ':' || p.id)`;

export function createSchedule(db: Db): SchedulePort {
  return {
    async timesWithin({ from, near, far }) {
      // One row a class, its sessions as one JSON value: thousands of rows would cost more to carry than to find.
      const rows = await db.$queryRaw<{ id: number; zone: Zone; first: TimesRow; near: TimesRow[] | null }[]>`
        SELECT c.id, c.zone, first.times AS first, near.times AS near
        FROM training_classes c
        CROSS JOIN LATERAL (
          SELECT ${TIMES} AS times FROM training_sessions s
          WHERE s.class_id = c.id AND s.cancelled_at IS NULL ORDER BY s.starts_at, s.id LIMIT 1
        ) AS first
        CROSS JOIN LATERAL (
          SELECT json_agg(${TIMES}) AS times FROM training_sessions s
          WHERE s.class_id = c.id AND s.cancelled_at IS NULL AND s.starts_at BETWEEN ${from} AND ${near}
        ) AS near
        WHERE c.id IN (
          SELECT s.class_id FROM training_sessions s WHERE s.cancelled_at IS NULL AND s.starts_at BETWEEN ${from} AND ${far}
        )`;
      return rows.map((row): ClassSchedule<SessionTimes> => {
        const first = toTimes(row.first);
        const sessions = (row.near ?? []).map(toTimes);
        const isAhead = first.startsAt > near && first.startsAt <= far;
        return {
          classId: row.id,
          zone: row.zone,
          firstDay: dayIn(row.zone, first.startsAt),
          sessions: isAhead ? [first] : sessions,
        };
      });
    },
    async hold(classIds) {
      // Not for the key: anyone who joins a class meanwhile need not wait.
      await db.$queryRaw`SELECT id FROM training_classes WHERE id = ANY(${classIds}::int[]) ORDER BY id FOR NO KEY UPDATE`;
    },
    async keysOwed(keys) {
      if (keys.length === 0) return new Set();
      const rows = await db.$queryRaw<{ key: string }[]>`
        SELECT r.key FROM jsonb_to_recordset(${toJsonText(keys)}::jsonb) AS r("classId" int, key text)
        WHERE EXISTS (SELECT 1 ${WITHOUT_POST})`;
      return new Set(rows.map(({ key }) => key));
    },
    async peopleWithout(keys) {
      if (keys.length === 0) return [];
      return db.$queryRaw<{ key: string; personId: number }[]>`
        SELECT r.key, p.id AS "personId"
        FROM jsonb_to_recordset(${toJsonText(keys)}::jsonb) AS r("classId" int, key text)
        CROSS JOIN LATERAL (SELECT p.id ${WITHOUT_POST}) AS p
        ORDER BY p.id`;
    },
    async changeSession(id, fields) {
      await db.trainingSession.update({ where: { id }, data: { ...fields, revision: { increment: 1 } } });
    },
    async taughtBy(personId) {
      const rows = await db.trainingClass.findMany({
        where: { trainers: { some: { personId, person: trainsNow } } },
        include: WITH_WAVE_AND_PROVINCE,
        orderBy: [{ startsOn: "desc" }, { id: "asc" }],
      });
      return rows.map(toTrainingClass);
    },
    async classesInCare(care) {
      const ids = await db.$queryRaw<{ id: number }[]>`SELECT c.id ${classesInCare(care)}`;
      return classesOf(
        db,
        ids.map(({ id }) => id),
      );
    },
    async classesPage(care, wish) {
      const [{ total, page, ids }] = await db.$queryRaw<[{ total: number; page: number; ids: number[] }]>`
        WITH mine AS MATERIALIZED (SELECT c.id, c.starts_on ${classesInCare(care)}),
        wanted AS MATERIALIZED (SELECT (${nearestPage(Prisma.sql`(SELECT count(*) FROM mine)`, wish)})::int AS page)
        SELECT (SELECT count(*) FROM mine)::int AS total, page, ARRAY(
          SELECT id FROM mine ORDER BY starts_on DESC, id LIMIT ${wish.most}::int OFFSET page * ${wish.most}::int
        ) AS ids
        FROM wanted`;
      return { total, page, shown: await classesOf(db, ids) };
    },
    async joinBoard(classId) {
      // Who joined and left the class again is neither in it nor expected any more.
      const rows = await db.rosterRow.findMany({
        where: { classId, OR: [{ participantId: null }, { participant: { leftAt: null, classId } }] },
        select: { name: true, participantId: true },
        orderBy: [{ name: "asc" }, { id: "asc" }],
      });
      const participants = await db.participant.count({ where: { classId, leftAt: null } });
      const missing = rows.filter(({ participantId }) => participantId === null).map(({ name }) => name);
      return { invited: rows.length, joined: rows.length - missing.length, missing, participants };
    },
    async answer(sessionId, participantId, answer, now) {
      const given = { answer, answeredAt: now, markedById: null };
      await db.attendance.upsert({
        where: { sessionId_participantId: { sessionId, participantId } },
        create: { sessionId, participantId, ...given },
        update: given,
      });
    },
    async answersOf(personId, sessionIds) {
      const rows = await db.attendance.findMany({
        where: { sessionId: { in: sessionIds }, participant: { personId } },
      });
      return new Map(rows.map(({ sessionId, answer }) => [sessionId, answer]));
    },
    async answersTo(sessionIds) {
      const rows = await db.attendance.findMany({
        where: { sessionId: { in: sessionIds } },
        include: { participant: { select: { personId: true } } },
      });
      const byPerson = new Map<number, Map<number, AttendanceAnswer>>();
      for (const { sessionId, answer, participant } of rows) {
        const theirs = byPerson.get(participant.personId) ?? new Map();
        byPerson.set(participant.personId, theirs.set(sessionId, answer));
      }
      return byPerson;
    },
    async markSeen(personId, classIds, now) {
      await db.participant.updateMany({
        where: { personId, classId: { in: classIds } },
        data: { scheduleSeenAt: now },
      });
    },
    async attendanceOf(sessionIds) {
      const rows = await db.$queryRaw<({ id: number } & AttendanceCounts)[]>(Prisma.sql`
        SELECT s.id,
          count(*) FILTER (WHERE coalesce(a.answer, m.answer) = 'present')::int AS present,
          count(*) FILTER (WHERE coalesce(a.answer, m.answer) = 'late')::int AS late,
          count(*) FILTER (WHERE coalesce(a.answer, m.answer) = 'absent')::int AS absent,
          count(e.class_id) FILTER (WHERE coalesce(a.answer, m.answer) IS NULL)::int AS open
        FROM training_sessions s
        LEFT JOIN ${expectedIn(Prisma.sql`ARRAY(SELECT class_id FROM training_sessions WHERE id = ANY(${sessionIds}::int[]))`)} e
          ON e.class_id = s.class_id
        ${THEIR_ANSWERS}
        WHERE s.id = ANY(${sessionIds}::int[])
        GROUP BY s.id`);
      return new Map(rows.map(({ id, ...counts }) => [id, counts]));
    },
    async forgetAnswers(sessionId) {
      await db.attendance.deleteMany({ where: { sessionId } });
      await db.rosterAttendance.deleteMany({ where: { sessionId } });
    },
  };
}

/** For FROM: classes c that somebody with this care runs. */
function classesInCare(care: Care): Prisma.Sql {
  return Prisma.sql`FROM training_classes c JOIN waves w ON w.id = c.wave_id
    WHERE ${isInCare(care, Prisma.sql`c.id`, Prisma.sql`c.province_code`, Prisma.sql`w.cohort_id`)}`;
}

async function classesOf(db: Db, ids: number[]): Promise<TrainingClass[]> {
  const rows = await db.trainingClass.findMany({
    where: { id: { in: ids } },
    include: WITH_WAVE_AND_PROVINCE,
    orderBy: [{ startsOn: "desc" }, { id: "asc" }],
  });
  return rows.map(toTrainingClass);
}

/** id, start, end (milliseconds), mode */
type TimesRow = [number, number, number, SessionTimes["mode"]];

const TIMES = Prisma.sql`json_build_array(s.id, extract(epoch FROM s.starts_at) * 1000, extract(epoch FROM s.ends_at) * 1000, s.mode)`;

function toTimes([id, startsAt, endsAt, mode]: TimesRow): SessionTimes {
  return { id, startsAt: new Date(startsAt), endsAt: new Date(endsAt), mode, cancelledAt: null };
}
