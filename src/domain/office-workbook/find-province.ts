// Which province an office means.
import type { Place } from "../places/place.js";
import { placeVerdict, rankPlaces, type SpellingDistance } from "../places/place-search.js";
import type { FindProvince } from "./read-office-sheets.js";

/** Only the one that has exactly this name, or is called so; each name is looked up once. */
export function provinceFinder(places: readonly Place[], distance: SpellingDistance): FindProvince {
  const provinces = places.filter(({ level }) => level === "province");
  const known = new Map<string, string | null>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const verdict = placeVerdict(rankPlaces(name, "province", provinces, distance));
    const code = verdict.kind === "found" ? verdict.place.code : null;
    known.set(name, code);
    return code;
  };
}
