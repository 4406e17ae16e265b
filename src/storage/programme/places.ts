// Places are read by code; one that the place data no longer name is the place that it has become.
import { lastPage } from "../../domain/paging.js";
import type { Reach } from "../../domain/people/admin-reach.js";
import { compareByName, kindOf, type Place } from "../../domain/places/place.js";
import type { ChangedPlace } from "../../domain/places/place-changes.js";
import type { PlacesPort } from "../../ports/programme/places.js";
import type { Db } from "../engine/database.js";
import { type Place as PlaceTableRow, Prisma } from "../generated/client.js";
import { isWithin } from "../reach.js";

export function createPlaces(db: Db): PlacesPort {
  return {
    async find(code) {
      const row = await db.place.findUnique({ where: { code } });
      const successor = row?.gone === true ? row.successorCode : null;
      const now = successor === null ? row : await db.place.findUnique({ where: { code: successor } });
      return now === null ? null : toPlace(now);
    },
    async childrenOf(code) {
      return (await db.place.findMany({ where: { parentCode: code, gone: false } })).map(toPlace).sort(compareByName);
    },
    async pathTo(code) {
      const path = await db.$queryRaw<{ code: string }[]>`
        WITH RECURSIVE path AS (
          SELECT code, parent_code FROM places WHERE code = ${codeNowOf(Prisma.sql`${code}`)}
          UNION ALL SELECT up.code, up.parent_code FROM places up JOIN path ON up.code = path.parent_code
        ) SELECT code FROM path`;
      const rows = await db.place.findMany({
        where: { code: { in: path.map((row) => row.code) } },
        orderBy: { code: "asc" },
      });
      return rows.map(toPlace);
    },
    async haveChanged(reach, since) {
      const [row] = await db.$queryRaw<
        [{ any: boolean }]
      >`SELECT EXISTS (SELECT 1 FROM ${latestIn(reach, since)} AS c) AS any`;
      return row.any;
    },
    async changes(reach, since, { page: wanted, most }) {
      const latest = latestIn(reach, since);
      const counts = await db.$queryRaw<{ kind: ChangedPlace["kind"]; concerns: boolean; count: number }[]>`
        SELECT kind, concerns, count(*)::int AS count FROM ${latest} AS c GROUP BY kind, concerns`;
      const others = { renamed: 0, moved: 0, gone: 0 };
      for (const { kind, concerns, count } of counts) if (!concerns) others[kind] = count;
      const total = counts.reduce((sum, { concerns, count }) => sum + (concerns ? count : 0), 0);
      const last = lastPage(total, most);
      const page = Math.min(wanted, last);
      const nameOf = (code: Prisma.Sql) =>
        Prisma.sql`coalesce((SELECT p.name FROM places k JOIN places p ON p.code = k.parent_code WHERE k.code = ${code}), '')`;
      const shown = await db.$queryRaw<ChangedPlace[]>`
        SELECT kind, code, before, now, "to", libraries, roster_rows AS "rosterRows",
          ${nameOf(Prisma.sql`c.code`)} AS "parentBefore", ${nameOf(Prisma.sql`coalesce(c."to", c.code)`)} AS "parentNow"
        FROM ${latest} AS c WHERE concerns
        ORDER BY kind <> 'gone', libraries + roster_rows DESC, code LIMIT ${most} OFFSET ${page * most}`;
      return { total, shown, others, page, last };
    },
  };
}

/** What the latest edition changed here, where it is not older; `concerns`: something of the programme lies there. */
function latestIn(reach: readonly Reach[], since: Date): Prisma.Sql {
  // Places are of no cohort: an admin of any sees what became of the region.
  const regions = reach.map(({ regionCode }) => ({ regionCode, cohortId: null }));
  const none = Prisma.sql`NULL::int`;
  return Prisma.sql`(
    SELECT c.*, c.libraries + c.roster_rows > 0 AS concerns FROM place_changes c
    WHERE c.at = (SELECT max(at) FROM place_changes) AND c.at >= ${since}::timestamp
      AND (${isWithin(regions, Prisma.sql`c.code`, none)} OR ${isWithin(regions, Prisma.sql`c."to"`, none)}))`;
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
