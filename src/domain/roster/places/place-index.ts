// Every place of Indonesia, ready to be looked up ten thousand times: by code, by name, and by names that are nearly the same.
import type { Place, PlaceLevel } from "../../places/place.js";

export interface PlaceIndex {
  find(code: string): Place | undefined;
  /** All of this level whose name, as compared (normaliseName), is this one; anywhere in the country. */
  named(level: PlaceLevel, searchName: string): readonly Place[];
  /**
   * The places of this level inside these regions (null: the whole country) that could be meant by a name like these: a superset, so
   * that the costly comparison is made for few.
   */
  nearby(level: PlaceLevel, regions: readonly string[] | null, names: readonly string[], search: Nearness): Place[];
}

/** What is near to a typed name: so many slips, and with `parts` also a name that it is a part of. */
export interface Nearness {
  slips(name: string): number;
  readonly parts: boolean;
}

/** The places of one level, by code, so that a region is one stretch of them; with what can be compared quickly. */
interface Level {
  readonly places: readonly Place[];
  readonly byName: ReadonlyMap<string, readonly Place[]>;
  /** One bit for each letter that occurs in the name; and how long the name is. In rows of numbers, because they are read whole. */
  readonly letters: Int32Array;
  readonly lengths: Uint8Array;
}

export function createPlaceIndex(places: readonly Place[]): PlaceIndex {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const levels: Record<PlaceLevel, Level> = {
    province: levelOfPlaces(places, "province"),
    regency: levelOfPlaces(places, "regency"),
    district: levelOfPlaces(places, "district"),
    village: levelOfPlaces(places, "village"),
  };
  return {
    find: (code) => byCode.get(code),
    named: (level, searchName) => levels[level].byName.get(searchName) ?? [],
    nearby(level, regions, names, nearness) {
      const found = new Set<Place>();
      for (const stretch of stretchesOf(levels[level].places, regions)) {
        for (const name of names) addNearby(found, levels[level], stretch, name, nearness);
      }
      return [...found];
    },
  };
}

function levelOfPlaces(all: readonly Place[], level: PlaceLevel): Level {
  const places = all.filter((place) => place.level === level).sort((a, b) => (a.code < b.code ? -1 : 1));
  const byName = new Map<string, Place[]>();
  for (const place of places) {
    const namesakes = byName.get(place.searchName);
    if (namesakes === undefined) byName.set(place.searchName, [place]);
    else namesakes.push(place);
  }
  return {
    places,
    byName,
    letters: Int32Array.from(places, ({ searchName }) => lettersOf(searchName)),
    lengths: Uint8Array.from(places, ({ searchName }) => searchName.length),
  };
}

type Stretch = [from: number, to: number];

/** The places of a region follow each other: "32.01" holds all codes from "32.01." up to, but not with, "32.01/". */
function stretchesOf(places: readonly Place[], regions: readonly string[] | null): Stretch[] {
  if (regions === null) return [[0, places.length]];
  return regions.map((region) => [firstFrom(places, `${region}.`), firstFrom(places, `${region}/`)]);
}

/** Where the first place stands whose code is not less than this text. */
function firstFrom(places: readonly Place[], code: string): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.code < code) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds the places of the stretch that could be meant by the typed name, judged by letters and lengths alone where that is enough. */
function addNearby(
  found: Set<Place>,
  all: Level,
  [from, to]: Stretch,
  typed: string,
  { slips, parts }: Nearness,
): void {
  const letters = lettersOf(typed);
  const most = slips(typed);
  for (let at = from; at < to; at += 1) {
    const others = all.letters[at]!;
    const longer = all.lengths[at]! - typed.length;
    // One slip takes away one letter and brings another at most.
    const isNear = longer <= most && -longer <= most && ones(letters ^ others) <= 2 * most;
    // What begins with the typed name, or holds it, has all its letters.
    const mayHold = parts && longer > 0 && (letters & ~others) === 0;
    if (isNear || (mayHold && all.places[at]!.searchName.includes(typed))) found.add(all.places[at]!);
  }
}

function lettersOf(name: string): number {
  let letters = 0;
  for (let at = 0; at < name.length; at += 1) {
    const letter = name.charCodeAt(at) - 97;
    if (letter >= 0 && letter < 26) letters |= 1 << letter;
  }
  return letters;
}

/** How many bits are set. */
function ones(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
