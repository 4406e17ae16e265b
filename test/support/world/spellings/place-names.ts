// All places of the installed package, ready to be found by name. Read once for all files of a worker.
import { distance } from "fastest-levenshtein";
import type { Place } from "../../../../src/domain/places/place.js";
import { createPlaceIndex } from "../../../../src/domain/roster/places/place-index.js";
import { createPlaceNames, type PlaceNames } from "../../../../src/domain/roster/places/place-names.js";
import { readPlaces } from "../../../../src/storage/migrations/place-files.js";

let all: Promise<readonly Place[]> | undefined;

export function everyPlace(): Promise<readonly Place[]> {
  all ??= readPlaces();
  return all;
}

export async function everyPlaceName(): Promise<PlaceNames> {
  return createPlaceNames(createPlaceIndex(await everyPlace()), distance);
}
