// /terlambat: the late plans that are somebody's turn to deal with, sorted, counted and cut into pages by the database. Numbers are of people,
// as lateCounts() of domain/caseload/summary.ts; test/storage/caseload/plan-facts.long.test.ts holds them to it.
import type { LateCounts } from "../../domain/caseload/summary.js";
import type { Care } from "../../domain/people/permissions.js";
import type { PageWish } from "../../ports/page-wish.js";
import type { LateDay, OwedPlans } from "../../ports/people/caseloads.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { nearestPage } from "../page.js";
import { isRemindable } from "../reachable.js";
import { invitedFor } from "./invited-for.js";
import { BY_URGENCY, IS_OVERDUE, judgedOn, plansInCare, plansThat, STANDING } from "./plan-facts.js";

type OwedRow = LateCounts & Omit<OwedPlans, "late">;

const IS_REMINDABLE = isRemindable(Prisma.sql`pe`);

/** For FROM, with the part in WITH: `acting`, who acts for each of its libraries. */
export function actingFor(part: "plan" | "standing"): Prisma.Sql {
  return Prisma.sql`(
    SELECT m.library_id, array_agg(pe.id ORDER BY pe.id) AS ids,
      array_agg(pe.id ORDER BY pe.id) FILTER (WHERE ${IS_REMINDABLE}) AS remindable_ids
    FROM library_members m JOIN people pe ON pe.id = m.person_id AND pe.erased_at IS NULL
    WHERE m.until_at IS NULL AND m.library_id IN (SELECT library_id FROM ${Prisma.raw(part)}) GROUP BY m.library_id
  ) AS acting`;
}

/** For WITH: `late`, and `late_person`, each once with whose turn it is: as whoIsMeant(). */
function lateIn(care: Care, days: LateDay[]): Prisma.Sql {
  return Prisma.sql`${plansThat(Prisma.sql`${IS_OVERDUE} AND ${plansInCare(care)}`, days)}, ${STANDING},
    late AS MATERIALIZED (
      SELECT id, library_id, cohort_id, class_id, due_on, lateness, urgency, pressing FROM ${judgedOn(days)}
    ), ${invitedFor("late")}, late_person AS MATERIALIZED (
      SELECT pe.id AS person_id, invited.roster_row_id, coalesce(bool_or(${IS_REMINDABLE}), false) AS is_remindable,
        min(CASE late.lateness WHEN 'owed' THEN 0 WHEN 'asked' THEN 1 ELSE 2 END) AS turn
      FROM late
      LEFT JOIN (library_members m JOIN people pe ON pe.id = m.person_id AND pe.erased_at IS NULL)
        ON m.library_id = late.library_id AND m.until_at IS NULL
      LEFT JOIN invited ON invited.library_id = late.library_id AND invited.class_id = late.class_id
      GROUP BY pe.id, invited.roster_row_id, ${untended(Prisma.sql`pe.id`, Prisma.sql`late.library_id`)}
    )`;
}

/** The library itself, where it stands for its people: nobody acts for it, and nobody was invited. */
function untended(personId: Prisma.Sql, libraryId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${personId} IS NULL AND invited.roster_row_id IS NULL THEN ${libraryId} END`;
}

const LATE_COUNTS = Prisma.sql`count(*) FILTER (WHERE turn = 0)::int AS owed, count(*) FILTER (WHERE turn = 1)::int AS asked,
  count(*) FILTER (WHERE turn = 2)::int AS resting`;

export async function countLate(db: Db, care: Care, days: LateDay[]): Promise<LateCounts> {
  const [counts] = await db.$queryRaw<[LateCounts]>`WITH ${lateIn(care, days)} SELECT ${LATE_COUNTS} FROM late_person`;
  return counts;
}

export async function countHelp(db: Db, care: Care): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    WITH ${plansThat(Prisma.sql`wp.state <> 'done' AND ${plansInCare(care)} AND EXISTS (
      SELECT 1 FROM follow_ups f WHERE f.plan_id = wp.id AND f.reason = 'help' AND f.resolved_at IS NULL)`)}, ${invitedFor("plan")}
    SELECT count(DISTINCT (who.id, invited.roster_row_id, ${untended(Prisma.sql`who.id`, Prisma.sql`plan.library_id`)}))::int AS count
    FROM plan LEFT JOIN ${actingFor("plan")} ON acting.library_id = plan.library_id
    LEFT JOIN LATERAL unnest(acting.ids) AS who(id) ON true
    LEFT JOIN invited ON invited.library_id = plan.library_id AND invited.class_id = plan.class_id`;
  return row.count;
}

export async function owedPlans(db: Db, care: Care, days: LateDay[], wish: PageWish | null): Promise<OwedPlans> {
  const page = wish === null ? Prisma.sql`0` : nearestPage(Prisma.sql`(SELECT count(*) FROM entry)`, wish);
  const [{ owed, asked, resting, ...rest }] = await db.$queryRaw<[OwedRow]>`
    WITH ${lateIn(care, days)}, owed AS MATERIALIZED (
      SELECT id, library_id, cohort_id, row_number() OVER (ORDER BY ${BY_URGENCY}) AS place
      FROM late WHERE lateness = 'owed' AND urgency IS NOT NULL
    ), entry AS MATERIALIZED (
      SELECT library_id, cohort_id, min(place) AS place FROM owed GROUP BY library_id, cohort_id
    ), wanted AS MATERIALIZED (
      SELECT (${page})::int AS page
    ), shown AS (
      SELECT * FROM entry ORDER BY place
      LIMIT ${wish?.most ?? null}::int OFFSET (SELECT page FROM wanted) * ${wish?.most ?? 0}::int
    )
    SELECT counted.*, (SELECT page FROM wanted) AS page, (SELECT count(*) FROM entry)::int AS count,
      (SELECT coalesce(json_agg(ids ORDER BY place), '[]') FROM (
        SELECT shown.place, json_agg(owed.id ORDER BY owed.place) AS ids
        FROM shown JOIN owed USING (library_id, cohort_id) GROUP BY shown.place
      ) AS of_entry) AS entries
    FROM (
      SELECT ${LATE_COUNTS}, count(*) FILTER (WHERE turn = 0 AND person_id IS NULL AND roster_row_id IS NULL)::int AS unmanned,
        count(*) FILTER (WHERE turn = 0 AND roster_row_id IS NOT NULL)::int AS "notJoined",
        count(*) FILTER (WHERE turn = 0 AND is_remindable)::int AS remindable FROM late_person
    ) AS counted`;
  return { late: { owed, asked, resting }, ...rest };
}
