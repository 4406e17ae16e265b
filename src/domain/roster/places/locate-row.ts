// Where a row's library or office lies: by its code, with the names as witness; without a code by its names.
import { type Place, type PlaceLevel, placeLevelLength } from "../../places/place.js";
import type { CodeSystem } from "./code-system.js";
import { findWrittenPlace, type PlaceFinding } from "./find-place.js";
import { MOST_CANDIDATES, type PlaceNames } from "./place-names.js";
import { witnessOf } from "./place-witness.js";
import type { CodeReading } from "./read-code-cell.js";
import type { WrittenPlaces } from "./written-places.js";

export type PlaceReason =
  | "missing-place"
  | "unknown-place"
  | "ambiguous-place"
  | "inexact-place"
  | "place-conflict"
  | "wrong-code-system"
  | "unknown-code";

export interface Location {
  /** Null unless it is certain. */
  readonly place: Place | null;
  readonly reasons: readonly PlaceReason[];
  /** Where there is doubt: the places to choose from, the likeliest first. */
  readonly candidates: readonly Place[];
}

const REASON_OF_FINDING = {
  ambiguous: "ambiguous-place",
  inexact: "inexact-place",
  conflict: "place-conflict",
  unknown: "unknown-place",
  missing: "missing-place",
} as const;

export function locateRow(
  names: PlaceNames,
  code: CodeReading,
  written: WrittenPlaces,
  target: PlaceLevel,
  system: CodeSystem,
): Location {
  if (code.kind === "none") return locationOf(findByNames(names, written, target));
  const byNames = () => findByNames(names, written, target);
  if (system === "bps") return withoutCode(byNames(), "wrong-code-system");
  if (system === "clash") return doubted(byNames(), "wrong-code-system");
  if (code.kind === "bps") return doubted(byNames(), "wrong-code-system");
  if (code.kind === "unreadable") return doubted(byNames(), "unknown-code");
  const places = code.codes.map((each) => names.find(each)).filter((place) => place !== undefined);
  if (places.length === 0) return doubted(byNames(), "unknown-code");
  return locateByCode(names, places, written, target);
}

/** @param places those that the code may name: two where a spreadsheet cut "32.10" to "32.1" */
function locateByCode(
  names: PlaceNames,
  places: readonly Place[],
  written: WrittenPlaces,
  target: PlaceLevel,
): Location {
  const believed = places.filter((place) => witnessOf(names, written, place) !== "other");
  const [only] = believed;
  if (only === undefined) return quarrel(names, places, findByNames(names, written, target), target);
  if (believed.length > 1) return { place: null, reasons: ["ambiguous-place"], candidates: believed };
  const own = names.find(only.code.slice(0, placeLevelLength(target)));
  if (own?.level !== target) return locationOf(findByNames(names, written, target, only.code));
  const isNear = witnessOf(names, written, only) === "near";
  const byNames: PlaceFinding = isNear ? findByNames(names, written, target) : { kind: "found", place: own };
  // A slip in the name is forgiven beside the code, unless what is written is the name of another place.
  if (byNames.kind === "found" && byNames.place.code !== own.code) return quarrel(names, [own], byNames, target);
  return { place: own, reasons: [], candidates: [] };
}

function quarrel(names: PlaceNames, coded: readonly Place[], byNames: PlaceFinding, target: PlaceLevel): Location {
  const own = coded
    .map((place) => names.find(place.code.slice(0, placeLevelLength(target))))
    .filter((place) => place !== undefined);
  const candidates = [...new Set([...own.filter(({ level }) => level === target), ...placesOf(byNames)])];
  return { place: null, reasons: ["place-conflict"], candidates: candidates.slice(0, MOST_CANDIDATES) };
}

/** The code is of no use, and that is said of the whole file; the names are enough where they are certain. */
function withoutCode(byNames: PlaceFinding, reason: PlaceReason): Location {
  const location = locationOf(byNames);
  return location.place === null ? { ...location, reasons: [reason, ...location.reasons] } : location;
}

/** The code is wrong, and nobody knows why: even certain names are only offered. */
function doubted(byNames: PlaceFinding, reason: PlaceReason): Location {
  const { reasons } = locationOf(byNames);
  // Without names the code is the fault, not their absence.
  const more = byNames.kind === "missing" ? [] : reasons;
  return { place: null, reasons: [reason, ...more], candidates: placesOf(byNames) };
}

function locationOf(finding: PlaceFinding): Location {
  if (finding.kind === "found") return { place: finding.place, reasons: [], candidates: [] };
  return { place: null, reasons: [REASON_OF_FINDING[finding.kind]], candidates: placesOf(finding) };
}

function placesOf(finding: PlaceFinding): readonly Place[] {
  if (finding.kind === "found") return [finding.place];
  return "places" in finding ? finding.places : [];
}

/** All ways to read the names together: a place is found when no way finds another. */
function findByNames(names: PlaceNames, { ways }: WrittenPlaces, target: PlaceLevel, within?: string): PlaceFinding {
  const findings = ways.map((way) => findWrittenPlace(names, way, target, within));
  const [first = { kind: "missing" } as const, ...others] = findings;
  if (others.length === 0) return first;
  const certain = findings.filter(({ kind }) => kind === "found" || kind === "ambiguous");
  const places = [...new Set(certain.flatMap(placesOf))];
  const [only] = places;
  if (only === undefined) return first;
  return places.length === 1
    ? { kind: "found", place: only }
    : { kind: "ambiguous", places: places.slice(0, MOST_CANDIDATES) };
}
