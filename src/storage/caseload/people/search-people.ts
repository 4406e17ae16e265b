// /peserta and a part of a name: who is found among those who are looked after. Names are read first, and only of those who match is asked
// whether they are looked after and whether they wait for an answer: nobody else costs anything but a look at their name.
import type { Care } from "../../../domain/people/permissions.js";
import { placeLevelLength } from "../../../domain/places/place.js";
import type { PeopleFound, PeopleSearch } from "../../../ports/people/caseloads.js";
import type { Db } from "../../engine/database.js";
import { Prisma } from "../../generated/client.js";
import { isInCare } from "../../reach.js";
import { INVITED_EACH, invitedFor } from "../invited-for.js";
import { IS_ASKED_FOR } from "../plan-facts.js";
import { IN_ORDER } from "./list-people.js";
import { CARRIES_OUT_PLANS, helpedIn, WAITS } from "./person-facts.js";

/** People who are called Sinta stand before those who live in Sintang: there is no second page, and nothing more of the name to type. */
const NAMED_FIRST = Prisma.sql`only_there, ${IN_ORDER}`;

export async function searchPeople(db: Db, care: Care, { search, most }: PeopleSearch): Promise<PeopleFound> {
  // Bare letters and digits, so that no sign in it means anything to LIKE.
  const holds = (name: Prisma.Sql) => Prisma.sql`${name} LIKE ${`%${search}%`}`;
  // Its place itself, or the regency or district in which that lies: by its whole code each, for which a look into a set is enough.
  const isThere = (code: Prisma.Sql) => Prisma.sql`(${code} IN (SELECT code FROM named_place)
    OR left(${code}, ${placeLevelLength("regency")}::int) IN (SELECT code FROM named_region)
    OR left(${code}, ${placeLevelLength("district")}::int) IN (SELECT code FROM named_region))`;
  const [found] = await db.$queryRaw<[PeopleFound]>`
    WITH named_place AS MATERIALIZED (
      -- Of regencies and provinces "Kabupaten" and "Provinsi" are left out: every one would be found by them.
      SELECT code FROM places WHERE ${holds(Prisma.sql`CASE WHEN level IN ('regency', 'province') THEN bare_name(name) ELSE search_name END`)}
    ), named_region AS MATERIALIZED (
      -- Of all whose village lies there. Where what was typed only stands inside its name, it is mostly a part of somebody's own; and of a
      -- province is nearly everybody whom one looks after.
      SELECT code FROM places
      WHERE (level = 'regency' AND (regexp_replace(bare_name(name), '^(kab|kota)(adm)?', '') LIKE ${`${search}%`} OR ${search} IN (bare_name(name), search_name)))
        OR (level = 'district' AND (search_name LIKE ${`${search}%`} OR ${search} IN ('kec' || search_name, 'kecamatan' || search_name)))
    ), named_library AS (
      SELECT id, NOT ${holds(Prisma.sql`search_name`)} AS only_there FROM libraries WHERE ${holds(Prisma.sql`search_name`)} OR ${isThere(Prisma.sql`place_code`)}
    ), named AS (
      SELECT pa.id, pa.class_id, pa.library_id, pa.kind, pa.flagged, pe.name, false AS only_there
      FROM people pe JOIN participants pa ON pa.person_id = pe.id WHERE pa.left_at IS NULL AND ${holds(Prisma.sql`pe.search_name`)}
      UNION ALL
      SELECT pa.id, pa.class_id, pa.library_id, pa.kind, pa.flagged, pe.name, named_library.only_there
      FROM named_library JOIN participants pa ON pa.library_id = named_library.id JOIN people pe ON pe.id = pa.person_id
      WHERE pa.left_at IS NULL AND NOT ${holds(Prisma.sql`pe.search_name`)}
    ), ${helpedIn(care)}, ${invitedFor("helped")}, ${WAITS}, found AS MATERIALIZED (
      SELECT pa.id AS participant_id, NULL::int AS roster_row_id, pa.name, helped.since AS help_since, waits.since AS asked_since, pa.only_there
      FROM named pa
      JOIN training_classes c ON c.id = pa.class_id
      JOIN waves w ON w.id = c.wave_id
      LEFT JOIN libraries l ON l.id = pa.library_id
      LEFT JOIN helped ON helped.library_id = l.id AND helped.cohort_id = w.cohort_id AND ${CARRIES_OUT_PLANS} AND ${IS_ASKED_FOR}
      LEFT JOIN waits ON waits.participant_id = pa.id
      WHERE ${isInCare(care, Prisma.sql`c.id`, Prisma.sql`coalesce(l.place_code, c.province_code)`, Prisma.sql`w.cohort_id`)}
      UNION ALL
      SELECT NULL, rr.id, rr.name, helped.since, NULL, NOT ${holds(Prisma.sql`rr.search_name`)}
      FROM roster_rows rr
      JOIN training_classes c ON c.id = rr.class_id
      JOIN waves w ON w.id = c.wave_id
      LEFT JOIN ${INVITED_EACH} ON meant.roster_row_id = rr.id
      LEFT JOIN helped ON helped.library_id = meant.library_id AND helped.cohort_id = w.cohort_id
      WHERE rr.participant_id IS NULL AND (${holds(Prisma.sql`rr.search_name`)} OR ${isThere(Prisma.sql`rr.place_code`)})
        AND ${isInCare(care, Prisma.sql`c.id`, Prisma.sql`coalesce(rr.place_code, c.province_code)`, Prisma.sql`w.cohort_id`)}
    ), shown AS (
      SELECT * FROM found ORDER BY ${NAMED_FIRST} LIMIT ${most}::int
    )
    SELECT (SELECT count(*)::int FROM found) AS total, (
      SELECT coalesce(json_agg(json_build_object('participantId', participant_id, 'rosterRowId', roster_row_id) ORDER BY ${NAMED_FIRST}), '[]')
      FROM shown
    ) AS shown`;
  return found;
}
