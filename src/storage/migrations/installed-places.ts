// Brings the table of places to the installed edition of the data, reading the files only when they are another edition than the
// table holds: to read and compare ninety thousand places takes half of a start, and crashes are to be over within seconds.
import type { PrismaClient } from "../generated/client.js";
import { placesEdition, readPlaces } from "./place-files.js";
import { ensurePlaces } from "./places.js";

/**
 * From the installed package where no folder is named. Returns how many places were written. The edition is noted on the table
 * itself, so that it goes wherever a copy of the table goes.
 */
export async function ensureInstalledPlaces(db: PrismaClient, folder?: string): Promise<number> {
  const edition = await placesEdition(folder);
  const [held] = await db.$queryRaw<[{ edition: string | null; any: boolean }]>`
    SELECT obj_description('places'::regclass, 'pg_class') AS edition, EXISTS (SELECT 1 FROM places) AS any`;
  if (held.any && held.edition === edition) return 0;
  return ensurePlaces(db, await readPlaces(folder), edition);
}
