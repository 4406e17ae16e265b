// People and libraries that may be two rows of one, as far as an admin reaches: what domain/merges/duplicates.ts compares. One lean read of
// each, because comparing is the domain's.
import type { MaybeLibrary, MaybePerson } from "../../domain/merges/duplicates.js";
import type { Reach } from "../../domain/people/admin-reach.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { isWithin } from "../reach.js";

const { sql } = Prisma;

const PLACED = sql`JOIN training_classes c ON c.id = pa.class_id JOIN waves w ON w.id = c.wave_id
  LEFT JOIN libraries l ON l.id = pa.library_id`;

const lies = (reach: readonly Reach[]) =>
  isWithin(reach, sql`coalesce(l.place_code, c.province_code)`, sql`w.cohort_id`);

/** Of a person: nothing that they take part in, or took, lies outside, and something inside. Nobody made up. */
const isWithinReach = (reach: readonly Reach[]) => sql`bool_and(${lies(reach)})`;

export async function peopleWithin(db: Db, reach: readonly Reach[], only?: readonly number[]): Promise<MaybePerson[]> {
  if (reach.length === 0) return [];
  // As one text: of ten thousand rows the driver would make each array by itself, which takes longer than finding them.
  const [row] = await db.$queryRaw<{ people: string | null }[]>`
    SELECT json_agg(json_build_object('id', id, 'name', name, 'phones', phones, 'classIds', class_ids, 'libraryIds', library_ids,
      'placeCodes', place_codes) ORDER BY id)::text AS people
    FROM (
      SELECT pe.id, pe.name, array_remove(array_agg(rr.phone) || pe.phone, NULL) AS phones, array_agg(pa.class_id) AS class_ids,
        array_remove(array_agg(pa.library_id), NULL) AS library_ids, array_remove(array_agg(l.place_code), NULL) AS place_codes
      FROM participants pa ${PLACED}
      JOIN people pe ON pe.id = pa.person_id AND pe.erased_at IS NULL AND pe.practice_of = 0
      LEFT JOIN roster_rows rr ON rr.participant_id = pa.id
      WHERE ${only === undefined ? sql`TRUE` : sql`pa.person_id = ANY(${[...only]}::int[])`}
        AND NOT EXISTS (SELECT 1 FROM role_bindings r WHERE r.person_id = pe.id)
      GROUP BY pe.id HAVING ${isWithinReach(reach)} AND bool_or(pa.left_at IS NULL)
    ) AS found`;
  return JSON.parse(row?.people ?? "[]") as MaybePerson[];
}

export function librariesWithin(db: Db, reach: readonly Reach[]): Promise<MaybeLibrary[]> {
  if (reach.length === 0) return Promise.resolve([]);
  // Most villages have one library: only of the others is asked who is there.
  return db.$queryRaw<MaybeLibrary[]>`
    SELECT l.id, l.kind::text AS kind, l.name, l.place_code AS "placeCode" FROM libraries l
    WHERE l.holder_id = 0 AND l.practice_of = 0 AND l.kind IN ('desa', 'kelurahan', 'tbm')
      AND l.place_code IN (SELECT o.place_code FROM libraries o
        WHERE o.holder_id = 0 AND o.practice_of = 0 AND o.kind IN ('desa', 'kelurahan', 'tbm')
        GROUP BY o.place_code HAVING count(*) > 1)
      AND ${isLibraryWithinReach(reach)}
    ORDER BY l.id`;
}

/** Of a library l. */
function isLibraryWithinReach(reach: readonly Reach[]): Prisma.Sql {
  const ofCohort = (cohort: Prisma.Sql) => isWithin(reach, sql`l.place_code`, cohort);
  return sql`(EXISTS (SELECT 1 FROM participants pa WHERE pa.library_id = l.id) OR EXISTS (SELECT 1 FROM work_plans wp WHERE wp.library_id = l.id))
    AND NOT EXISTS (SELECT 1 FROM participants pa JOIN training_classes c ON c.id = pa.class_id JOIN waves w ON w.id = c.wave_id
      WHERE pa.library_id = l.id AND NOT ${ofCohort(sql`w.cohort_id`)})
    AND NOT EXISTS (SELECT 1 FROM work_plans wp WHERE wp.library_id = l.id AND NOT ${ofCohort(sql`wp.cohort_id`)})`;
}

export async function isPersonWithin(db: Db, id: number, reach: readonly Reach[]): Promise<boolean> {
  if (reach.length === 0) return false;
  const [row] = await db.$queryRaw<{ within: boolean | null }[]>`
    SELECT ${isWithinReach(reach)} AS within FROM participants pa ${PLACED} WHERE pa.person_id = ${id}::int`;
  return row?.within === true;
}

export async function isLibraryWithin(db: Db, id: number, reach: readonly Reach[]): Promise<boolean> {
  if (reach.length === 0) return false;
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT l.id FROM libraries l WHERE l.id = ${id}::int AND ${isLibraryWithinReach(reach)}`;
  return rows.length > 0;
}

/** Ids of merges since then of which the one who stays lies within. */
export async function mergesWithin(db: Db, reach: readonly Reach[], after: Date): Promise<number[]> {
  if (reach.length === 0) return [];
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT m.id FROM merges m WHERE m.at > ${after}::timestamp AND m.undone_at IS NULL AND CASE m.kind
      WHEN 'people' THEN (SELECT ${isWithinReach(reach)} FROM participants pa ${PLACED} WHERE pa.person_id = m.stays_id)
      ELSE EXISTS (SELECT 1 FROM libraries l WHERE l.id = m.stays_id AND ${isLibraryWithinReach(reach)}) END`;
  return rows.map(({ id }) => id);
}
