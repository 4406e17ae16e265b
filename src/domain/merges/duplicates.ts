// Who may be one person, and which libraries may be one: pairs that an admin is asked about, each with its reasons. Nothing is merged by a rule.

import { bareName, isNearlySame } from "../people/names/names-alike.js";
import type { ParticipantKind } from "../people/participant-kind.js";

export type MergeKind = "people" | "libraries";

/**
 * phone: the same number, theirs or on the roster · place: the same name and village · name: names that are the same or differ by a slip
 * (people/names-alike.ts), in one class or library.
 */
const PEOPLE_REASONS = ["phone", "place", "name"] as const;
/** code: one village, which has one library · name: names that are the same or differ by a slip, in one village. */
const LIBRARY_REASONS = ["code", "name"] as const;
export type SameReason = (typeof PEOPLE_REASONS)[number] | (typeof LIBRARY_REASONS)[number];

export interface MaybePerson {
  id: number;
  name: string;
  phones: readonly string[];
  classIds: readonly number[];
  libraryIds: readonly number[];
  /** Of their libraries. */
  placeCodes: readonly string[];
}

export interface MaybeLibrary {
  id: number;
  kind: ParticipantKind;
  name: string;
  placeCode: string;
}

/** The smaller id first. */
export interface Duplicate {
  lowId: number;
  highId: number;
  reasons: SameReason[];
}

export function whyOnePerson(a: MaybePerson, b: MaybePerson): SameReason[] {
  return whyOne({ ...a, bare: bareName(a.name) }, { ...b, bare: bareName(b.name) });
}

type Named = MaybePerson & { bare: string };

function whyOne(a: Named, b: Named): SameReason[] {
  // A bare name has letters alone; numbers behind it tell two apart.
  const isAlike = isNearlySame(a.bare, b.bare) && digitsOf(a.name) === digitsOf(b.name);
  const together = () => haveInCommon(a.classIds, b.classIds) || haveInCommon(a.libraryIds, b.libraryIds);
  const reasons: SameReason[] = [];
  if (haveInCommon(a.phones, b.phones)) reasons.push("phone");
  if (isAlike && a.bare === b.bare && haveInCommon(a.placeCodes, b.placeCodes)) reasons.push("place");
  else if (isAlike && together()) reasons.push("name");
  return reasons;
}

export function whyOneLibrary(a: MaybeLibrary, b: MaybeLibrary): SameReason[] {
  return whyOneOf({ ...a, bare: bareLibrary(a.name) }, { ...b, bare: bareLibrary(b.name) });
}

type NamedLibrary = MaybeLibrary & { bare: string };

function whyOneOf(a: NamedLibrary, b: NamedLibrary): SameReason[] {
  if (a.placeCode !== b.placeCode || isOffice(a) || isOffice(b)) return [];
  if (a.kind !== "tbm" && b.kind !== "tbm") return ["code"];
  return isNearlySame(a.bare, b.bare) ? ["name"] : [];
}

/** All pairs among them, the surest first; as whyOnePerson() of each two, but without comparing each with each. */
export function duplicatePeople(people: readonly MaybePerson[]): Duplicate[] {
  const keysOf = ({ phones, classIds, libraryIds, placeCodes, bare }: Named): string[] => {
    const ends = endsOf(bare);
    const places = [...classIds.map((id) => `c${id}`), ...libraryIds.map((id) => `l${id}`)];
    return [
      ...phones.map((phone) => `p${phone}`),
      ...(bare === "" ? [] : placeCodes.map((code) => `v${code} ${bare}`)),
      ...places.flatMap((place) => ends.map((end) => `${place} ${end}`)),
    ];
  };
  const named = people.map((one): Named => ({ ...one, bare: bareName(one.name) }));
  return pairs(named, keysOf, whyOne, PEOPLE_REASONS);
}

export function duplicateLibraries(libraries: readonly MaybeLibrary[]): Duplicate[] {
  const keysOf = ({ kind, placeCode, bare }: NamedLibrary) => [
    ...(kind === "tbm" ? [] : [placeCode]),
    ...endsOf(bare).map((end) => `${placeCode} ${end}`),
  ];
  const named = libraries.map((one): NamedLibrary => ({ ...one, bare: bareLibrary(one.name) }));
  return pairs(named, keysOf, whyOneOf, LIBRARY_REASONS);
}

/** A slip leaves the first two letters or the last two as they were. */
function endsOf(bare: string): string[] {
  return bare === "" ? [] : [`<${bare.slice(0, 2)}`, `>${bare.slice(-2)}`];
}

function pairs<One extends { id: number }>(
  all: readonly One[],
  keysOf: (one: One) => string[],
  why: (a: One, b: One) => SameReason[],
  order: readonly SameReason[],
): Duplicate[] {
  const alike = new Map<string, One[]>();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const group = alike.get(key);
      if (group === undefined) alike.set(key, [one]);
      else if (group.at(-1) !== one) group.push(one);
    }
  }
  const found = new Map<string, Duplicate>();
  const seen = new Set<string>();
  for (const group of alike.values()) {
    for (const [at, a] of group.entries()) {
      for (const b of group.slice(at + 1)) {
        const [low, high] = a.id < b.id ? [a, b] : [b, a];
        const key = `${low.id} ${high.id}`;
        if (low.id === high.id || seen.has(key)) continue;
        seen.add(key);
        const reasons = why(low, high);
        if (reasons.length > 0) found.set(key, { lowId: low.id, highId: high.id, reasons });
      }
    }
  }
  const rank = ({ reasons: [first] }: Duplicate) => order.indexOf(first as SameReason);
  return [...found.values()].sort(
    (a, b) => b.reasons.length - a.reasons.length || rank(a) - rank(b) || a.lowId - b.lowId || a.highId - b.highId,
  );
}

/** What every library is called besides its name. */
const COMMON_WORDS =
  /\b(?:perpustakaan|perpus|desa|kelurahan|kel|ds|kampung|nagari|gampong|tbm|taman|bacaan|baca|masyarakat|pojok|rumah|pustaka|umum)\b/g;

function bareLibrary(name: string): string {
  const words = name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}\s]/gu, " ");
  const own = words.replace(COMMON_WORDS, " ").replace(/\s+/g, "");
  return own === "" ? words.replace(/\s+/g, "") : own;
}

function digitsOf(name: string): string {
  return name.replace(/\D/g, "");
}

function isOffice({ kind }: MaybeLibrary): boolean {
  return kind === "regency_office" || kind === "province_office";
}

function haveInCommon<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.some((one) => b.includes(one));
}
