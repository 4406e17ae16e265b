// Places are read by code; one that the place data no longer name is the place that it has become.
import { compareByName, kindOf, type Place } from "../../domain/places/place.js";
import type { PlacesPort } from "../../ports/programme/places.js";
import type { Db } from "../engine/database.js";
import { type Place as PlaceTableRow, Prisma } from "../generated/client.js";

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
