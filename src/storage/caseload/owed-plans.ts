// /terlambat: the late plans that are somebody's turn to deal with, sorted, counted and cut into pages by the database.
import type { LateCounts } from "../../domain/caseload/summary.js";
import type { Care } from "../../domain/people/permissions.js";
import type { PageWish } from "../../ports/page-wish.js";
import type { LateDay, OwedPlans } from "../../ports/people/caseloads.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { nearestPage } from "../page.js";
import { BY_URGENCY, IS_OVERDUE, judgedOn, plansInCare, plansThat, STANDING } from "./plan-facts.js";

interface OwedRow extends LateCounts {
  page: number;
  count: number;
  entries: number[][];
}

export async function owedPlans(db: Db, care: Care, days: LateDay[], wish: PageWish | null): Promise<OwedPlans> {
  const page = wish === null ? Prisma.sql`0` : nearestPage(Prisma.sql`(SELECT count(*) FROM entry)`, wish);
  const [{ owed, asked, resting, ...rest }] = await db.$queryRaw<[OwedRow]>`
    WITH ${plansThat(Prisma.sql`${IS_OVERDUE} AND ${plansInCare(care)}`, days)}, ${STANDING},
    late AS MATERIALIZED (
      SELECT id, library_id, cohort_id, due_on, lateness, urgency, pressing FROM ${judgedOn(days)}
    ), owed AS MATERIALIZED (
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
    SELECT (SELECT count(*) FILTER (WHERE lateness = 'owed') FROM late)::int AS owed,
      (SELECT count(*) FILTER (WHERE lateness = 'asked') FROM late)::int AS asked,
      (SELECT count(*) FILTER (WHERE lateness = 'resting') FROM late)::int AS resting,
      (SELECT page FROM wanted) AS page, (SELECT count(*) FROM entry)::int AS count,
      (SELECT coalesce(json_agg(ids ORDER BY place), '[]') FROM (
        SELECT shown.place, json_agg(owed.id ORDER BY owed.place) AS ids
        FROM shown JOIN owed USING (library_id, cohort_id) GROUP BY shown.place
      ) AS of_entry) AS entries`;
  return { late: { owed, asked, resting }, ...rest };
}
