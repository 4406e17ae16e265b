// Whose codes a file holds. One code proves little; a whole column says it plainly.
import type { PlaceNames } from "./place-names.js";
import { type Witness, witnessOf } from "./place-witness.js";
import type { CodeReading } from "./read-code-cell.js";
import type { WrittenPlaces } from "./written-places.js";

/**
 * kemendagri: the codes that we keep; a single code that quarrels is its row's affair · bps: the statistics office's, of which only the
 * names are used · clash: shaped like ours, but the names say otherwise in most rows.
 */
export type CodeSystem = "none" | "kemendagri" | "bps" | "clash";

export interface CodedRow {
  readonly code: CodeReading;
  readonly written: WrittenPlaces;
}

/** A column in which more than this share is of another system, or quarrels with the names, is not ours. */
const MOST_STRANGE = 0.5;

/** One row that quarrels is a slip of that row, however short the file is. */
const LEAST_QUARRELS = 2;

export function codeSystemOf(names: PlaceNames, rows: readonly CodedRow[]): CodeSystem {
  const coded = rows.filter(({ code }) => code.kind === "kemendagri" || code.kind === "bps");
  if (coded.length === 0) return "none";
  const strange = coded.filter(({ code }) => code.kind === "bps").length;
  if (strange / coded.length > MOST_STRANGE) return "bps";
  const witnesses = coded.map((row) => bestWitness(names, row)).filter((witness) => witness !== "silent");
  const quarrels = witnesses.filter((witness) => witness === "other").length;
  return quarrels >= LEAST_QUARRELS && quarrels / witnesses.length > MOST_STRANGE ? "clash" : "kemendagri";
}

/** Silent where the code names no place: then there is nothing to quarrel with. */
function bestWitness(names: PlaceNames, { code, written }: CodedRow): Witness {
  if (code.kind !== "kemendagri") return "silent";
  const places = code.codes.map((each) => names.find(each)).filter((place) => place !== undefined);
  const witnesses = places.map((place) => witnessOf(names, written, place));
  return (["same", "near", "other"] as const).find((witness) => witnesses.includes(witness)) ?? "silent";
}
