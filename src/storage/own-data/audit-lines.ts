// The account of who did what, as it is read: by reach, kind, who, whom and day, a page at a time from any line on. Nothing counts or sorts
// the whole account: it has a million lines.

import type { AuditLine, AuditPerson } from "../../domain/own-data/audit-line.js";
import { AUDITED } from "../../domain/own-data/audited.js";
import type { Reach } from "../../domain/people/admin-reach.js";
import { addDays, instantAt } from "../../domain/time/calendar.js";
import type { AuditLinesPort, AuditWish } from "../../ports/own-data/audit-lines.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { isOfProgramme, isWithin, linesWithin } from "../reach.js";
import { NAME_OF_SUBJECT } from "./audit-names.js";

const { sql } = Prisma;

export function createAuditLines(db: Db): AuditLinesPort {
  return {
    async page(wish, { untilId, lineId, isNewer }, most) {
      const wanted = await conditionsOf(db, wish);
      const edge = lineId === null ? sql`TRUE` : isNewer ? sql`a.id > ${lineId}::int` : sql`a.id < ${lineId}::int`;
      const upwards = lineId !== null && isNewer;
      const found = await db.$queryRaw<{ id: number }[]>`
        SELECT a.id FROM audits a WHERE ${wanted} AND ${upTo(untilId)} AND ${edge}
        ORDER BY a.id ${upwards ? sql`ASC` : sql`DESC`} LIMIT ${most + 1}`;
      const ids = found.slice(0, most).map(({ id }) => id);
      const isMore = found.length > most;
      return {
        lines: await linesOf(db, ids),
        untilId: untilId ?? ids[0] ?? null,
        newer: upwards ? isMore : lineId !== null,
        older: upwards ? true : isMore,
      };
    },
    async count(wish, most, untilId = null) {
      const wanted = await conditionsOf(db, wish);
      const [row] = await db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM (SELECT 1 FROM audits a WHERE ${wanted} AND ${upTo(untilId)} LIMIT ${most}) AS counted`;
      return row?.count ?? 0;
    },
    async findWho({ reach, readerId }, name, most) {
      return db.$queryRaw<AuditPerson[]>`
        SELECT pe.id AS "personId", NULL::int AS "rosterRowId", pe.name, NULL AS hint FROM people pe
        WHERE pe.search_name LIKE ${`%${name}%`} AND pe.practice_of = 0 AND pe.erased_at IS NULL
          AND EXISTS (SELECT 1 FROM role_bindings r WHERE r.person_id = pe.id)
          AND EXISTS (SELECT 1 FROM audits a WHERE a.actor_id = pe.id AND ${isTheirs(reach, readerId)})
        ORDER BY pe.name, pe.id LIMIT ${most}`;
    },
    async findWhom(reach, { name, number }, most) {
      const like = `%${name}%`;
      return db.$queryRaw<AuditPerson[]>`
        SELECT DISTINCT ON (name, "personId", "rosterRowId") * FROM (
          SELECT pe.id AS "personId", NULL::int AS "rosterRowId", pe.name, pa.number AS hint
          FROM participants pa JOIN people pe ON pe.id = pa.person_id ${PLACED}
          WHERE (pe.search_name LIKE ${like} OR upper(pa.number) = ${number}) AND pe.erased_at IS NULL
            AND ${isWithin(reach, sql`coalesce(l.place_code, c.province_code)`, sql`w.cohort_id`)}
          UNION ALL
          SELECT NULL, r.id, r.name, c.name FROM roster_rows r
          JOIN training_classes c ON c.id = r.class_id JOIN waves w ON w.id = c.wave_id
          WHERE r.participant_id IS NULL AND r.search_name LIKE ${like}
            AND ${isWithin(reach, sql`coalesce(r.place_code, c.province_code)`, sql`w.cohort_id`)}
          UNION ALL
          SELECT pe.id, NULL, pe.name, NULL FROM people pe
          WHERE pe.search_name LIKE ${like} AND pe.erased_at IS NULL AND pe.practice_of = 0 AND ${isStaffWithin(reach, sql`pe.id`)}
        ) AS found WHERE ${name === "" ? sql`FALSE` : sql`TRUE`} ORDER BY name, "personId", "rosterRowId" LIMIT ${most}`;
    },
    async namesIn(wish) {
      const { reach, readerId, filter } = wish;
      const { whoId, whom } = filter;
      const [who] =
        whoId === null
          ? []
          : await db.$queryRaw<{ name: string }[]>`
              SELECT pe.name FROM people pe WHERE pe.id = ${whoId}::int
                AND EXISTS (SELECT 1 FROM audits a WHERE a.actor_id = pe.id AND ${isTheirs(reach, readerId)})`;
      return { who: who?.name ?? null, whom: whom === null ? null : await nameWithin(db, reach, whom) };
    },
  };
}

const PLACED = sql`JOIN training_classes c ON c.id = pa.class_id JOIN waves w ON w.id = c.wave_id
  LEFT JOIN libraries l ON l.id = pa.library_id`;

/** What lies within the reach, and what the reader did; nothing of anybody's practice. */
function isTheirs(reach: readonly Reach[], readerId: number): Prisma.Sql {
  return sql`(${linesWithin(reach)} OR (a.actor_id = ${readerId}::int AND ${isOfProgramme(sql`a.cohort_id`)}))`;
}

async function conditionsOf(db: Db, { reach, readerId, filter, zone }: AuditWish): Promise<Prisma.Sql> {
  const { kind, whoId, whom, day } = filter;
  const parts = [
    ...(kind === null ? [] : [sql`a.action = ANY(${[...AUDITED[kind]]}::text[])`]),
    ...(whoId === null ? [] : [sql`a.actor_id = ${whoId}::int`]),
    ...(day === null
      ? []
      : [
          sql`a.at >= ${instantAt(zone, day, "00:00")}::timestamp`,
          sql`a.at < ${instantAt(zone, addDays(day, 1), "00:00")}::timestamp`,
        ]),
  ];
  // Whoever looked at one of theirs is told to them, from wherever they looked.
  const isOfTheirs = whom !== null && (await nameWithin(db, reach, whom)) !== null;
  const whose = isOfTheirs ? isOfProgramme(sql`a.cohort_id`) : isTheirs(reach, readerId);
  if (whom !== null) parts.push(sql`a.about && ${await subjectsOf(db, whom)}::text[]`);
  return Prisma.join([...parts, whose], " AND ");
}

/** What was written down later is no part of an account that was opened before. */
function upTo(lineId: number | null): Prisma.Sql {
  return lineId === null ? sql`TRUE` : sql`a.id <= ${lineId}::int`;
}

/** Under which subjects lines speak of them, their library's plans included. */
async function subjectsOf(db: Db, whom: { personId: number } | { rosterRowId: number }): Promise<string[]> {
  if ("rosterRowId" in whom) return [`roster_row:${whom.rosterRowId}`];
  const { personId } = whom;
  const rows = await db.$queryRaw<{ subject: string }[]>`
    WITH mine AS (SELECT id FROM participants WHERE person_id = ${personId}::int)
    SELECT 'person:' || ${personId}::int AS subject
    UNION ALL SELECT 'participant:' || id FROM mine
    UNION ALL SELECT 'roster_row:' || id FROM roster_rows WHERE participant_id IN (SELECT id FROM mine)
    UNION ALL SELECT 'thread:' || id FROM question_threads WHERE participant_id IN (SELECT id FROM mine)
    UNION ALL SELECT 'plan:' || wp.id FROM work_plans wp JOIN library_members m ON m.library_id = wp.library_id
      WHERE m.person_id = ${personId}::int AND m.until_at IS NULL`;
  return rows.map(({ subject }) => subject);
}

/** Null: they do not lie within it. */
async function nameWithin(
  db: Db,
  reach: readonly Reach[],
  whom: { personId: number } | { rosterRowId: number },
): Promise<string | null> {
  const [row] =
    "rosterRowId" in whom
      ? await db.$queryRaw<{ name: string }[]>`
          SELECT r.name FROM roster_rows r JOIN training_classes c ON c.id = r.class_id JOIN waves w ON w.id = c.wave_id
          WHERE r.id = ${whom.rosterRowId}::int
            AND ${isWithin(reach, sql`coalesce(r.place_code, c.province_code)`, sql`w.cohort_id`)}`
      : await db.$queryRaw<{ name: string }[]>`
          SELECT pe.name FROM people pe WHERE pe.id = ${whom.personId}::int AND pe.practice_of = 0 AND (
            EXISTS (SELECT 1 FROM participants pa ${PLACED} WHERE pa.person_id = pe.id
              AND ${isWithin(reach, sql`coalesce(l.place_code, c.province_code)`, sql`w.cohort_id`)})
            OR ${isStaffWithin(reach, sql`pe.id`)})`;
  return row?.name ?? null;
}

/** They hold or held a role, or teach a class, within this reach. */
function isStaffWithin(reach: readonly Reach[], personId: Prisma.Sql): Prisma.Sql {
  return sql`(EXISTS (SELECT 1 FROM role_bindings r WHERE r.person_id = ${personId} AND r.role = 'admin'
      AND ${isWithin(reach, sql`coalesce(r.region_code, '')`, sql`r.cohort_id`)})
    OR EXISTS (SELECT 1 FROM class_trainers ct JOIN training_classes c ON c.id = ct.class_id JOIN waves w ON w.id = c.wave_id
      WHERE ct.person_id = ${personId} AND ${isWithin(reach, sql`c.province_code`, sql`w.cohort_id`)}))`;
}

async function linesOf(db: Db, ids: readonly number[]): Promise<AuditLine[]> {
  return db.$queryRaw<AuditLine[]>`
    SELECT a.id, a.at, a.action, pe.name AS who, a.actor_id AS "actorId", a.subject, ${NAME_OF_SUBJECT} AS about,
      a.province_code AS "provinceCode", pr.name AS province, re.name AS regency, a.details, a.purpose
    FROM audits a
    LEFT JOIN people pe ON pe.id = a.actor_id
    LEFT JOIN places pr ON pr.code = a.province_code
    LEFT JOIN places re ON re.code = a.regency_code
    WHERE a.id = ANY(${ids}::int[]) ORDER BY a.id DESC`;
}
