// What a new edition of the place data changes: names, codes, and places that are no more. A code is the identity (place.ts), and yet the authority
// gives a village another one when its district is divided: then the old code has a successor.
import { liesWithin, type Place, type PlaceLevel, parentCode, placeLevelLength } from "./place.js";
import { misspellingsAllowed, type SpellingDistance } from "./place-search.js";

/** So long the office is offered to read what changed. */
export const PLACE_NEWS_DAYS = 90;

type Named = Pick<Place, "code" | "level" | "name" | "searchName">;

export interface PlaceChanges {
  /** The same code, and another name. */
  renamed: { code: string; before: string; now: string }[];
  /** The same place under another code. `isFree`: nobody else has the old code now. */
  moved: { from: string; to: string; before: string; now: string; isFree: boolean }[];
  /** Neither its code nor its name is there any more: a person must say what became of it. */
  gone: { code: string; name: string }[];
  /** Nothing of before became it. */
  added: { code: string; name: string }[];
}

export interface DividedPlace {
  from: string;
  into: string;
  /** How many of its villages went there. */
  villages: number;
}

/** What a new edition of the place data made of a place in which something of the programme lies. */
export interface ChangedPlace {
  kind: "renamed" | "moved" | "gone";
  code: string;
  before: string;
  /** The name now, and the code that it moved to. */
  now: string | null;
  to: string | null;
  /** What it lies in, before and now; the same where that has not changed. */
  parentBefore: string;
  parentNow: string;
  libraries: number;
  rosterRows: number;
}

/** What the office reads of the latest edition. */
export interface PlaceNews {
  total: number;
  shown: ChangedPlace[];
  /** Changes in which nothing of the programme lies. */
  others: Record<ChangedPlace["kind"], number>;
}

/** Both editions whole, in any order. */
export function comparePlaces(
  before: readonly Named[],
  now: readonly Named[],
  distance: SpellingDistance,
): PlaceChanges {
  const held = new Map(before.map((place) => [place.code, place]));
  const current = new Map(now.map((place) => [place.code, place]));
  // Who is looked for: the code is gone, or has become somebody else's.
  const lost = before.filter(({ code, searchName }) => current.get(code)?.searchName !== searchName);
  // Where they may be: under a code that is new, or that was somebody else's.
  const open = now.filter(({ code, searchName }) => held.get(code)?.searchName !== searchName);
  const successors = successorsOf(lost, open, current, distance);
  const taken = new Set(successors.values());
  const changes: PlaceChanges = { renamed: [], moved: [], gone: [], added: [] };
  for (const { code, name } of lost) {
    const to = successors.get(code);
    const same = current.get(code);
    if (to !== undefined) {
      changes.moved.push({ from: code, to, before: name, now: current.get(to)!.name, isFree: same === undefined });
    } else if (same === undefined) changes.gone.push({ code, name });
    else changes.renamed.push({ code, before: name, now: same.name });
  }
  for (const { code, name } of open) if (!held.has(code) && !taken.has(code)) changes.added.push({ code, name });
  return changes;
}

/** Districts, regencies and provinces of which villages went to another one, the largest part first. */
export function dividedPlaces({ moved }: Pick<PlaceChanges, "moved">): DividedPlace[] {
  const parts = new Map<string, DividedPlace>();
  for (const { from, to } of moved) {
    if (from.length !== placeLevelLength("village")) continue;
    const [old, into] = [parentCode(from), parentCode(to)];
    if (old === null || into === null || old === into) continue;
    const part = parts.get(`${old}>${into}`) ?? { from: old, into, villages: 0 };
    parts.set(`${old}>${into}`, { ...part, villages: part.villages + 1 });
  }
  return [...parts.values()].sort((a, b) => b.villages - a.villages || (a.into < b.into ? -1 : 1));
}

/**
 * Regions first, so that what lies in one that moved is looked for where it is now. The nearest wins: in the same district, then the regency, then the
 * province; by exactly the same name, then by nearly the same one. Only what is certain counts: one place there of that name, wanted by one.
 */
function successorsOf(
  lost: readonly Named[],
  open: readonly Named[],
  current: ReadonlyMap<string, Named>,
  distance: SpellingDistance,
): Map<string, string> {
  const successors = new Map<string, string>();
  const openNow = new Map(open.map((place) => [place.code, place]));
  for (const { level, isSame, around } of roundsOf(distance)) {
    const wishes = new Map<string, string[]>();
    for (const one of lost) {
      // Who has nearly its old name still under its code was only renamed.
      if (one.level !== level || successors.has(one.code) || isOnlyRenamed(one, current, distance)) continue;
      const region = regionAround(one, around, successors);
      if (region === null) continue;
      const found = [...openNow.values()].filter(
        (place) => place.level === level && place.code !== one.code && isSame(one, place) && isIn(place.code, region),
      );
      if (found.length === 1) wishes.set(found[0]!.code, [...(wishes.get(found[0]!.code) ?? []), one.code]);
    }
    for (const [to, wanting] of wishes) {
      if (wanting.length !== 1) continue;
      successors.set(wanting[0]!, to);
      openNow.delete(to);
    }
  }
  return successors;
}

type Around = "district" | "regency" | "province" | "country";

interface Round {
  level: PlaceLevel;
  isSame(a: Named, b: Named): boolean;
  around: Around;
}

/** In the order in which they are looked for. */
function roundsOf(distance: SpellingDistance): Round[] {
  const isExactly: Round["isSame"] = (a, b) => a.searchName === b.searchName;
  return (["province", "regency", "district", "village"] as const).flatMap((level) =>
    [isExactly, isNearly(distance)].flatMap((isSame) =>
      (["district", "regency", "province", "country"] as const).map((around) => ({ level, isSame, around })),
    ),
  );
}

const isNearly = (distance: SpellingDistance) => (a: Named, b: Named) =>
  distance(a.searchName, b.searchName) <= misspellingsAllowed(a.searchName);

function isOnlyRenamed(one: Named, current: ReadonlyMap<string, Named>, distance: SpellingDistance): boolean {
  const same = current.get(one.code);
  return same !== undefined && isNearly(distance)(one, same);
}

const isIn = (code: string, region: string) => region === "" || (code !== region && liesWithin(code, region));

/** The code of what it lay in, as that is called now; null: its level knows no such region. */
function regionAround({ code, level }: Named, around: Around, successors: ReadonlyMap<string, string>): string | null {
  // A name that half the country has says nothing; whole provinces and regencies are few.
  if (around === "country") return level === "province" || level === "regency" ? "" : null;
  const length = placeLevelLength(around);
  if (code.length <= length) return null;
  const region = code.slice(0, length);
  return successors.get(region) ?? region;
}
