// The numbers of domain/overview/numbers.ts, counted in SQL. No other file says them; test/storage/overview holds them to the domain.
import { STANDINGS } from "../../domain/caseload/diagnosis.js";
import type { PeopleFilter } from "../../domain/caseload/people-filter.js";
import { type Numbers, noNumbers, PLAN_NUMBERS, type PlanNumbers } from "../../domain/overview/numbers.js";
import type { Care } from "../../domain/people/permissions.js";
import type { PlanType } from "../../domain/plans/work-plan.js";
import type { LateDay } from "../../ports/people/caseloads.js";
import { isOfFilter } from "../caseload/people/list-people.js";
import { everybodyIn } from "../caseload/people/person-facts.js";
import { isOverdue, lateDays } from "../caseload/plan-facts.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";

interface Counted {
  key: string;
  people: Numbers["people"] | null;
  plans: (PlanNumbers & { type: PlanType })[] | null;
}

const PEOPLE = Prisma.raw(
  [
    "'people', sum(n)",
    ...["joined", "late", "with_province", "new_with_province"].map(
      (name) => `'${name}', coalesce(sum(n) FILTER (WHERE ${name}), 0)`,
    ),
    ...STANDINGS.map((standing) => `'${standing}', coalesce(sum(n) FILTER (WHERE standing = '${standing}'), 0)`),
  ].join(", "),
);

const PLANS = Prisma.raw(
  PLAN_NUMBERS.map((name) => `'${name}', ${name === "plans" ? "count(*)" : `count(*) FILTER (WHERE is_${name})`}`).join(
    ", ",
  ),
);

/** A key of a place's code and a class's id, as a text. */
export type KeyOf = (place: Prisma.Sql, classId: Prisma.Sql) => Prisma.Sql;

/** By key, in no order: how many people of this filter there are. The database leaves out what the filter does not ask for. */
export async function peopleBy(
  db: Db,
  care: Care,
  days: readonly LateDay[],
  { keyOf, filter }: { keyOf: KeyOf; filter: PeopleFilter },
): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ key: string; people: number }[]>`
    WITH ${everybodyIn({ care, classId: null }, days)}
    SELECT ${keyOf(Prisma.sql`place_code`, Prisma.sql`class_id`)} AS key, count(*)::int AS people
    FROM everybody WHERE ${isOfFilter(filter)} GROUP BY 1`;
  return new Map(rows.map(({ key, people }) => [key, people]));
}

/**
 * By key, in no order: of everybody in the care, and of the plans that are asked for in it. `classId`: of one class alone.
 */
export async function numbersBy(
  db: Db,
  care: Care,
  days: readonly LateDay[],
  { keyOf, classId }: { keyOf: KeyOf; classId: number | null },
): Promise<Map<string, Numbers>> {
  const ofClass = (id: Prisma.Sql) => (classId === null ? Prisma.sql`true` : Prisma.sql`${id} = ${classId}::int`);
  const rows = await db.$queryRaw<Counted[]>`
    WITH ${everybodyIn({ care, classId }, days)},
    owed AS (
      SELECT p.type, ${keyOf(Prisma.sql`p.place_code`, Prisma.sql`c.id`)} AS key,
        p.state NOT IN ('unwritten', 'none_yet') AS is_written, p.last_report_at IS NOT NULL AS is_reported,
        p.is_reviewed, p.state = 'done' AS is_done,
        ${isOverdue(Prisma.sql`p.state`, Prisma.sql`p.due_on`, Prisma.sql`late_day.today`)} AS is_late
      FROM in_care p
      JOIN training_classes c ON c.id = p.class_id
      JOIN ${lateDays(days)} ON late_day.zone = c.zone
      WHERE ${ofClass(Prisma.sql`c.id`)}
    ), plan_part AS (
      SELECT key, json_agg(of_type) AS plans FROM (
        SELECT key, json_build_object('type', type, ${PLANS}) AS of_type FROM owed GROUP BY key, type
      ) AS typed GROUP BY key
    ), alike AS (
      SELECT ${keyOf(Prisma.sql`place_code`, Prisma.sql`class_id`)} AS key, standing, late, with_province, new_with_province,
        participant_id IS NOT NULL AS joined, count(*)::int AS n
      FROM everybody GROUP BY 1, 2, 3, 4, 5, 6
    ), person_part AS (
      SELECT key, json_build_object(${PEOPLE}) AS people FROM alike GROUP BY key
    )
    SELECT coalesce(person_part.key, plan_part.key) AS key, people, plans
    FROM person_part FULL JOIN plan_part ON plan_part.key = person_part.key`;
  return new Map(rows.map(({ key, people, plans }) => [key, numbersOf(people, plans)]));
}

function numbersOf(people: Counted["people"], plans: Counted["plans"]): Numbers {
  const numbers = noNumbers();
  if (people !== null) numbers.people = people;
  for (const { type, ...counts } of plans ?? []) numbers.plans[type] = counts;
  return numbers;
}
