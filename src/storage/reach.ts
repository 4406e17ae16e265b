// How far somebody's word reaches, in SQL: the law of domain/people/admin-reach.ts and domain/people/permissions.ts for many rows at once. Every
// query that asks for it asks here; test/storage/reach.test.ts holds each of them to the domain.
//
// What somebody practises on is in no list, count or audience that does not name it, no matter who asks: rights say who may do something with
// it, this file that it is not met by chance. A cohort is named by a reach of its own (practiceCare()).
import { adminReach, type Reach, reachCovers } from "../domain/people/admin-reach.js";
import type { Care } from "../domain/people/permissions.js";
import type { Person } from "../domain/people/person.js";
import type { Db } from "./engine/database.js";
import { Prisma } from "./generated/client.js";
import { toPerson } from "./people/people.js";

/**
 * True where a row with this place (a code) and cohort lies within one of the regions and cohorts; never, where there are none. Every
 * cohort: of the programme.
 */
export function isWithin(reach: readonly Reach[], place: Prisma.Sql, cohort: Prisma.Sql): Prisma.Sql {
  return anyOf(reach.map((part) => lieWithin(part, place, cohort)));
}

/** True of a cohort (an id) that is nobody's practice; also where no cohort is meant. */
export function isOfProgramme(cohort: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(coalesce(${cohort}, 0) <> ALL (ARRAY(SELECT id FROM cohorts WHERE practice_of <> 0)))`;
}

/** The same for Prisma's own queries, of a class. */
export const ofProgramme = { wave: { cohort: { practiceOf: 0 } } } satisfies Prisma.TrainingClassWhereInput;

/**
 * Of the account's lines (a): true where what the line is about lay within one of the regions and cohorts. By equal columns, so that the
 * newest of a province are found by index among a million.
 */
export function linesWithin(reach: readonly Reach[]): Prisma.Sql {
  return anyOf(
    reach.map(({ regionCode, cohortId }) => {
      const cohort =
        cohortId === null ? isOfProgramme(Prisma.sql`a.cohort_id`) : Prisma.sql`a.cohort_id = ${cohortId}::int`;
      if (regionCode === null) return cohort;
      const column = regionCode.length === "21".length ? Prisma.sql`a.province_code` : Prisma.sql`a.regency_code`;
      return Prisma.sql`(${column} = ${regionCode} AND ${cohort})`;
    }),
  );
}

/** As mayFollowUp(): the class with this id is one they train or cover for, or the place and cohort lie within their reach. */
export function isInCare(care: Care | null, classId: Prisma.Sql, place: Prisma.Sql, cohort: Prisma.Sql): Prisma.Sql {
  if (care === null) return Prisma.sql`TRUE`;
  const within = isWithin(care.regions, place, cohort);
  if (care.trainerId === null) return within;
  return anyOf([within, isTaughtBy([care.trainerId, ...(care.coveredIds ?? [])], classId)]);
}

/** As reachCovers(): everything in a stored list of reaches lies within this one. The whole country lies within no region. */
export function covers(reach: readonly Reach[], stored: Prisma.Sql): Prisma.Sql {
  const within = isWithin(reach, Prisma.sql`part."regionCode"`, Prisma.sql`part."cohortId"`);
  return Prisma.sql`NOT EXISTS (
    SELECT 1 FROM jsonb_to_recordset(${stored}) AS part("regionCode" text, "cohortId" int) WHERE (${within}) IS NOT TRUE)`;
}

/** As a list of ids, so that the database looks rows up by it, also beside a reach. */
function isTaughtBy(trainerIds: number[], classId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${classId} = ANY (ARRAY(SELECT taught.class_id FROM ${TRAINERS_NOW} taught WHERE taught.person_id = ANY(${trainerIds}::int[])))`;
}

/** Which person teaches which class now: on the class's list, with a trainer's role that was not taken back. As trainsNow. */
export const TRAINERS_NOW = Prisma.sql`(
  SELECT ct.class_id, ct.person_id FROM class_trainers ct
  WHERE EXISTS (SELECT 1 FROM role_bindings r WHERE r.person_id = ct.person_id AND r.role = 'trainer' AND r.revoked_at IS NULL))`;

/** The same for Prisma's own queries: a person who is a trainer at this moment. */
export const trainsNow = {
  erasedAt: null,
  roles: { some: { role: "trainer", revokedAt: null } },
} satisfies Prisma.PersonWhereInput;

function lieWithin({ regionCode, cohortId }: Reach, place: Prisma.Sql, cohort: Prisma.Sql): Prisma.Sql {
  const parts = [
    ...(regionCode === null ? [] : [liesIn(place, regionCode)]),
    cohortId === null ? isOfProgramme(cohort) : Prisma.sql`${cohort} = ${cohortId}::int`,
  ];
  return Prisma.sql`(${Prisma.join(parts, " AND ")})`;
}

/** As liesWithin() of domain/places/place.ts; of a region's code, or of a column that holds one. */
export function liesIn(place: Prisma.Sql, region: string | Prisma.Sql): Prisma.Sql {
  const inside = typeof region === "string" ? Prisma.sql`${`${region}.`}` : Prisma.sql`${region} || '.'`;
  return Prisma.sql`(${place} = ${region} OR starts_with(${place}, ${inside}))`;
}

function anyOf(parts: Prisma.Sql[]): Prisma.Sql {
  return parts.length === 0 ? Prisma.sql`FALSE` : Prisma.sql`(${Prisma.join(parts, " OR ")})`;
}

/** Admins whose reach covers all of this: the same law, asked of people instead of rows. They are some dozens. */
export async function adminsCovering(db: Db, reach: readonly Reach[]): Promise<{ person: Person; reach: Reach[] }[]> {
  const rows = await db.person.findMany({
    where: { erasedAt: null, roles: { some: { role: "admin", revokedAt: null } } },
    include: { roles: { where: { role: "admin", revokedAt: null } } },
    orderBy: { id: "asc" },
  });
  return rows
    .map(({ roles, ...row }) => ({ person: toPerson(row), reach: adminReach(roles) }))
    .filter((admin) => reachCovers(admin.reach, reach));
}
