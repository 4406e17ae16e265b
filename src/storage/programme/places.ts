// Places are read by code; one that the place data no longer name is the place that it has become.
import { compareByName, kindOf, type Place } from "../../domain/places/place.js";
import type { ChangedPlace } from "../../domain/places/place-changes.js";
import type { PlacesPort } from "../../ports/programme/places.js";
import type { Db } from "../engine/database.js";
import { type Place as PlaceTableRow, Prisma } from "../generated/client.js";
import { isWithin } from "../reach.js";

export function createPlaces(db: Db): PlacesPort {
  return {
    async find(code) {
      const row = await db.place.findUnique({ where: { code: await codeNow(db, code) } });
      return row === null ? null : toPlace(row);
    },
    async childrenOf(code) {
      return (await db.place.findMany({ where: { parentCode: code, gone: false } })).map(toPlace).sort(compareByName);
    },
    async pathTo(code) {
      const path = await db.$queryRaw<{ code: string }[]>`
        WITH RECURSIVE path AS (
          SELECT code, parent_code FROM places WHERE code = ${await codeNow(db, code)}
          UNION ALL SELECT up.code, up.parent_code FROM places up JOIN path ON up.code = path.parent_code
        ) SELECT code FROM path`;
      const rows = await db.place.findMany({
        where: { code: { in: path.map((row) => row.code) } },
        orderBy: { code: "asc" },
      });
      return rows.map(toPlace);
    },
    async changes(reach, since, { skip, take }) {
      // Places are of no cohort: whoever sees to one of them sees what became of its region.
      const regions = reach.map(({ regionCode }) => ({ regionCode, cohortId: null }));
      const none = Prisma.sql`NULL::int`;
      const latest = Prisma.sql`(
        SELECT c.*, c.libraries + c.roster_rows > 0 AS concerns FROM place_changes c
        WHERE c.at = (SELECT max(at) FROM place_changes) AND c.at >= ${since}::timestamp
          AND (${isWithin(regions, Prisma.sql`c.code`, none)} OR ${isWithin(regions, Prisma.sql`c."to"`, none)}))`;
      const counts = await db.$queryRaw<{ kind: ChangedPlace["kind"]; concerns: boolean; count: number; at: Date }[]>`
        SELECT kind, concerns, count(*)::int AS count, max(at) AS at FROM ${latest} AS c GROUP BY kind, concerns`;
      const nameOf = (code: Prisma.Sql) =>
        Prisma.sql`coalesce((SELECT p.name FROM places k JOIN places p ON p.code = k.parent_code WHERE k.code = ${code}), '')`;
      const shown = await db.$queryRaw<ChangedPlace[]>`
        SELECT kind, code, before, now, "to", libraries, roster_rows AS "rosterRows",
          ${nameOf(Prisma.sql`c.code`)} AS "parentBefore", ${nameOf(Prisma.sql`coalesce(c."to", c.code)`)} AS "parentNow"
        FROM ${latest} AS c WHERE concerns
        ORDER BY kind <> 'gone', libraries + roster_rows DESC, code LIMIT ${take} OFFSET ${skip}`;
      const others = { renamed: 0, moved: 0, gone: 0 };
      for (const { kind, concerns, count } of counts) if (!concerns) others[kind] = count;
      const total = counts.reduce((sum, { concerns, count }) => sum + (concerns ? count : 0), 0);
      return { at: counts[0]?.at ?? null, total, shown, others };
    },
  };
}

function toPlace({ code, level, parentCode, name, searchName }: PlaceTableRow): Place {
  return { code, level, parentCode, name, searchName, kind: kindOf(code, name) };
}

/** Of a code that may stand on an older paper: the one that the place has now, else the same. */
export async function codeNow(db: Db, code: string): Promise<string> {
  const [row] = await db.$queryRaw<{ successor: string | null }[]>`
    SELECT successor_code AS successor FROM places WHERE code = ${code} AND gone`;
  return row?.successor ?? code;
}

/** The same, in a statement. */
export const codeNowOf = (code: Prisma.Sql) =>
  Prisma.sql`coalesce((SELECT old.successor_code FROM places old WHERE old.code = ${code} AND old.gone), ${code})`;
