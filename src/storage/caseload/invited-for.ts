// Who was invited for a library for which nobody acts, in SQL: lists name and count them in place of those who would. Which library
// somebody on a roster means is said by libraryOf() of use-cases/plans/stand-in; test/storage/caseload/invited-for.test.ts holds this to it.
import { Prisma } from "../generated/client.js";

/** What has a library_id and a class_id in WITH. */
type Part = "plan" | "in_care" | "late" | "helped";

/** As sameAs() and libraryOf() of storage/people/participants.ts: the library itself before one that was merged into another. */
const MEANT = Prisma.sql`(
  SELECT CASE WHEN named.holder_id = 0 THEN named.id ELSE -named.holder_id END FROM libraries named
  WHERE named.place_code = rr.place_code AND named.practice_of = l.practice_of AND named.holder_id <= 0
    AND CASE WHEN rr.kind IN ('desa', 'kelurahan') THEN named.kind IN ('desa', 'kelurahan')
      ELSE named.kind = rr.kind AND named.name = rr.library_name END
  ORDER BY named.holder_id DESC, named.id LIMIT 1)`;

/**
 * For WITH, behind that part: `invited`, a row for each of those who were invited to the class of one of its plans and mean its library;
 * with library_id, class_id, roster_row_id, name. None where somebody acts for it. An office's plans are owed by its managers, so
 * nobody is invited for them. Worked out once: a database that has not counted its rows would do so for each row beside it.
 */
export function invitedFor(part: Part): Prisma.Sql {
  return Prisma.sql`untended AS MATERIALIZED (
    SELECT DISTINCT library_id, class_id FROM ${Prisma.raw(part)} AS asked
    WHERE NOT EXISTS (
      SELECT 1 FROM library_members m JOIN people pe ON pe.id = m.person_id AND pe.erased_at IS NULL
      WHERE m.library_id = asked.library_id AND m.until_at IS NULL)
  ), invited AS MATERIALIZED (
    SELECT l.id AS library_id, rr.class_id, rr.id AS roster_row_id, rr.name
    FROM untended
    JOIN libraries l ON l.id = untended.library_id
    JOIN roster_rows rr ON rr.class_id = untended.class_id AND rr.participant_id IS NULL
    WHERE l.id = ${MEANT}
  )`;
}

/** For FROM, as `here`: those of each library and class in one row, ids and names by name. */
export const INVITED_TOGETHER = Prisma.sql`(
    SELECT library_id, class_id, array_agg(roster_row_id ORDER BY name, roster_row_id) AS ids,
      array_agg(name ORDER BY name, roster_row_id) AS names
    FROM invited GROUP BY library_id, class_id
  ) AS here`;

/** For FROM, as `meant`: one row for each of them. Where nothing is asked of it, the database leaves out all of it. */
export const INVITED_EACH = Prisma.sql`(
    SELECT roster_row_id, min(library_id) AS library_id FROM invited GROUP BY roster_row_id
  ) AS meant`;
