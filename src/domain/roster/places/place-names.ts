// What a written name can mean: the places called exactly so, and those a slip away. Remembers its answers: rosters repeat themselves.

import { type Place, type PlaceLevel, placeLevelLength } from "../../places/place.js";
import { PROVINCES_MADE_FROM } from "../../places/place-nicknames.js";
import {
  LOWEST_SCORE,
  misspellingsAllowed,
  type Reading,
  rankPlaces,
  readingsOf,
  type SpellingDistance,
} from "../../places/place-search.js";
import type { Nearness, PlaceIndex } from "./place-index.js";

/** near: a slip away, or a part of the name; and no neighbour is called exactly so. */
export type Agreement = "same" | "near" | "other";

export interface LikelyPlace {
  readonly place: Place;
  /** 1 is the same name; see place-search.ts. */
  readonly score: number;
}

export interface PlaceNames {
  find(code: string): Place | undefined;
  /** The places of this level called so, anywhere in the country. A word for a kabupaten or kota is obeyed. */
  called(level: PlaceLevel, text: string): readonly Place[];
  /** The codes of the regions that may be meant: those called so, and the provinces that were made out of one of them. */
  regionsCalled(level: PlaceLevel, text: string): ReadonlySet<string>;
  /** Those nearly called so inside these regions, null for the whole country; the likeliest first, at most ten. */
  nearly(level: PlaceLevel, text: string, regions: readonly string[] | null): readonly LikelyPlace[];
  /** Whether this place, or the region of this level that it lies in, is called so. */
  agreement(level: PlaceLevel, text: string, place: Place): Agreement;
}

/** Under four letters one slip is looked for too, where few places are there to be meant. */
const IN_FEW: Nearness = { parts: true, slips: (name) => Math.max(1, misspellingsAllowed(name)) };

/** In the whole country, or in a province, half the names hold "Suka", and two slips away is always something. */
const IN_MANY: Nearness = { parts: false, slips: () => 1 };

/** More than ten to choose from is a search, not a question. */
export const MOST_CANDIDATES = 10;

export function createPlaceNames(index: PlaceIndex, letters: SpellingDistance): PlaceNames {
  const distance: SpellingDistance = (a, b) => (isSwapped(a, b) ? 1 : letters(a, b));
  const readings = remembered((level, text) => waysToRead(level, text));
  const called = remembered((level, text) =>
    unique(readings(level, text).flatMap((reading) => placesCalled(index, level, reading))),
  );
  const regionsCalled = remembered((level, text) => {
    const codes = called(level, text).map(({ code }) => code);
    return new Set(codes.flatMap((code) => [code, ...(PROVINCES_MADE_FROM.get(code) ?? [])])) as ReadonlySet<string>;
  });

  function nearly(level: PlaceLevel, text: string, regions: readonly string[] | null): readonly LikelyPlace[] {
    const isSmall = level === "province" || level === "regency" || isInside(regions, level);
    const names = [...new Set(readings(level, text).map(({ form }) => form))];
    const pool = index.nearby(level, regions, names, isSmall ? IN_FEW : IN_MANY);
    const slips = isSmall ? pool.filter((place) => isShortSlip(names, place)) : [];
    const near = isSmall ? pool : pool.filter(({ searchName }) => names.some((name) => distance(name, searchName) < 2));
    const ranked = rankPlaces(text, level, near, distance, near.length).filter(
      ({ match }) => isSmall || match !== "contains",
    );
    const likely = [...ranked, ...slips.map((place) => ({ place, score: LOWEST_SCORE }))];
    return likely.slice(0, MOST_CANDIDATES);
  }

  /** Below four letters rankPlaces takes no slips. */
  function isShortSlip(typed: readonly string[], { searchName }: Place): boolean {
    return typed.some((name) => name.length > 1 && name.length < 4 && distance(name, searchName) === 1);
  }

  function agreement(level: PlaceLevel, text: string, place: Place): Agreement {
    const code = place.code.slice(0, placeLevelLength(level));
    if (regionsCalled(level, text).has(code)) return "same";
    const there = index.find(code);
    if (there === undefined || rankPlaces(text, level, [there], distance, 1).length === 0) return "other";
    // "Kota Kediri" is no slip of Kab. Kediri, nor "Sukamaju I" of Sukamaju II where both are there.
    return called(level, text).some(({ parentCode }) => parentCode === there.parentCode) ? "other" : "near";
  }

  return { find: index.find, called, regionsCalled, nearly, agreement };
}

/** Where the regions are kabupaten or smaller, or for districts within a province, lists are short enough for parts of names. */
function isInside(regions: readonly string[] | null, level: PlaceLevel): boolean {
  const least = placeLevelLength(level === "village" ? "regency" : "province");
  return regions?.every((region) => region.length >= least) ?? false;
}

/** "Sukamaju2" is read as "Sukamaju 2" too, whose number may be Roman. */
function waysToRead(level: PlaceLevel, text: string): readonly Reading[] {
  const apart = text.replace(/(\p{L}{2})(\d)/gu, "$1 $2").replace(/(\d)(\p{L}{2})/gu, "$1 $2");
  return apart === text ? readingsOf(text, level) : [...readingsOf(text, level), ...readingsOf(apart, level)];
}

function placesCalled(index: PlaceIndex, level: PlaceLevel, { form, kind }: Reading): readonly Place[] {
  const namesakes = index.named(level, form);
  return kind === undefined ? namesakes : namesakes.filter((place) => place.kind === kind);
}

/** Two neighbours the wrong way round are one slip, as a hand makes it; counted by letters they would be two. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function unique(places: readonly Place[]): readonly Place[] {
  return places.length < 2 ? places : [...new Set(places)];
}

function remembered<T>(read: (level: PlaceLevel, text: string) => T): (level: PlaceLevel, text: string) => T {
  const answers: Record<PlaceLevel, Map<string, T>> = {
    province: new Map(),
    regency: new Map(),
    district: new Map(),
    village: new Map(),
  };
  return (level, text) => {
    const known = answers[level].get(text);
    if (known !== undefined) return known;
    const answer = read(level, text);
    answers[level].set(text, answer);
    return answer;
  };
}
