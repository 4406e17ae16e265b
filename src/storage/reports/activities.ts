// What libraries reported, month by month: ids of libraries first, which are one moment's, then their rows in pieces.
import type { Reach } from "../../domain/people/admin-reach.js";
import type { PlanType } from "../../domain/plans/work-plan.js";
import type { TypedAnswer } from "../../domain/reports/questionnaire.js";
import type { SimLibrary } from "../../domain/sim/sim-row.js";
import type { ActivitiesPort, ActivityReport } from "../../ports/programme/activities.js";
import { dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { isWithin } from "../reach.js";

interface AnswerRow {
  question: string;
  amount: number | null;
  text: string | null;
  choices: string[];
  day: string | null;
  unknown: boolean;
}

export function createActivities(db: Db): ActivitiesPort {
  return {
    async libraryIds(reach, begunBy) {
      const rows = await db.$queryRaw<{ id: number }[]>`
        SELECT l.id FROM libraries l
        WHERE l.holder_id = 0 AND l.practice_of = 0 AND EXISTS (
          SELECT 1 FROM work_plans wp JOIN training_classes c ON c.id = wp.class_id
          WHERE wp.library_id = l.id AND c.starts_on <= ${dayToColumn(begunBy)}::date
            AND ${isPlanWithin(reach)})
        ORDER BY l.place_code, l.name, l.id`;
      return rows.map(({ id }) => id);
    },
    async librariesOf(libraryIds, reach) {
      const rows = await db.$queryRaw<
        (Omit<SimLibrary, "activities"> & { activities: SimLibrary["activities"] | null })[]
      >`
        SELECT l.id AS "libraryId", l.place_code AS "placeCode", l.name, l.kind::text AS kind,
          ${placeName(2)} AS province, ${placeName(5)} AS regency, ${placeName(8)} AS district, ${placeName(13)} AS village,
          latest.name AS "className", latest.activities,
          ARRAY(SELECT pe.name FROM library_members m JOIN people pe ON pe.id = m.person_id
            WHERE m.library_id = l.id AND m.until_at IS NULL AND pe.erased_at IS NULL ORDER BY pe.name, pe.id) AS people
        FROM libraries l JOIN LATERAL (
          SELECT c.name, wp.cohort_id, json_object_agg(wp.type, wp.activity) AS activities
          FROM work_plans wp JOIN training_classes c ON c.id = wp.class_id
          WHERE wp.library_id = l.id AND ${isPlanWithin(reach)} GROUP BY c.id, wp.cohort_id ORDER BY wp.cohort_id DESC, c.id DESC LIMIT 1
        ) latest ON TRUE
        WHERE l.id = ANY(${[...libraryIds]}::int[]) ORDER BY l.place_code, l.name, l.id`;
      return rows.map((row) => ({ ...row, activities: row.activities ?? {} }));
    },
    async reportsOf(libraryIds, reach, { from, to }) {
      const rows = await db.$queryRaw<(Omit<ActivityReport, "answers"> & { answers: AnswerRow[] })[]>`
        SELECT wp.library_id AS "libraryId", wp.type::text AS type, r.number, r.state::text AS state, r.obstacle,
          r.next_step AS "nextStep", r.story, r.on_behalf AS "onBehalf", pe.name AS "authorName", l.name AS "libraryName",
          c.name AS "className", ${placeName(13)} AS place, ${placeName(5)} AS regency,
          to_char(date_trunc('month', told.on), 'YYYY-MM-DD') AS month, to_char(told.on, 'YYYY-MM-DD') AS "reportedOn",
          coalesce((SELECT json_agg(json_build_object('question', a.question, 'amount', a.amount, 'text', a.text, 'choices', a.choices,
            'day', to_char(a.day, 'YYYY-MM-DD'), 'unknown', a.unknown) ORDER BY a.question)
            FROM report_answers a WHERE a.report_id = r.id), '[]') AS answers
        FROM work_plans wp JOIN libraries l ON l.id = wp.library_id JOIN training_classes c ON c.id = wp.class_id
        JOIN progress_reports r ON r.plan_id = wp.id JOIN people pe ON pe.id = r.author_id
        JOIN progress_reports first ON first.number = r.number AND first.version = 1,
        LATERAL (SELECT (first.reported_at AT TIME ZONE 'UTC' AT TIME ZONE c.zone)::date AS on) told
        WHERE wp.library_id = ANY(${[...libraryIds]}::int[]) AND ${isPlanWithin(reach)}
          AND told.on BETWEEN ${dayToColumn(from)}::date AND ${dayToColumn(to)}::date
          AND NOT EXISTS (SELECT 1 FROM progress_reports later WHERE later.number = r.number AND later.version > r.version)
        ORDER BY wp.library_id, told.on, r.number`;
      return rows.map((row) => ({ ...row, type: row.type as PlanType, answers: row.answers.flatMap(answerOf) }));
    },
  };
}

/** Of a plan wp of the library l. */
function isPlanWithin(reach: readonly Reach[]): Prisma.Sql {
  return isWithin(reach, Prisma.sql`l.place_code`, Prisma.sql`wp.cohort_id`);
}

const CODE_LENGTHS = { 2: "province", 5: "regency", 8: "district", 13: "village" } as const;

/** Of the library l, where its place is that deep. */
function placeName(length: keyof typeof CODE_LENGTHS): Prisma.Sql {
  return Prisma.sql`(SELECT p.name FROM places p WHERE length(l.place_code) >= ${length}::int AND p.code = left(l.place_code, ${length}::int))`;
}

function answerOf({ question, amount, text, choices, day, unknown }: AnswerRow): TypedAnswer[] {
  if (unknown) return [{ question, unknown: true }];
  if (amount !== null) return [{ question, amount }];
  if (text !== null) return [{ question, text }];
  if (day !== null) return [{ question, day: day as ActivityReport["reportedOn"] }];
  return choices.length === 0 ? [] : [{ question, choices }];
}
