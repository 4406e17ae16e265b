// /peserta: everybody on a roster or in a class who is looked after, counted, searched and cut into pages by the database.
import { STANDINGS } from "../../domain/caseload/diagnosis.js";
import type { PeopleFilter } from "../../domain/caseload/people-filter.js";
import { PARTICIPANT_KINDS } from "../../domain/people/participant-kind.js";
import type { Care } from "../../domain/people/permissions.js";
import type { LateDay, PeoplePage, PeopleWish } from "../../ports/people/caseloads.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { nearestPage } from "../page.js";
import { everybodyIn } from "./person-facts.js";

export async function peoplePage(db: Db, care: Care, days: LateDay[], wish: PeopleWish): Promise<PeoplePage> {
  const { filter, search, most } = wish;
  const isWanted = Prisma.sql`(${IS[filter]} AND matches)`;
  const matches = {
    joined: holds(search, Prisma.sql`pe.search_name`, Prisma.sql`l.search_name`),
    invited: holds(search, Prisma.sql`rr.search_name`),
  };
  const [{ total, page, shown, ...counts }] = await db.$queryRaw<[PeoplePage["counts"] & Omit<PeoplePage, "counts">]>`
    WITH ${everybodyIn(care, days, matches)},
    counts AS MATERIALIZED (
      SELECT ${COUNTS}, count(*) FILTER (WHERE ${isWanted})::int AS total FROM everybody
    ), wanted AS MATERIALIZED (
      SELECT (${nearestPage(Prisma.sql`(SELECT total FROM counts)`, wish)})::int AS page
    ), shown AS (
      SELECT * FROM everybody WHERE ${isWanted} ORDER BY ${IN_ORDER}
      LIMIT ${most}::int OFFSET (SELECT page FROM wanted) * ${most}::int
    )
    SELECT counts.*, wanted.page, (
      SELECT coalesce(json_agg(json_build_object('participantId', participant_id, 'rosterRowId', roster_row_id) ORDER BY ${IN_ORDER}), '[]')
      FROM shown
    ) AS shown
    FROM counts CROSS JOIN wanted`;
  return { counts, total, page, shown };
}

/** Those who wait for an answer first, a plea before a question, the longest first; of those who share a name, the participants first. */
const IN_ORDER = Prisma.sql`help_since, asked_since, name, participant_id, roster_row_id`;

const ofStanding = (standing: string) => Prisma.raw(`standing = '${standing}'`);

const IS: Record<PeopleFilter | "on_course" | "finished", Prisma.Sql> = {
  all: Prisma.sql`true`,
  late: Prisma.sql`late`,
  done: ofStanding("finished"),
  ...recordOf(STANDINGS, ofStanding),
  ...recordOf(PARTICIPANT_KINDS, (kind) => Prisma.raw(`kind = '${kind}'`)),
};

const COUNTS = Prisma.join(
  Object.entries(IS).map(
    ([filter, isOf]) => Prisma.sql`count(*) FILTER (WHERE ${isOf})::int AS ${Prisma.raw(`"${filter}"`)}`,
  ),
);

function recordOf<K extends string>(keys: readonly K[], partOf: (key: K) => Prisma.Sql): Record<K, Prisma.Sql> {
  return Object.fromEntries(keys.map((key) => [key, partOf(key)])) as Record<K, Prisma.Sql>;
}

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
