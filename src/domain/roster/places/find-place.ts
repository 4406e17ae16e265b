// From what a row says of its place to the one place that is called so, or to those that may be meant. Never a guess.
import { liesWithin, type Place, type PlaceLevel, placeLevelLength } from "../../places/place.js";
import type { PlaceLine } from "../../places/place-line.js";
import { MOST_CANDIDATES, type PlaceNames } from "./place-names.js";

export interface WrittenPlace {
  readonly texts: PlaceLine;
  /** Said by "Ds." or "Kel.", or by the column for the kind. */
  readonly villageKind?: "desa" | "kelurahan";
}

export type PlaceFinding =
  | { readonly kind: "found"; readonly place: Place }
  /**
   * ambiguous: several are called so · inexact: nearly called so, or inside a region nearly called so · conflict: called so, but not where
   * the row says, or not of the kind that it says. The likeliest first.
   */
  | { readonly kind: "ambiguous" | "inexact" | "conflict"; readonly places: readonly Place[] }
  /** Nothing like this text at this level. */
  | { readonly kind: "unknown"; readonly level: PlaceLevel }
  | { readonly kind: "missing" };

const DOWNWARDS: readonly PlaceLevel[] = ["province", "regency", "district", "village"];

/** A region of another name costs more than any slip. */
const COST = { same: 0, near: 1, other: 10 } as const;

/**
 * The place of this level that the row names. Every level that is written narrows the search; so does the kind of village, where namesakes
 * are left. Exactly one equal name is found, everything else is a doubt.
 * @param within the code of a region known otherwise
 */
export function findWrittenPlace(
  names: PlaceNames,
  written: WrittenPlace,
  target: PlaceLevel,
  within?: string,
): PlaceFinding {
  const text = written.texts[target];
  if (text === undefined) return { kind: "missing" };
  const above = DOWNWARDS.slice(0, DOWNWARDS.indexOf(target)).filter((level) => written.texts[level] !== undefined);
  const namesakes = names
    .called(target, text)
    .filter((place) => within === undefined || liesWithin(place.code, within));
  const there = namesakes.filter((place) =>
    above.every((level) => names.regionsCalled(level, written.texts[level] ?? "").has(regionOf(place, level))),
  );
  if (there.length > 0) return oneOfKind(there, written);
  return likelyPlaces(names, written.texts, { target, text, above, namesakes, within });
}

/** Namesakes of the kind that is written. One of the other kind is taken only where kecamatan and kabupaten leave no other. */
function oneOfKind(there: readonly Place[], { villageKind, texts }: WrittenPlace): PlaceFinding {
  const ofKind = there.filter(({ kind }) => villageKind === undefined || kind === villageKind || kind === "other");
  const [only] = ofKind.length > 0 ? ofKind : there;
  if (ofKind.length > 1) return { kind: "ambiguous", places: ofKind.slice(0, MOST_CANDIDATES) };
  const isWholeAddress = texts.district !== undefined && texts.regency !== undefined;
  const isCertain = ofKind.length === 1 || (there.length === 1 && isWholeAddress);
  if (only !== undefined && isCertain) return { kind: "found", place: only };
  return { kind: "conflict", places: there.slice(0, MOST_CANDIDATES) };
}

interface Search {
  readonly target: PlaceLevel;
  readonly text: string;
  /** The levels above that are written, the highest first. */
  readonly above: readonly PlaceLevel[];
  readonly namesakes: readonly Place[];
  readonly within: string | undefined;
}

function likelyPlaces(names: PlaceNames, texts: PlaceLine, search: Search): PlaceFinding {
  const { target, text, above, namesakes, within } = search;
  const costs = new Map<Place, number>();
  for (const place of namesakes) costs.set(place, costOfRegions(names, texts, above, place));
  const { regions, unknownLevel } = scopeOf(names, texts, search);
  for (const { place, score } of names.nearly(target, text, regions)) {
    const cost = costOfRegions(names, texts, above, place) + COST.near + (1 - score);
    if (cost < COST.other && !costs.has(place)) costs.set(place, cost);
  }
  const places = [...costs]
    .filter(([place, cost]) => cost < COST.other || isHalfRight(names, texts, above, place))
    .filter(([place]) => within === undefined || liesWithin(place.code, within))
    .sort(([a, costA], [b, costB]) => costA - costB || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_CANDIDATES);
  const [likeliest] = places;
  if (likeliest === undefined) return { kind: "unknown", level: unknownLevel ?? target };
  return { kind: likeliest[1] < COST.other ? "inexact" : "conflict", places: places.map(([place]) => place) };
}

function costOfRegions(names: PlaceNames, texts: PlaceLine, above: readonly PlaceLevel[], place: Place): number {
  return above.reduce((cost, level) => cost + COST[names.agreement(level, texts[level] ?? "", place)], 0);
}

/** Whether at least the kecamatan or the kabupaten is as written: in a province alone there are too many namesakes to mean one. */
function isHalfRight(names: PlaceNames, texts: PlaceLine, above: readonly PlaceLevel[], place: Place): boolean {
  if (place.level === "regency") return true;
  return above.some(
    (level) => level !== "province" && names.regionsCalled(level, texts[level] ?? "").has(regionOf(place, level)),
  );
}

/** The regions in which to look for what is nearly called so: the lowest that are written and known, inside those above them. */
function scopeOf(names: PlaceNames, texts: PlaceLine, { above, within }: Search) {
  let regions: readonly string[] | null = within === undefined ? null : [within];
  let unknownLevel: PlaceLevel | undefined;
  for (const level of above) {
    if (within !== undefined && placeLevelLength(level) <= within.length) continue;
    const text = texts[level] ?? "";
    const called = [...names.regionsCalled(level, text)].filter((code) => isIn(code, regions));
    const likely = called.length > 0 ? called : names.nearly(level, text, regions).map(({ place }) => place.code);
    if (likely.length > 0) regions = likely;
    else unknownLevel ??= level;
  }
  return { regions, unknownLevel };
}

function isIn(code: string, regions: readonly string[] | null): boolean {
  return regions?.some((region) => liesWithin(code, region)) ?? true;
}

function regionOf(place: Place, level: PlaceLevel): string {
  return place.code.slice(0, placeLevelLength(level));
}
