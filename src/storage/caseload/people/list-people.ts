// /peserta: everybody on a roster or in a class who is looked after, counted and cut into pages by the database.
import { STANDINGS } from "../../../domain/caseload/diagnosis.js";
import type { PeopleFilter } from "../../../domain/caseload/people-filter.js";
import { PARTICIPANT_KINDS } from "../../../domain/people/participant-kind.js";
import type { Care } from "../../../domain/people/permissions.js";
import type { LateDay, PeoplePage, PeopleWish } from "../../../ports/people/caseloads.js";
import type { Db } from "../../engine/database.js";
import { Prisma } from "../../generated/client.js";
import { nearestPage } from "../../page.js";
import { namedIn } from "./person-facts.js";

export async function listPeople(db: Db, care: Care, days: LateDay[], wish: PeopleWish): Promise<PeoplePage> {
  const { filter, most, classId = null } = wish;
  const isWanted = IS[filter];
  const [{ total, remindable, writable, page, shown, ...counts }] = await db.$queryRaw<
    [PeoplePage["counts"] & Omit<PeoplePage, "counts">]
  >`
    WITH ${namedIn({ care, classId }, days)},
    counts AS MATERIALIZED (
      SELECT ${COUNTS}, coalesce(sum(n) FILTER (WHERE ${isWanted}), 0)::int AS total,
        coalesce(sum(n) FILTER (WHERE ${isWanted} AND is_remindable), 0)::int AS remindable,
        coalesce(sum(n) FILTER (WHERE ${isWanted} AND is_writable), 0)::int AS writable
      FROM (
        SELECT standing, late, with_province, kind, is_remindable, is_writable, count(*) AS n FROM everybody
        GROUP BY 1, 2, 3, 4, 5, 6
      ) AS alike
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
  return { counts, total, remindable, writable, page, shown };
}

/** Those who wait for an answer first, a plea before a question, the longest first; of those who share a name, the participants first. */
export const IN_ORDER = Prisma.sql`help_since, asked_since, name, participant_id, roster_row_id`;

const ofStanding = (standing: string) => Prisma.raw(`standing = '${standing}'`);

const IS: Record<PeopleFilter | "on_course" | "finished", Prisma.Sql> = {
  all: Prisma.sql`true`,
  late: Prisma.sql`late`,
  with_province: Prisma.sql`with_province`,
  done: ofStanding("finished"),
  ...recordOf(STANDINGS, ofStanding),
  ...recordOf(PARTICIPANT_KINDS, (kind) => Prisma.raw(`kind = '${kind}'`)),
};

/** Of everybody (person-facts.ts). */
export function isOfFilter(filter: PeopleFilter): Prisma.Sql {
  return IS[filter];
}

const COUNTS = Prisma.join(
  Object.entries(IS).map(
    ([filter, isOf]) => Prisma.sql`coalesce(sum(n) FILTER (WHERE ${isOf}), 0)::int AS ${Prisma.raw(`"${filter}"`)}`,
  ),
);

function recordOf<K extends string>(keys: readonly K[], partOf: (key: K) => Prisma.Sql): Record<K, Prisma.Sql> {
  return Object.fromEntries(keys.map((key) => [key, partOf(key)])) as Record<K, Prisma.Sql>;
}
