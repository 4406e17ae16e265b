// From the bytes of an office's file to a verdict for each of its lines.

import { provincesOfNames } from "../domain/office-workbook/find-class.js";
import { plainName } from "../domain/office-workbook/known-programme.js";
import { type FindProvince, readOfficeSheets } from "../domain/office-workbook/read-office-sheets.js";
import type { Place } from "../domain/places/place.js";
import { judgeRoster } from "../domain/roster/judge-roster.js";
import type { PlaceNames } from "../domain/roster/places/place-names.js";
import { readRoster } from "../domain/roster/reading/read-roster.js";
import type { RosterAsked, RosterRead } from "../domain/roster/reading/roster-reading.js";
import type { RosterLine } from "../domain/roster/roster-line.js";
import type { RowVerdict } from "../domain/roster/row-verdict.js";
import { isRules } from "../domain/rules/sheets/read-rule-sheets.js";
import type { Day } from "../domain/time/calendar.js";
import type { JudgedRoster, JudgingChoices, RosterJudgement } from "../ports/programme/roster-files.js";
import type { TellProgress } from "../ports/progress.js";
import { readGrids } from "./read-grids.js";

export interface Judges {
  names: PlaceNames;
  findProvince: FindProvince;
  /** Decides the year of days without one. */
  today: Day;
  /** Called at each line. */
  tell?: TellProgress;
}

/** Costs seconds for thousands of lines: call it in a worker (workers/roster-worker.ts). */
export async function judgeRosterFile(
  bytes: Uint8Array,
  { sheet, columns, provinces = {} }: JudgingChoices,
  judges: Judges,
): Promise<RosterJudgement> {
  const file = await readGrids(bytes);
  if (!file.ok) return { kind: "refused", because: file.because };
  if (isRules(file.grids)) return { kind: "rules" };
  const { lines, others } = readOfficeSheets(file.grids, judges);
  const choices = { ...(sheet !== undefined && { sheets: [sheet] }), ...(columns !== undefined && { columns }) };
  const reading = readRoster({ ...file, grids: others }, choices);
  const isWorkbook = lines.sheets.length > 0;
  const asked = reading.verdict === "asked" ? askedOf(reading, isWorkbook) : null;
  if (asked !== null) return asked;
  const people =
    reading.verdict === "read" ? judged(reading, judges, { ...provinces, ...provincesOfNames(lines.classes) }) : null;
  if (isWorkbook) return { kind: "workbook", lines, people };
  return people ?? { kind: "refused", because: reading.verdict === "refused" ? reading.refusedBecause : "no-people" };
}

/** Beside the office's own sheets a sheet without words for columns is no list of people: instructions, notes. */
function askedOf({ askedBecause, sheets }: RosterAsked, isWorkbook: boolean): RosterJudgement | null {
  const offers = isWorkbook ? sheets.filter(({ hasHeading }) => hasHeading) : sheets;
  const [only] = offers;
  if (only === undefined) return null;
  if (askedBecause === "which-columns" && offers.length === 1) return { kind: "unclear", table: only.table };
  return { kind: "asked", sheets: offers.flatMap((offer) => offer.sheet ?? []) };
}

function judged(reading: RosterRead, { names, today, tell }: Judges, provinces: Record<string, string>): JudgedRoster {
  const total = reading.lines.length;
  const { rows, codeSystem } = judgeRoster(reading.lines, names, today, (done) =>
    tell?.({ what: "reading", done, total }),
  );
  const nearer = nearerCandidates(reading.lines, rows, { names, today }, provinces);
  const { sheet = null, columns = [], unclear = [] } = reading.tables[0] ?? {};
  return {
    kind: "judged",
    rows: rows.map((row, n) => ({
      ...{ ...row, cells: reading.lines[n]?.cells ?? [] },
      candidates: (nearer.get(n) ?? row.candidates).map((place) => ({ ...place, within: regionsOf(place, names) })),
    })),
    columns: columns.flatMap(({ heading, letter, role }) =>
      role === "personal" ? [] : [{ heading: heading || letter, role }],
    ),
    table: { sheet, columns, unclear },
    flags: reading.flags,
    codes: codeSystem === "bps" || codeSystem === "clash" ? codeSystem : "fine",
  };
}

/** From the nearest to the province. */
function regionsOf({ parentCode }: Place, names: PlaceNames): string[] {
  const parent = parentCode === null ? undefined : names.find(parentCode);
  return parent === undefined ? [] : [parent.name, ...regionsOf(parent, names)];
}

const OF_PLACE = ["ambiguous-place", "inexact-place"];

/** The doubt stays, but what is offered lies in the province of the class, where anything of that name does. */
function nearerCandidates(
  lines: readonly RosterLine[],
  rows: readonly RowVerdict[],
  { names, today }: Pick<Judges, "names" | "today">,
  provinces: Record<string, string>,
): ReadonlyMap<number, RowVerdict["candidates"]> {
  const looked = rows.flatMap(({ reasons, className }, n) => {
    const line = lines[n];
    const code = provinces[plainName(className)] ?? provinces[""];
    const province = code === undefined ? undefined : names.find(code)?.name;
    if (line === undefined || province === undefined || line.province !== "") return [];
    return reasons.some((reason) => OF_PLACE.includes(reason)) ? [{ n, line: { ...line, province } }] : [];
  });
  const again = judgeRoster(
    looked.map(({ line }) => line),
    names,
    today,
  );
  return new Map(
    looked.flatMap(({ n }, at): [number, RowVerdict["candidates"]][] => {
      const { place = null, candidates = [] } = again.rows[at] ?? {};
      const found = place === null ? candidates : [place];
      return found.length === 0 ? [] : [[n, found]];
    }),
  );
}
