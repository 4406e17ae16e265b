// How far somebody's word reaches, in SQL: the law of domain/people/admin-reach.ts and domain/people/permissions.ts for many rows at once. Every
// query that asks for it asks here; test/storage/reach.test.ts holds each of them to the domain.
import { adminReach, type Reach, reachCovers } from "../domain/people/admin-reach.js";
import type { Care } from "../domain/people/permissions.js";
import type { Person } from "../domain/people/person.js";
import type { Db } from "./engine/database.js";
import { Prisma } from "./generated/client.js";
import { toPerson } from "./people/people.js";

/** True where a row with this place (a code) and cohort lies within one of the regions and cohorts; never, where there are none. */
export function isWithin(reach: readonly Reach[], place: Prisma.Sql, cohort: Prisma.Sql): Prisma.Sql {
  // The whole country and every cohort is everything: no row has to be looked at for it.
  if (reach.some(({ regionCode, cohortId }) => regionCode === null && cohortId === null)) return Prisma.sql`TRUE`;
  return anyOf(reach.map((part) => lieWithin(part, place, cohort)));
}

/** As mayFollowUp(): the class with this id is one they train, or the place and cohort lie within their reach. */
export function isInCare(care: Care | null, classId: Prisma.Sql, place: Prisma.Sql, cohort: Prisma.Sql): Prisma.Sql {
  if (care === null) return Prisma.sql`TRUE`;
  const within = isWithin(care.regions, place, cohort);
  return care.trainerId === null ? within : anyOf([within, isTaughtBy(care.trainerId, classId)]);
}

/** As reachCovers(): everything in a stored list of reaches lies within this one. The whole country lies within no region. */
export function covers(reach: readonly Reach[], stored: Prisma.Sql): Prisma.Sql {
  const within = isWithin(reach, Prisma.sql`part."regionCode"`, Prisma.sql`part."cohortId"`);
  return Prisma.sql`NOT EXISTS (
    SELECT 1 FROM jsonb_to_recordset(${stored}) AS part("regionCode" text, "cohortId" int) WHERE (${within}) IS NOT TRUE)`;
}

function isTaughtBy(trainerId: number, classId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM ${TRAINERS_NOW} taught WHERE taught.class_id = ${classId} AND taught.person_id = ${trainerId})`;
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
    ...(regionCode === null
      ? []
      : [Prisma.sql`(${place} = ${regionCode} OR starts_with(${place}, ${`${regionCode}.`}))`]),
    ...(cohortId === null ? [] : [Prisma.sql`${cohort} = ${cohortId}::int`]),
  ];
  return parts.length === 0 ? Prisma.sql`TRUE` : Prisma.sql`(${Prisma.join(parts, " AND ")})`;
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
