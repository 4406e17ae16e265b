// One file, judged: read, its places found, each line compared with an older roster. Nothing is written anywhere.
import { readFile, stat } from "node:fs/promises";
import { distance } from "fastest-levenshtein";
import { LARGEST_FILE_BYTES } from "../domain/files/largest-file.js";
import type { Place } from "../domain/places/place.js";
import { compareRoster, type RosterComparison, type RosterPerson } from "../domain/roster/compare-roster.js";
import { judgeRoster, type RosterVerdict } from "../domain/roster/judge-roster.js";
import { createPlaceIndex } from "../domain/roster/places/place-index.js";
import { createPlaceNames, type PlaceNames } from "../domain/roster/places/place-names.js";
import type { RosterChoices, RosterReading } from "../domain/roster/reading/roster-reading.js";
import type { RowVerdict } from "../domain/roster/row-verdict.js";
import type { Day } from "../domain/time/calendar.js";
import { readRosterFile } from "../files/read-roster-file.js";
import type { RosterOptions } from "./read-arguments.js";

export interface FileJudgement {
  readonly reading: RosterReading;
  /** Null unless the file was read. */
  readonly judged: (RosterVerdict & { readonly comparison: RosterComparison<RosterPerson> }) | null;
  readonly names: PlaceNames;
}

/** @throws an error with a code ("ENOENT" …) when a file cannot be opened */
export async function judgeFile(
  options: RosterOptions,
  today: Day,
  readPlaces: () => Promise<readonly Place[]>,
): Promise<FileJudgement> {
  const [reading, older, places] = await Promise.all([
    readFrom(options.file, options.choices),
    options.against === null ? null : readFrom(options.against, {}),
    readPlaces(),
  ]);
  const names = createPlaceNames(createPlaceIndex(places), distance);
  if (reading.verdict !== "read") return { reading, judged: null, names };
  const lines = reading.lines.map((line) => ({ ...line, className: line.className || (options.className ?? "") }));
  const verdict = judgeRoster(lines, names, today);
  const known = older?.verdict === "read" ? judgeRoster(older.lines, names, today).rows.filter(isCertain) : [];
  const comparison = compareRoster(verdict.rows.map(personOf), known.map(personOf));
  return { reading, judged: { ...verdict, comparison }, names };
}

/** A file that is too large is not even loaded. */
async function readFrom(path: string, choices: RosterChoices): Promise<RosterReading> {
  const { size } = await stat(path);
  if (size > LARGEST_FILE_BYTES) return { verdict: "refused", refusedBecause: "too-big", flags: [] };
  return readRosterFile(await readFile(path), choices);
}

function isCertain({ verdict }: RowVerdict): boolean {
  return verdict === "ok";
}

function personOf({ name, phone, kind, institution, place }: RowVerdict): RosterPerson {
  return { name, phone, kind, institution, placeCode: place?.code ?? null };
}
