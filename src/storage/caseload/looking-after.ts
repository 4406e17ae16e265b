// Who looks after which class at an instant, in SQL: as lookingAfter() of domain/caseload/cover.ts. Rows: class_id, person_id, for_id (whom
// they cover for), is_away. All of them may act; what is told unasked goes to those who are not away.
import { Prisma } from "../generated/client.js";
import { TRAINERS_NOW } from "../reach.js";
import { isReachable } from "../reachable.js";

export function lookingAfter(now: Date): Prisma.Sql {
  const isAway = (id: Prisma.Sql) => Prisma.sql`EXISTS (
    SELECT 1 FROM absences away WHERE away.person_id = ${id} AND ${isOn(Prisma.sql`away`, now)})`;
  return Prisma.sql`(
    SELECT t.class_id, t.person_id, NULL::int AS for_id, ${isAway(Prisma.sql`t.person_id`)} AS is_away FROM ${TRAINERS_NOW} t
    UNION ALL
    SELECT t.class_id, a.cover_id, min(a.person_id), false
    FROM absences a JOIN ${TRAINERS_NOW} t ON t.person_id = a.person_id
    WHERE ${coversOn(Prisma.sql`a`, now)}
      AND NOT EXISTS (SELECT 1 FROM class_trainers own WHERE own.class_id = t.class_id AND own.person_id = a.cover_id)
    GROUP BY t.class_id, a.cover_id)`;
}

/** Those to whom something is told now: rows class_id, person_id, for_id. */
export function toldOf(now: Date): Prisma.Sql {
  return Prisma.sql`(SELECT class_id, person_id, for_id FROM ${lookingAfter(now)} carer WHERE NOT carer.is_away)`;
}

/** Of a row of absences under this alias: it is one now, and its cover can be that (canCover()). */
export function coversOn(absence: Prisma.Sql, now: Date): Prisma.Sql {
  return Prisma.sql`(${isOn(absence, now)} AND EXISTS (
    SELECT 1 FROM people c WHERE c.id = ${absence}.cover_id AND ${isReachable(Prisma.sql`c`)}
      AND EXISTS (SELECT 1 FROM role_bindings r WHERE r.person_id = c.id AND r.role = 'trainer' AND r.revoked_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM absences their WHERE their.person_id = c.id AND ${isOn(Prisma.sql`their`, now)})))`;
}

/** Of a row of absences under this alias: it is one now. */
export function isOn(absence: Prisma.Sql, now: Date): Prisma.Sql {
  return Prisma.sql`(${absence}.starts_at <= ${now}::timestamp AND ${now}::timestamp < ${absence}.ends_at)`;
}
