// The places that tests live in: every province and regency, and all below a few regencies in three time zones.

import type { PrismaClient } from "../../../src/storage/generated/client.js";
import { readPlaces } from "../../../src/storage/migrations/place-files.js";
import { ensurePlaces } from "../../../src/storage/migrations/places.js";

/** Bintan (WIB), Barito Kuala (WITA), Maluku Tengah (WIT). */
const WHOLE_REGENCIES = ["21.01", "63.04", "81.01"];

export async function loadTestPlaces(db: PrismaClient): Promise<void> {
  const places = await readPlaces();
  const few = places.filter(({ code, level }) => {
    return (
      level === "province" || level === "regency" || WHOLE_REGENCIES.some((regency) => code.startsWith(`${regency}.`))
    );
  });
  await ensurePlaces(db, few);
}
