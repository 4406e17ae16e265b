// On which days plans were paused: what domain/people/pause.ts asks about their libraries, read for many plans at once.
import { groupedBy } from "../../domain/grouped-by.js";
import { type DaySpan, type MemberTime, pausedSpans } from "../../domain/people/pause.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { isOfProgramme, liesIn } from "../reach.js";

interface MemberRow {
  planId: number;
  personId: number;
  fromOn: Day;
  untilOn: Day | null;
  pauses: DaySpan[];
}

/** Of a pause ps: a day of it counts. */
export const HAS_DAYS = Prisma.sql`(ps.undone_at IS NULL AND ps.until_on >= ps.from_on)`;

/** Of a pause ps of a place: it is about somebody at this place, in this cohort. Nobody's practice is in it. */
export function pausesPlace(place: Prisma.Sql, cohort: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${liesIn(place, Prisma.sql`ps.place_code`)}
    AND ((ps.cohort_id IS NULL AND ${isOfProgramme(cohort)}) OR ps.cohort_id = ${cohort}))`;
}

/** By plan; of those without a pause nothing. */
export async function pausesOfPlans(db: Db, planIds: number[]): Promise<Map<number, DaySpan[]>> {
  const ofPlaces = await db.$queryRaw<{ planId: number; fromOn: Day; untilOn: Day }[]>`
    SELECT wp.id AS "planId", ps.from_on::text AS "fromOn", ps.until_on::text AS "untilOn"
    FROM pauses ps, work_plans wp JOIN libraries l ON l.id = wp.library_id
    WHERE wp.id = ANY(${planIds}::int[]) AND ps.place_code IS NOT NULL AND ${HAS_DAYS}
      AND ${pausesPlace(Prisma.sql`l.place_code`, Prisma.sql`wp.cohort_id`)}
    ORDER BY ps.from_on, ps.id`;
  // Only libraries of which somebody ever paused: mostly there is none.
  const members = await db.$queryRaw<MemberRow[]>`
    WITH concerned AS (
      SELECT DISTINCT wp.id, wp.library_id, c.zone FROM work_plans wp
      JOIN training_classes c ON c.id = wp.class_id
      JOIN library_members pm ON pm.library_id = wp.library_id
      JOIN pauses ps ON ps.person_id = pm.person_id AND ${HAS_DAYS}
      WHERE wp.id = ANY(${planIds}::int[])
    )
    SELECT concerned.id AS "planId", m.person_id AS "personId", ${day("m.from_at")} AS "fromOn", ${day("m.until_at")} AS "untilOn",
      coalesce((SELECT jsonb_agg(jsonb_build_object('fromOn', ps.from_on, 'untilOn', ps.until_on))
        FROM pauses ps WHERE ps.person_id = m.person_id AND ${HAS_DAYS}), '[]') AS pauses
    FROM concerned JOIN library_members m ON m.library_id = concerned.library_id
    ORDER BY concerned.id, m.id`;
  const found = new Map<number, DaySpan[]>();
  const placesOf = groupedBy(ofPlaces, (row) => row.planId);
  const membersOf: ReadonlyMap<number, readonly MemberTime[]> = groupedBy(members, (row) => row.planId);
  for (const planId of new Set([...placesOf.keys(), ...membersOf.keys()])) {
    found.set(planId, pausedSpans(placesOf.get(planId) ?? [], membersOf.get(planId) ?? []));
  }
  return found;
}

/** By the clock of the plan's class. */
function day(instant: string): Prisma.Sql {
  return Prisma.sql`(${Prisma.raw(instant)} AT TIME ZONE 'UTC' AT TIME ZONE concerned.zone)::date::text`;
}
