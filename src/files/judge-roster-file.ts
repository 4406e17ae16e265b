// From the bytes of an office's file to a verdict for each of its lines.
import type { Day } from "../domain/calendar.js";
import { type FindProvince, readOfficeSheets } from "../domain/office-workbook/read-office-sheets.js";
import { judgeRoster } from "../domain/roster/judge-roster.js";
import type { PlaceNames } from "../domain/roster/places/place-names.js";
import { readRoster } from "../domain/roster/read-roster.js";
import type { RosterRead } from "../domain/roster/roster-reading.js";
import type { JudgedRoster, RosterJudgement } from "../ports/roster-files.js";
import { readGrids } from "./read-grids.js";

export interface Judges {
  names: PlaceNames;
  findProvince: FindProvince;
  /** Decides the year of days without one. */
  today: Day;
}

/** Costs seconds for thousands of lines: call it in a worker (roster-worker.ts). */
export async function judgeRosterFile(
  bytes: Uint8Array,
  { sheet }: { sheet?: string },
  judges: Judges,
): Promise<RosterJudgement> {
  const file = await readGrids(bytes);
  if (!file.ok) return { kind: "refused", because: file.because };
  const { lines, others } = readOfficeSheets(file.grids, judges);
  const reading = readRoster({ ...file, grids: others }, sheet === undefined ? {} : { sheets: [sheet] });
  if (reading.verdict === "asked" && reading.askedBecause === "which-sheet") {
    return { kind: "asked", sheets: reading.sheets.flatMap((offer) => offer.sheet ?? []) };
  }
  const people = reading.verdict === "read" ? judged(reading, judges) : null;
  if (lines.sheets.length > 0) return { kind: "workbook", lines, people };
  if (people !== null) return people;
  return { kind: "refused", because: reading.verdict === "refused" ? reading.refusedBecause : "no-columns" };
}

function judged(reading: RosterRead, { names, today }: Judges): JudgedRoster {
  const { rows, codeSystem } = judgeRoster(reading.lines, names, today);
  const columns = reading.tables[0]?.columns ?? [];
  return {
    kind: "judged",
    rows: rows.map((row, n) => ({ ...row, cells: reading.lines[n]?.cells ?? [] })),
    headings: columns.flatMap(({ heading, letter, role }) => (role === "personal" ? [] : [heading || letter])),
    flags: reading.flags,
    codes: codeSystem === "bps" || codeSystem === "clash" ? codeSystem : "fine",
  };
}
