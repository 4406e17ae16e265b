// /peserta: everybody on a roster or in a class who is looked after, counted, searched and cut into pages by the database.
import { PEOPLE_FILTERS, type PeopleFilter } from "../../domain/caseload/people-filter.js";
import { OFFICE_KINDS, PARTICIPANT_KINDS } from "../../domain/people/participant-kind.js";
import type { Care } from "../../domain/people/permissions.js";
import type { LateDay, PeoplePage, PeopleWish } from "../../ports/people/caseloads.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { nearestPage } from "../page.js";
import { isInCare } from "../reach.js";
import { IS_ASKED_FOR, lateDays, ofLibraryIn } from "./plan-facts.js";

export async function peoplePage(db: Db, care: Care, days: LateDay[], wish: PeopleWish): Promise<PeoplePage> {
  const { filter, search, most } = wish;
  const isWanted = Prisma.sql`(${IS[filter]} AND matches)`;
  const [{ total, page, shown, ...counts }] = await db.$queryRaw<[PeoplePage["counts"] & Omit<PeoplePage, "counts">]>`
    WITH ${ofLibraryIn(care)},
    everybody AS MATERIALIZED (
      SELECT pa.id AS participant_id, NULL::int AS roster_row_id, pe.name, pa.kind, false AS not_joined,
        coalesce(of_library.late_from <= late_day.today, false) AS late, coalesce(of_library.is_done, false) AS done,
        coalesce(of_library.has_obstacle AND pe.unreachable_cause IS NULL, false) AS obstacle,
        ${holds(search, Prisma.sql`pe.search_name`, Prisma.sql`l.search_name`)} AS matches
      FROM participants pa
      JOIN people pe ON pe.id = pa.person_id
      JOIN training_classes c ON c.id = pa.class_id
      JOIN waves w ON w.id = c.wave_id
      JOIN ${lateDays(days)} ON late_day.zone = c.zone
      LEFT JOIN libraries l ON l.id = pa.library_id
      LEFT JOIN places place ON place.code = l.place_code
      LEFT JOIN of_library ON of_library.library_id = l.id AND ${CARRIES_OUT_PLANS} AND ${IS_ASKED_FOR}
      WHERE pa.left_at IS NULL
        AND ${isInCare(care, Prisma.sql`c.id`, Prisma.sql`coalesce(l.place_code, c.province_code)`, Prisma.sql`w.cohort_id`)}
      UNION ALL
      SELECT NULL, rr.id, rr.name, rr.kind, true, false, false, false,
        ${holds(search, Prisma.sql`rr.search_name`)}
      FROM roster_rows rr
      JOIN training_classes c ON c.id = rr.class_id
      JOIN waves w ON w.id = c.wave_id
      LEFT JOIN places place ON place.code = rr.place_code
      WHERE rr.participant_id IS NULL
        AND ${isInCare(care, Prisma.sql`c.id`, Prisma.sql`coalesce(rr.place_code, c.province_code)`, Prisma.sql`w.cohort_id`)}
    ), counts AS MATERIALIZED (
      SELECT ${COUNTS}, count(*) FILTER (WHERE ${isWanted})::int AS total FROM everybody
    ), wanted AS MATERIALIZED (
      SELECT (${nearestPage(Prisma.sql`(SELECT total FROM counts)`, wish)})::int AS page
    ), shown AS (
      SELECT participant_id, roster_row_id, name FROM everybody WHERE ${isWanted} ORDER BY ${BY_NAME}
      LIMIT ${most}::int OFFSET (SELECT page FROM wanted) * ${most}::int
    )
    SELECT counts.*, wanted.page, (
      SELECT coalesce(json_agg(json_build_object('participantId', participant_id, 'rosterRowId', roster_row_id) ORDER BY ${BY_NAME}), '[]')
      FROM shown
    ) AS shown
    FROM counts CROSS JOIN wanted`;
  return { counts, total, page, shown };
}

/** Of those who share a name, the participants first. */
const BY_NAME = Prisma.sql`name, participant_id, roster_row_id`;

/** As carriesOutPlans(). */
const CARRIES_OUT_PLANS = Prisma.sql`(pa.flagged OR pa.kind::text <> ALL(${OFFICE_KINDS}::text[]))`;

const IS: Record<PeopleFilter, Prisma.Sql> = {
  all: Prisma.sql`true`,
  late: Prisma.sql`late`,
  obstacle: Prisma.sql`obstacle`,
  not_joined: Prisma.sql`not_joined`,
  done: Prisma.sql`done`,
  ...(Object.fromEntries(
    PARTICIPANT_KINDS.map((kind) => [kind, Prisma.sql`kind = ${Prisma.raw(`'${kind}'`)}`]),
  ) as Record<(typeof PARTICIPANT_KINDS)[number], Prisma.Sql>),
};

const COUNTS = Prisma.join(
  PEOPLE_FILTERS.map(
    (filter) => Prisma.sql`count(*) FILTER (WHERE ${IS[filter]})::int AS ${Prisma.raw(`"${filter}"`)}`,
  ),
);

/**
 * Whether one of these names or that of `place` holds what is searched for (bare letters and digits, so that no sign in it means
 * anything to LIKE). Regencies and provinces themselves keep their name without the word for their kind.
 */
function holds(search: string, ...names: Prisma.Sql[]): Prisma.Sql {
  if (search === "") return Prisma.sql`true`;
  const ofPlace = Prisma.sql`CASE WHEN place.level IN ('regency', 'province') THEN bare_name(place.name) ELSE place.search_name END`;
  const held = [...names, ofPlace].map((name) => Prisma.sql`${name} LIKE ${`%${search}%`}`);
  return Prisma.sql`coalesce(${Prisma.join(held, " OR ")}, false)`;
}
