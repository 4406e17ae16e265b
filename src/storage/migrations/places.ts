// The table of places is filled from the place files, all four levels in one statement, and brought to a new edition of them.
import { distance } from "fastest-levenshtein";
import { comparePlaces } from "../../domain/places/place-changes.js";
import type { Db } from "../engine/database.js";
import { Prisma, type PrismaClient } from "../generated/client.js";
import { LONGEST_CHANGE_MILLISECONDS } from "./migrate.js";
import { followChanges } from "./new-edition.js";
import type { PlaceRow } from "./place-files.js";

/**
 * Brings the table to this edition; returns how many rows were written. Places that it no longer names stay, because a library may lie in one: with the
 * place that they are now, where that is certain.
 */
export async function ensurePlaces(prisma: PrismaClient, rows: readonly PlaceRow[], edition?: string): Promise<number> {
  return prisma.$transaction(
    async (db) => {
      // Two processes that start at once: the second finds the table as it is to be.
      await db.$executeRaw`LOCK TABLE places IN SHARE ROW EXCLUSIVE MODE`;
      const written = await bringTo(db, rows);
      // A comment takes no parameter; a digest is letters and digits.
      if (edition !== undefined) await db.$executeRaw`COMMENT ON TABLE places IS ${Prisma.raw(`'${edition}'`)}`;
      return written;
    },
    { timeout: LONGEST_CHANGE_MILLISECONDS, maxWait: LONGEST_CHANGE_MILLISECONDS },
  );
}

async function bringTo(db: Db, rows: readonly PlaceRow[]): Promise<number> {
  const held = await db.place.findMany({
    where: { gone: false },
    select: { code: true, level: true, name: true, searchName: true },
  });
  if (held.length === 0) return fillPlaces(db, rows);
  const changes = comparePlaces(held, rows, distance);
  const written = await mergePlaces(db, rows);
  await followChanges(db, changes);
  return written;
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
    SET level = excluded.level, parent_code = excluded.parent_code, name = excluded.name, search_name = excluded.search_name,
      gone = false, successor_code = NULL
    WHERE (places.level, places.parent_code, places.name, places.search_name, places.gone)
      IS DISTINCT FROM (excluded.level, excluded.parent_code, excluded.name, excluded.search_name, false)`;
}

/** One line a place, tabs between: one long text is read three times as fast as five arrays. No name holds either mark. */
function linesOf(rows: readonly PlaceRow[]): string {
  return rows.map((row) => [row.code, row.level, row.parentCode ?? "", row.name, row.searchName].join("\t")).join("\n");
}
