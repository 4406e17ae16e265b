// From the bytes of an office's file to a verdict for each of its lines.
import type { Day } from "../domain/calendar.js";
import { judgeRoster } from "../domain/roster/judge-roster.js";
import type { PlaceNames } from "../domain/roster/places/place-names.js";
import type { RosterJudgement } from "../ports/roster-files.js";
import { readRosterFile } from "./read-roster-file.js";

/** Costs seconds for thousands of lines: call it in a worker (roster-worker.ts). `today` decides the year of days without one. */
export async function judgeRosterFile(
  bytes: Uint8Array,
  { sheet }: { sheet?: string },
  { names, today }: { names: PlaceNames; today: Day },
): Promise<RosterJudgement> {
  const reading = await readRosterFile(bytes, sheet === undefined ? {} : { sheets: [sheet] });
  if (reading.verdict === "refused") return { kind: "refused", because: reading.refusedBecause };
  if (reading.verdict === "asked") {
    if (reading.askedBecause === "which-columns") return { kind: "refused", because: "no-columns" };
    return { kind: "asked", sheets: reading.sheets.flatMap((offer) => offer.sheet ?? []) };
  }
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
