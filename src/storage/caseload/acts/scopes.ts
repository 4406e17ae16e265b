// The people of a scope: one row a person, within somebody's care.
import type { Area } from "../../../domain/overview/area.js";
import type { Care } from "../../../domain/people/permissions.js";
import type { OfFilter, PartOfScope, ScopePart, ScopesPort } from "../../../ports/people/scopes.js";
import type { Db } from "../../engine/database.js";
import { Prisma } from "../../generated/client.js";
import { toPerson } from "../../people/people.js";
import { isInCare } from "../../reach.js";
import { isOfFilter } from "../people/list-people.js";
import { everybodyIn } from "../people/person-facts.js";

interface Row {
  participantId: number;
  personId: number;
  libraryId: number | null;
  classId: number;
  total: number;
}

export function createScopes(db: Db): ScopesPort {
  const personsOf = async (ids: number[]) =>
    (await db.person.findMany({ where: { id: { in: ids }, erasedAt: null }, orderBy: { id: "asc" } })).map(toPerson);
  return {
    async participantsIn(care, part, most, area) {
      const rows = await db.$queryRaw<Row[]>`
        WITH ${foundIn(care, part, area)}
        SELECT id AS "participantId", person_id AS "personId", library_id AS "libraryId", class_id AS "classId",
          count(*) OVER ()::int AS total
        FROM found ORDER BY name, person_id LIMIT ${most}::int`;
      const people = new Map((await personsOf(rows.map(({ personId }) => personId))).map((one) => [one.id, one]));
      return {
        total: rows[0]?.total ?? 0,
        participants: rows.flatMap(({ participantId, personId, libraryId, classId }) => {
          const person = people.get(personId);
          return person === undefined ? [] : [{ participantId, person, libraryId, classId }];
        }),
      };
    },

    async partsIn(care, part, by, area) {
      const key = by === "class" ? Prisma.sql`class_id::text` : Prisma.sql`left(place_code, ${LETTERS[by]}::int)`;
      const named =
        by === "class"
          ? Prisma.sql`LEFT JOIN training_classes named ON named.id::text = parts.key`
          : Prisma.sql`LEFT JOIN places named ON named.code = parts.key`;
      return db.$queryRaw<PartOfScope[]>`
        WITH ${foundIn(care, part, area)}, parts AS (SELECT ${key} AS key, count(*)::int AS count FROM found GROUP BY 1)
        SELECT parts.key, coalesce(named.name, '') AS name, parts.count FROM parts ${named} ORDER BY name, parts.key`;
    },

    async countNotJoined(care, part) {
      if ("filter" in part) {
        const [row] = await db.$queryRaw<[{ count: number }]>`
          WITH ${everybodyOf(care, part)} SELECT count(*)::int AS count FROM everybody
          WHERE participant_id IS NULL AND ${isOfFilter(part.filter)}`;
        return row.count;
      }
      const isOfIt =
        "classId" in part
          ? Prisma.sql`rr.class_id = ${part.classId}`
          : liesIn(Prisma.sql`rr.place_code`, part.placeCode);
      const [row] = await db.$queryRaw<[{ count: number }]>`
        SELECT count(*)::int AS count FROM roster_rows rr
        JOIN training_classes c ON c.id = rr.class_id
        JOIN waves w ON w.id = c.wave_id
        WHERE rr.participant_id IS NULL AND ${isOfIt} AND ${withinCare(care)}`;
      return row.count;
    },

    async hasErased({ classId, libraryId }) {
      const erased = { person: { erasedAt: { not: null } } };
      return (await db.participant.count({ where: { classId, libraryId, ...erased } })) > 0;
    },

    peopleOf: personsOf,
  };
}

/** Of their codes. */
const LETTERS = { province: "21".length, regency: "21.01".length };

/** For WITH: `found`, each person of it once, in their latest class. place_code: as lists place them. */
function foundIn(care: Care, part: ScopePart, area: Area | undefined): Prisma.Sql {
  const place = Prisma.sql`coalesce(l.place_code, c.province_code)`;
  const { placeCode = null, classId = null } = area ?? {};
  const everybody = "filter" in part ? Prisma.sql`${everybodyOf(care, part)},` : Prisma.empty;
  return Prisma.sql`${everybody} found AS (
    SELECT DISTINCT ON (pa.person_id) pa.id, pa.person_id, pa.library_id, pa.class_id, pe.name, ${place} AS place_code
    FROM participants pa
    JOIN people pe ON pe.id = pa.person_id AND pe.erased_at IS NULL
    JOIN training_classes c ON c.id = pa.class_id
    JOIN waves w ON w.id = c.wave_id
    LEFT JOIN libraries l ON l.id = pa.library_id
    WHERE pa.left_at IS NULL AND ${isOfPart(part)} AND ${isInCare(care, Prisma.sql`c.id`, place, Prisma.sql`w.cohort_id`)}
      AND ${placeCode === null ? Prisma.sql`TRUE` : liesIn(place, placeCode)}
      AND ${classId === null ? Prisma.sql`TRUE` : Prisma.sql`c.id = ${classId}::int`}
    ORDER BY pa.person_id, c.starts_on DESC, pa.id DESC)`;
}

function everybodyOf(care: Care, { classId, days }: OfFilter): Prisma.Sql {
  return everybodyIn({ care, classId }, days);
}

function withinCare(care: Care): Prisma.Sql {
  return isInCare(
    care,
    Prisma.sql`c.id`,
    Prisma.sql`coalesce(rr.place_code, c.province_code)`,
    Prisma.sql`w.cohort_id`,
  );
}

function liesIn(place: Prisma.Sql, code: string): Prisma.Sql {
  return Prisma.sql`(${place} = ${code} OR starts_with(${place}, ${`${code}.`}))`;
}

function isOfPart(part: ScopePart): Prisma.Sql {
  if ("participantIds" in part) return Prisma.sql`pa.id = ANY(${part.participantIds}::int[])`;
  // Worked out once: as a join a database that has not counted its rows would work it out for each of them.
  if ("filter" in part)
    return Prisma.sql`pa.id = ANY(ARRAY(SELECT participant_id FROM everybody WHERE ${isOfFilter(part.filter)}))`;
  if ("libraryId" in part) return Prisma.sql`pa.library_id = ${part.libraryId}`;
  if ("classId" in part) return Prisma.sql`pa.class_id = ${part.classId}`;
  if ("placeCode" in part) return liesIn(Prisma.sql`l.place_code`, part.placeCode);
  return Prisma.sql`pa.library_id IN (SELECT wp.library_id FROM work_plans wp WHERE wp.id = ANY(${part.ofPlans}::int[]))`;
}
