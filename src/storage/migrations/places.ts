// The table of places: filled from the place files, all four levels in one statement; read by code.
import { compareByName, kindOf, type Place } from "../../domain/places/place.js";
import type { PlacesPort } from "../../ports/programme/places.js";
import type { Db } from "../engine/database.js";
import type { Place as PlaceTableRow, PrismaClient } from "../generated/client.js";
import { LONGEST_CHANGE_MILLISECONDS } from "./migrate.js";
import type { PlaceRow } from "./place-files.js";

/**
 * Brings the table to these rows, unless it holds all of them already; returns how many rows were written. Places that the
 * files no longer name stay: a library may lie in one. A new edition of the data is noticed by its new codes.
 */
export async function ensurePlaces(prisma: PrismaClient, rows: readonly PlaceRow[]): Promise<number> {
  return prisma.$transaction((db) => bringTo(db, rows), {
    timeout: LONGEST_CHANGE_MILLISECONDS,
    maxWait: LONGEST_CHANGE_MILLISECONDS,
  });
}

async function bringTo(db: Db, rows: readonly PlaceRow[]): Promise<number> {
  // Two processes that start at once: the second finds the table filled.
  await db.$executeRaw`LOCK TABLE places IN SHARE ROW EXCLUSIVE MODE`;
  const codes = rows.map((row) => row.code).join("\n");
  const [held] = await db.$queryRaw<[{ all: number; wanted: number }]>`
    SELECT count(*)::int AS all, count(file.code)::int AS wanted
    FROM places LEFT JOIN string_to_table(${codes}, E'\n') AS file(code) USING (code)`;
  if (held.wanted === rows.length) return 0;
  return held.all === 0 ? fillPlaces(db, rows) : mergePlaces(db, rows);
}

/**
 * Fills the empty table. Checking the parent of each row as it comes takes longer than all the rest; taking the constraint
 * away and putting it back in the same transaction checks all of them at once.
 */
async function fillPlaces(db: Db, rows: readonly PlaceRow[]): Promise<number> {
  await db.$executeRaw`ALTER TABLE places DROP CONSTRAINT places_parent_code_fkey`;
  const written = await db.$executeRaw`
    INSERT INTO places (code, level, parent_code, name, search_name)
    SELECT cell[1], cell[2]::"PlaceLevel", nullif(cell[3], ''), cell[4], cell[5]
    FROM (SELECT string_to_array(line, E'\t') FROM string_to_table(${linesOf(rows)}, E'\n') AS line) AS file(cell)`;
  await db.$executeRaw`
    ALTER TABLE places ADD CONSTRAINT places_parent_code_fkey
    FOREIGN KEY (parent_code) REFERENCES places (code) ON DELETE SET NULL ON UPDATE CASCADE`;
  return written;
}

async function mergePlaces(db: Db, rows: readonly PlaceRow[]): Promise<number> {
  return db.$executeRaw`
    INSERT INTO places (code, level, parent_code, name, search_name)
    SELECT cell[1], cell[2]::"PlaceLevel", nullif(cell[3], ''), cell[4], cell[5]
    FROM (SELECT string_to_array(line, E'\t') FROM string_to_table(${linesOf(rows)}, E'\n') AS line) AS file(cell)
    ON CONFLICT (code) DO UPDATE
    SET level = excluded.level, parent_code = excluded.parent_code, name = excluded.name, search_name = excluded.search_name
    WHERE (places.level, places.parent_code, places.name, places.search_name)
      IS DISTINCT FROM (excluded.level, excluded.parent_code, excluded.name, excluded.search_name)`;
}

/** One line a place, tabs between: one long text is read three times as fast as five arrays. No name holds either mark. */
function linesOf(rows: readonly PlaceRow[]): string {
  return rows.map((row) => [row.code, row.level, row.parentCode ?? "", row.name, row.searchName].join("\t")).join("\n");
}

export function createPlaces(db: Db): PlacesPort {
  return {
    async find(code) {
      const row = await db.place.findUnique({ where: { code } });
      return row === null ? null : toPlace(row);
    },
    async childrenOf(code) {
      return (await db.place.findMany({ where: { parentCode: code } })).map(toPlace).sort(compareByName);
    },
    async pathTo(code) {
      const path = await db.$queryRaw<{ code: string }[]>`
        WITH RECURSIVE path AS (
          SELECT code, parent_code FROM places WHERE code = ${code}
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

function toPlace(row: PlaceTableRow): Place {
  return { ...row, kind: kindOf(row.code, row.name) };
}
