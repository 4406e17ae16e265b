// What people say of their classes. The row of a pool is written anew as a whole, so that nothing in it tells what came last.
import type { FeedbackAnswers, FeedbackPool, ScaleCounts, WordLists } from "../../domain/feedback/feedback.js";
import type { ClassFeedback, FeedbackPort, ToInvite } from "../../ports/feedback.js";
import { dayFromColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { Prisma } from "../generated/client.js";
import { toPerson } from "../people/people.js";
import { isOfProgramme, isWithin } from "../reach.js";
import { isReachable } from "../reachable.js";

interface Row extends Omit<ClassFeedback, "waveStartsOn"> {
  waveStartsOn: Date;
}

/** Of a person p and a class c: they follow somebody who handed their library over after its last day, and were not there. */
const cameAfterwards = Prisma.sql`EXISTS (
  SELECT 1 FROM handovers h JOIN participants before ON before.id = h.participant_id AND before.class_id = c.id
  WHERE h.taken_by_id = p.id AND (h.used_at AT TIME ZONE 'UTC' AT TIME ZONE c.zone)::date > c.ends_on)`;

export function createFeedback(db: Db): FeedbackPort {
  return {
    async toInvite(days, limit) {
      const due = await db.$queryRaw<(Omit<ToInvite, "person"> & { personId: number })[]>`
        SELECT DISTINCT p.id AS "personId", c.id AS "classId", c.name, c.zone, d.today::text AS today
        FROM jsonb_to_recordset(${toJsonText(days)}::jsonb) AS d(zone text, "endedFrom" date, "endedUntil" date, today date)
        JOIN training_classes c ON c.zone = d.zone AND c.ends_on BETWEEN d."endedFrom" AND d."endedUntil"
        JOIN waves w ON w.id = c.wave_id
        JOIN participants t ON t.class_id = c.id AND t.left_at IS NULL
        JOIN people p ON p.id = t.person_id
        LEFT JOIN feedback_pools f ON f.class_id = c.id
        WHERE ${isOfProgramme(Prisma.sql`w.cohort_id`)} AND ${isReachable()}
          AND NOT ${cameAfterwards}
          AND NOT (p.id = ANY(coalesce(f.given_by, '{}')))
          AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.key = 'feedback:' || c.id || ':' || p.id)
          AND NOT EXISTS (SELECT 1 FROM outbox_archive o WHERE o.key = 'feedback:' || c.id || ':' || p.id)
        ORDER BY c.id, p.id LIMIT ${limit}`;
      if (due.length === 0) return [];
      const people = await db.person.findMany({ where: { id: { in: due.map(({ personId }) => personId) } } });
      const personOf = new Map(people.map((row) => [row.id, toPerson(row)]));
      return due.flatMap(({ personId, ...rest }) => {
        const person = personOf.get(personId);
        return person === undefined ? [] : [{ person, ...rest }];
      });
    },
    async hasGiven(classId, personId) {
      return (await db.feedbackPool.count({ where: { classId, givenBy: { has: personId } } })) > 0;
    },
    async hold(classId) {
      await db.$executeRaw`INSERT INTO feedback_pools (class_id) VALUES (${classId}) ON CONFLICT DO NOTHING`;
      await db.$queryRaw`SELECT class_id FROM feedback_pools WHERE class_id = ${classId} FOR UPDATE`;
      const { classId: _, ...pool } = await db.feedbackPool.findUniqueOrThrow({ where: { classId } });
      return pool as unknown as FeedbackPool;
    },
    async keep(classId, pool) {
      await db.feedbackPool.update({ where: { classId }, data: { ...pool } });
    },
    async keepNamed(classId, personId, answers) {
      await db.namedFeedback.create({ data: { classId, personId, answers } });
    },
    async ofReach(reach, provinceCode) {
      const inProvince = provinceCode === null ? Prisma.sql`TRUE` : Prisma.sql`c.province_code = ${provinceCode}`;
      const rows = await db.$queryRaw<Row[]>`
        ${CLASSES} WHERE f.released + f.waiting > 0 AND ${inProvince}
          AND ${isWithin(reach, Prisma.sql`c.province_code`, Prisma.sql`w.cohort_id`)}
        ORDER BY c.name, c.id`;
      return rows.map(toClass);
    },
    async ofClass(classId) {
      const [row] = await db.$queryRaw<Row[]>`${CLASSES} WHERE c.id = ${classId}`;
      return row === undefined ? null : toClass(row);
    },
    async words(classId) {
      const pool = await db.feedbackPool.findUnique({ where: { classId }, select: { releasedWords: true } });
      const named = await db.namedFeedback.findMany({
        where: { classId },
        include: { person: { select: { name: true } } },
        orderBy: { person: { name: "asc" } },
      });
      return {
        words: (pool?.releasedWords ?? {}) as unknown as WordLists,
        named: named.map(({ person, personId, answers }) => ({
          personId,
          name: person.name,
          answers: answers as FeedbackAnswers,
        })),
      };
    },
  };
}

const CLASSES = Prisma.sql`
  SELECT c.id AS "classId", c.name AS "className", c.province_code AS "provinceCode", p.name AS "provinceName",
    h.name AS "cohortName", w.number AS "waveNumber", w.starts_on AS "waveStartsOn",
    coalesce(f.released, 0) AS released, coalesce(f.waiting, 0) AS waiting, coalesce(f.released_counts, '{}') AS counts
  FROM training_classes c
  JOIN waves w ON w.id = c.wave_id
  JOIN cohorts h ON h.id = w.cohort_id
  JOIN places p ON p.code = c.province_code
  LEFT JOIN feedback_pools f ON f.class_id = c.id`;

function toClass({ counts, waveStartsOn, ...row }: Row): ClassFeedback {
  return { ...row, counts: counts as ScaleCounts, waveStartsOn: dayFromColumn(waveStartsOn) };
}
