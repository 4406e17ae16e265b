// What an admin can tick for an audience: the places, classes, waves, cohorts and trainers within reach, a page at a time.

import type { Reach } from "../../../domain/people/admin-reach.js";
import { normaliseName } from "../../../domain/places/place-search.js";
import type { AudienceOption, AudiencesPort, OptionsWish } from "../../../ports/announcements/audiences.js";
import { dayFromColumn } from "../../days.js";
import type { Db } from "../../engine/database.js";
import { Prisma } from "../../generated/client.js";
import { isWithin, TRAINERS_NOW } from "../../reach.js";

interface Row {
  value: string;
  name: string;
  starts_on?: Date;
  wave?: number;
  total: number;
}

export async function optionsOf(
  db: Db,
  list: Parameters<AudiencesPort["options"]>[0],
  reach: readonly Reach[],
  wish: OptionsWish,
): Promise<{ total: number; shown: AudienceOption[] }> {
  const rows = await db.$queryRaw<Row[]>`
    WITH ${reached(reach, wish.places)}, option AS (${STATEMENTS[list](wish)})
    SELECT *, count(*) OVER ()::int AS total FROM option
    WHERE bare_name(name) LIKE ${`%${normaliseName(wish.typed)}%`} ORDER BY place_in_list, name, value
    LIMIT ${wish.most} OFFSET ${wish.skip}`;
  const shown = rows.map(({ value, name, starts_on, wave }) => ({
    value,
    name,
    ...(starts_on !== undefined && { detail: { startsOn: dayFromColumn(starts_on) } }),
    ...(wave !== undefined && { detail: { wave } }),
  }));
  return { total: rows[0]?.total ?? 0, shown };
}

const STATEMENTS: Record<Parameters<AudiencesPort["options"]>[0], (wish: OptionsWish) => Prisma.Sql> = {
  places: ({ province, typed }) => Prisma.sql`
    SELECT p.code AS value, p.name, 0 AS place_in_list FROM places p WHERE ${placesOffered(province, typed)}`,
  classes: () => Prisma.sql`
    SELECT DISTINCT r.id::text AS value, r.name, r.starts_on, DATE '2000-01-01' - r.starts_on AS place_in_list FROM reached r`,
  waves: () => Prisma.sql`
    SELECT DISTINCT r.wave_id::text AS value, co.name, r.wave, r.wave - co.year * 100 AS place_in_list
    FROM reached r JOIN cohorts co ON co.id = r.cohort_id`,
  cohorts: () => Prisma.sql`
    SELECT DISTINCT co.id::text AS value, co.name, -co.year AS place_in_list
    FROM reached r JOIN cohorts co ON co.id = r.cohort_id`,
  trainers: () => Prisma.sql`
    SELECT DISTINCT p.id::text AS value, p.name, 0 AS place_in_list
    FROM reached r JOIN ${TRAINERS_NOW} t ON t.class_id = r.id JOIN people p ON p.id = t.person_id
    WHERE p.erased_at IS NULL AND p.name <> ''`,
};

/** Provinces; the regencies of one; both, where they are searched for. */
function placesOffered(province: string | undefined, typed: string): Prisma.Sql {
  const provinces = Prisma.sql`p.code IN (SELECT split_part(r.place, '.', 1) FROM reached r)`;
  const regencies = Prisma.sql`p.code IN (SELECT left(r.place, 5) FROM reached r)`;
  if (province !== undefined) return Prisma.sql`p.parent_code = ${province} AND ${regencies}`;
  return typed === "" ? provinces : Prisma.sql`(${provinces} OR ${regencies})`;
}

/**
 * For WITH: every class within reach, a row for each place that it or its people are in, joined or not: an admin of one regency finds
 * those its people are in.
 */
export function reached(reach: readonly Reach[], places: readonly string[] = []): Prisma.Sql {
  const isThere =
    places.length === 0
      ? Prisma.sql`TRUE`
      : Prisma.sql`EXISTS (SELECT 1 FROM unnest(${[...places]}::text[]) AS chosen(code)
          WHERE c.place = chosen.code OR starts_with(c.place, chosen.code || '.'))`;
  const columns = Prisma.sql`c.id, c.name, c.starts_on, c.wave_id, w.number AS wave, w.cohort_id`;
  return Prisma.sql`reached AS (
    SELECT c.* FROM (
      SELECT ${columns}, c.province_code AS place FROM training_classes c JOIN waves w ON w.id = c.wave_id
      UNION
      SELECT ${columns}, l.place_code
      FROM training_classes c JOIN waves w ON w.id = c.wave_id JOIN participants p ON p.class_id = c.id AND p.left_at IS NULL
      JOIN libraries l ON l.id = p.library_id
      UNION
      SELECT ${columns}, r.place_code
      FROM training_classes c JOIN waves w ON w.id = c.wave_id JOIN roster_rows r ON r.class_id = c.id
      WHERE r.participant_id IS NULL AND r.place_code IS NOT NULL
    ) AS c WHERE ${isWithin(reach, Prisma.sql`c.place`, Prisma.sql`c.cohort_id`)} AND ${isThere})`;
}
