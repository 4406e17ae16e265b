// What trainers look after, each list in one statement: rules are applied by the domain, not here.

import type { Day } from "../../domain/time/calendar.js";
import type { CareRow, CaseloadsPort, PlanCase, PlanFilter, PlanInBrief } from "../../ports/people/caseloads.js";
import { dayFromColumn, dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { MANAGERS } from "../people/managers.js";
import { isInCare, TRAINERS_NOW } from "../reach.js";
import { INVITED_TOGETHER, invitedFor } from "./invited-for.js";
import { lookingAfter } from "./looking-after.js";
import { actingFor, countHelp, countLate, owedPlans } from "./owed-plans.js";
import { aboutPerson } from "./people/about-person.js";
import { listPeople } from "./people/list-people.js";
import { HAS_DRAFT } from "./people/person-facts.js";
import { searchPeople } from "./people/search-people.js";
import { plansInCare, plansThat, restUntilOf, STANDING, STANDING_COLUMNS, triesOf } from "./plan-facts.js";

type Dated<Row> = Omit<Row, "dueOn" | "classEndsOn" | "restUntil"> & {
  dueOn: Date;
  classEndsOn: Date;
  restUntil: Date | null;
};
type PlanRow = Dated<PlanCase>;
type BriefRow = Dated<PlanInBrief>;
type PersonRow = Omit<CareRow, "classEndsOn"> & { classEndsOn: Date };

export function createCaseloads(db: Db): CaseloadsPort {
  return {
    async plansOf(care, filter = {}) {
      const rows = await db.$queryRaw<PlanRow[]>`
        WITH ${plansThat(Prisma.sql`${plansInCare(care)} ${ofPlans(filter)}`)}, ${STANDING}, ${invitedFor("plan")}
        SELECT wp.id AS "planId", wp.type::text AS type, wp.state::text AS state, wp.due_on AS "dueOn", wp.paused_until::text AS "pausedUntil", c.ends_on AS "classEndsOn",
          wp.last_report_at AS "lastReportAt", wp.activity, said.obstacle,
          CASE WHEN said.obstacle IS NOT NULL THEN said.author_id END AS "obstacleById", standing.last_contact_at AS "lastContactAt",
          ${triesOf(Prisma.sql`wp.id`)} AS "triedAt",
          c.id AS "classId", c.name AS "className", c.zone, ${TRAINERS} AS "trainerIds",
          wp.cohort_id AS "cohortId", l.id AS "libraryId", l.name AS "libraryName", l.place_code AS "placeCode",
          place.name AS village,
          CASE WHEN managers.names = '{}' THEN coalesce(here.names, '{}') ELSE managers.names END AS names,
          coalesce(here.ids, '{}') AS "rosterRowIds", managers.ids AS "personIds", managers.participant_ids AS "participantIds", managers.are_blocked AS "isBlocked",
          standing.put_off_times AS snoozed, coalesce(said.awaits_review, false) AS "awaitsReview", ${STANDING_COLUMNS}
        FROM standing
        JOIN work_plans wp ON wp.id = standing.id
        JOIN training_classes c ON c.id = wp.class_id
        JOIN libraries l ON l.id = wp.library_id
        JOIN places place ON place.code = l.place_code
        CROSS JOIN LATERAL (
          SELECT coalesce(array_agg(them.name), '{}') AS names, coalesce(array_agg(them.id), '{}') AS ids,
            coalesce(array_agg(them.participant_id), '{}') AS participant_ids,
            coalesce(bool_and(them.unreachable_cause IS NOT NULL), false) AS are_blocked
          FROM (
            SELECT pe.name, pe.id, pe.unreachable_cause, (
              SELECT pa.id FROM participants pa WHERE pa.person_id = pe.id AND pa.left_at IS NULL
              ORDER BY pa.class_id = c.id DESC, pa.id DESC LIMIT 1
            ) AS participant_id ${MANAGERS}
          ) AS them
        ) managers
        LEFT JOIN ${INVITED_TOGETHER} ON here.library_id = l.id AND here.class_id = c.id
        LEFT JOIN LATERAL (
          SELECT r.obstacle, r.author_id, r.reviewed_at IS NULL AS awaits_review FROM progress_reports r WHERE r.plan_id = wp.id
          ORDER BY r.reported_at DESC, r.version DESC LIMIT 1
        ) said ON true
        ORDER BY wp.due_on, wp.id`;
      return rows.map((row) => ({
        ...row,
        dueOn: dayFromColumn(row.dueOn),
        classEndsOn: dayFromColumn(row.classEndsOn),
        restUntil: restUntilOf(row),
      }));
    },

    async plansInBrief(trainerIds, dueBefore, now) {
      const isTaught = Prisma.sql`c.id IN (SELECT class_id FROM ${lookingAfter(now)} t WHERE t.person_id = ANY(${trainerIds}::int[]))`;
      const rows = await db.$queryRaw<BriefRow[]>`
        WITH ${plansThat(Prisma.sql`${isTaught} ${openBefore(dueBefore)}`)}, ${STANDING}, ${invitedFor("plan")}
        SELECT t.person_id AS "trainerId", standing.id AS "planId", standing.library_id AS "libraryId",
          standing.cohort_id AS "cohortId", c.zone,
          standing.state::text AS state, standing.due_on AS "dueOn", c.ends_on AS "classEndsOn",
          standing.last_report_at AS "lastReportAt", ${STANDING_COLUMNS},
          coalesce(acting.ids, '{}') AS "personIds", coalesce(acting.remindable_ids, '{}') AS "remindableIds",
          coalesce(here.ids, '{}') AS "rosterRowIds"
        FROM standing
        LEFT JOIN ${INVITED_TOGETHER} ON here.library_id = standing.library_id AND here.class_id = standing.class_id
        LEFT JOIN ${actingFor("standing")} ON acting.library_id = standing.library_id
        JOIN training_classes c ON c.id = standing.class_id
        JOIN ${lookingAfter(now)} t ON t.class_id = c.id AND t.person_id = ANY(${trainerIds}::int[])
        ORDER BY standing.due_on, standing.id`;
      return rows.map((row) => ({
        ...row,
        dueOn: dayFromColumn(row.dueOn),
        classEndsOn: dayFromColumn(row.classEndsOn),
        restUntil: restUntilOf(row),
      }));
    },

    owedPlans: (care, days, wish) => owedPlans(db, care, days, wish),

    countLate: (care, days) => countLate(db, care, days),
    countHelp: (care) => countHelp(db, care),

    aboutPerson: (of) => aboutPerson(db, of),

    peoplePage: (care, days, wish) => listPeople(db, care, days, wish),
    peopleFound: (care, wish) => searchPeople(db, care, wish),

    async peopleOf(care, filter = {}) {
      const isChosen = (id: Prisma.Sql, ids: number[] | undefined) => {
        const all = Object.keys(filter).length === 0;
        return all ? Prisma.sql`TRUE` : Prisma.sql`${id} = ANY(${ids ?? []}::int[])`;
      };
      const rows = await db.$queryRaw<PersonRow[]>`
        SELECT pa.id AS "participantId", NULL AS "rosterRowId", pe.id AS "personId", pa.joined_at AS "joinedAt", pe.name, pe.phone, pa.kind::text AS kind,
          pa.flagged AS flagged, ${CLASS}, l.id AS "libraryId", coalesce(l.name, '') AS "libraryName", coalesce(place.name, '') AS place,
          coalesce(l.place_code, c.province_code) AS "placeCode", pe.unreachable_cause::text AS "unreachableCause",
          pe.paused_until AS "pausedUntil", ${HAS_DRAFT} AS "hasDraft", asked.id AS "threadId", asked.asked_at AS "askedAt"
        FROM participants pa
        JOIN people pe ON pe.id = pa.person_id
        JOIN training_classes c ON c.id = pa.class_id
        JOIN waves w ON w.id = c.wave_id
        LEFT JOIN libraries l ON l.id = pa.library_id
        LEFT JOIN places place ON place.code = l.place_code
        LEFT JOIN LATERAL (
          SELECT t.id, t.asked_at FROM question_threads t WHERE t.participant_id = pa.id AND t.state IN ('unread', 'read')
          ORDER BY t.asked_at, t.id LIMIT 1
        ) asked ON true
        WHERE pa.left_at IS NULL AND ${isChosen(Prisma.sql`pa.id`, filter.participantIds)}
          AND ${isInCare(care, Prisma.sql`c.id`, Prisma.sql`coalesce(l.place_code, c.province_code)`, Prisma.sql`w.cohort_id`)}
        UNION ALL
        SELECT NULL, rr.id, NULL, NULL, rr.name, rr.phone, rr.kind::text, rr.flagged, ${CLASS}, NULL, coalesce(rr.library_name, ''),
          coalesce(place.name, ''), coalesce(rr.place_code, c.province_code), NULL, NULL, false, NULL, NULL
        FROM roster_rows rr
        JOIN training_classes c ON c.id = rr.class_id
        JOIN waves w ON w.id = c.wave_id
        LEFT JOIN places place ON place.code = rr.place_code
        WHERE rr.participant_id IS NULL AND ${isChosen(Prisma.sql`rr.id`, filter.rosterRowIds)}
          AND ${isInCare(care, Prisma.sql`c.id`, Prisma.sql`coalesce(rr.place_code, c.province_code)`, Prisma.sql`w.cohort_id`)}
        ORDER BY 5, 1, 2`;
      return rows.map((row) => ({ ...row, classEndsOn: dayFromColumn(row.classEndsOn) }));
    },
  };
}

const TRAINERS = Prisma.sql`ARRAY(SELECT t.person_id FROM ${TRAINERS_NOW} t WHERE t.class_id = c.id ORDER BY t.person_id)`;

const CLASS = Prisma.sql`c.id AS "classId", c.name AS "className", c.zone, c.ends_on AS "classEndsOn",
  ${TRAINERS} AS "trainerIds", w.cohort_id AS "cohortId"`;

function ofPlans({ planIds, libraryIds, besidePlans, untendedIn }: PlanFilter): Prisma.Sql {
  const parts = [
    ...(planIds === undefined ? [] : [Prisma.sql`AND wp.id = ANY(${planIds}::int[])`]),
    ...(libraryIds === undefined ? [] : [Prisma.sql`AND l.id = ANY(${libraryIds}::int[])`]),
    ...(besidePlans === undefined
      ? []
      : [
          Prisma.sql`AND l.id IN (SELECT named.library_id FROM work_plans named WHERE named.id = ANY(${besidePlans}::int[]))`,
        ]),
    ...(untendedIn === undefined ? [] : [Prisma.sql`AND ${isThere(untendedIn)} AND NOT EXISTS (SELECT 1 ${MANAGERS})`]),
  ];
  return parts.length === 0 ? Prisma.empty : Prisma.join(parts, " ");
}

function isThere(where: NonNullable<PlanFilter["untendedIn"]>): Prisma.Sql {
  if (Array.isArray(where)) return Prisma.sql`wp.class_id = ANY(${where}::int[])`;
  return Prisma.sql`(l.place_code = ${where.placeCode} OR starts_with(l.place_code, ${`${where.placeCode}.`}))`;
}

function openBefore(day: Day): Prisma.Sql {
  return Prisma.sql`AND wp.state <> 'done' AND (wp.due_on < ${dayToColumn(day)}::date
    OR EXISTS (SELECT 1 FROM follow_ups f WHERE f.plan_id = wp.id AND f.resolved_at IS NULL))`;
}
