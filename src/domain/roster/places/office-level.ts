// Of which level a dinas is, where no word says it: "Dinas Perpustakaan Bintan", or what is written of its place.
import { type Place, provinceCodeOf } from "../../places/place.js";
import type { PlaceNames } from "./place-names.js";
import type { CodeReading } from "./read-code-cell.js";
import type { WrittenPlaces } from "./written-places.js";

export type OfficeKind = "regency_office" | "province_office";

export interface OfficeLevel {
  /** Null where it may be either. */
  readonly kind: OfficeKind | null;
  /** The places that the office may be of. */
  readonly candidates: readonly Place[];
}

/**
 * Where the provinces' own offices stand. A row of a dinas that names one of these and no level may be the province's or the town's;
 * Mamuju, Bulungan and the new provinces of Papua have them in a kabupaten. Provinces may have two.
 */
const SEATS: ReadonlySet<string> = new Set(
  [
    ["11.71", "12.71", "13.71", "14.71", "15.71", "16.71", "17.71", "18.71", "19.71", "21.72", "31.71", "31.75"],
    [
      "32.73",
      "33.74",
      "34.02",
      "34.71",
      "35.78",
      "36.73",
      "51.71",
      "52.71",
      "53.71",
      "61.71",
      "62.71",
      "63.71",
      "63.72",
    ],
    ["64.72", "65.01", "71.71", "72.71", "73.71", "74.71", "75.03", "75.71", "76.02", "81.71", "82.71", "82.72"],
    ["91.71", "92.02", "93.01", "94.01", "95.01", "96.01", "96.71"],
  ].flat(),
);

/** A name of a region has no more words than this. */
const MOST_WORDS = 5;

export function officeLevelOf(
  names: PlaceNames,
  code: CodeReading,
  institution: string,
  written: WrittenPlaces,
): OfficeLevel {
  const byCode = levelOfCode(code);
  if (byCode !== null) return { kind: byCode, candidates: [] };
  const named = namedAtEnd(names, institution);
  if (named !== null) return { kind: named, candidates: [] };
  const texts = written.ways[0]?.texts ?? {};
  const regencies = texts.regency === undefined ? [] : names.called("regency", texts.regency);
  const provinces =
    texts.province === undefined
      ? regencies.map(({ code }) => names.find(provinceCodeOf(code))).filter((place) => place !== undefined)
      : names.called("province", texts.province);
  if (texts.regency === undefined)
    return { kind: texts.province === undefined ? null : "province_office", candidates: [] };
  if (regencies.some(({ code }) => SEATS.has(code))) return { kind: null, candidates: [...regencies, ...provinces] };
  return { kind: "regency_office", candidates: [] };
}

/** "15" is the province's office, "15.71" the town's. */
function levelOfCode(code: CodeReading): OfficeKind | null {
  if (code.kind !== "kemendagri") return null;
  const [first = ""] = code.codes;
  return first.length === 2 ? "province_office" : first.length === 5 ? "regency_office" : null;
}

/** Whether the institution's name ends with a regency's or a province's; "Jambi" and "Gorontalo" are both. */
function namedAtEnd(names: PlaceNames, institution: string): OfficeKind | null {
  const regency = regionAtEnd(names, institution, "regency") ?? "";
  const province = regionAtEnd(names, institution, "province") ?? "";
  if (regency.length === province.length) return null;
  return regency.length > province.length ? "regency_office" : "province_office";
}

/** The longest end of the institution's name that is the name of a region of this level. */
export function regionAtEnd(names: PlaceNames, institution: string, level: "regency" | "province"): string | undefined {
  const words = institution.split(" ");
  for (let count = Math.min(MOST_WORDS, words.length - 1); count > 0; count -= 1) {
    const last = words.slice(-count).join(" ");
    if (names.called(level, last).length > 0) return last;
  }
  return undefined;
}
