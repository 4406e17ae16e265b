// From the sheets of a workbook to the classes, sessions and trainers in it. What is left is a roster, or nothing of ours.

import { LONGEST_PERSON_NAME } from "../people/person.js";
import {
  type ClassDays,
  FARTHEST_DAYS,
  LONGEST_CLASS_DAYS,
  LONGEST_CLASS_NAME,
  LONGEST_VENUE,
} from "../programme/new-class.js";
import { LONGEST_LINK, LONGEST_PLACE, LONGEST_TITLE, linkForRoom, meetingLink } from "../programme/sessions.js";
import { phoneCell } from "../roster/lines/rounded-phone.js";
import type { Cell, Grid, Row } from "../roster/reading/grid.js";
import { readRosterPhone } from "../roster/reading/read-roster-phone.js";
import { said } from "../roster/reading/sheet-view.js";
import { type Day, daysBetween } from "../time/calendar.js";
import { type FoundSheet, findSheet } from "./find-sheet.js";
import type { ClassLine, LineProblem, OfficeLines, SessionLine, TrainerLine } from "./office-lines.js";
import { readCodeCell, readDayCell, readNumberCell, readTimeCell, readTimesCell } from "./read-cells.js";
import { isExample, type OfficeColumn, type OfficeSheet } from "./sheet-columns.js";

export interface OfficeReading {
  readonly lines: OfficeLines;
  /** Sheets of nothing of ours, or of participants. */
  readonly others: readonly Grid[];
}

/** How provinces are found by name: the one that is meant, or null where none or several may be. */
export type FindProvince = (name: string) => string | null;

interface Reader {
  epoch: Grid["epoch"];
  today: Day;
  findProvince: FindProvince;
}

/** Cells of a line by what they hold. */
type CellOf<Sheet extends OfficeSheet> = (column: OfficeColumn<Sheet>) => Cell | undefined;

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
const MOST_WAVES = 99;

export function readOfficeSheets(
  grids: readonly Grid[],
  { today, findProvince }: { today: Day; findProvince: FindProvince },
): OfficeReading {
  const others: Grid[] = [];
  const classes: ClassLine[] = [];
  const sessions: SessionLine[] = [];
  const trainers: TrainerLine[] = [];
  const sheets: OfficeSheet[] = [];
  let examples = 0;
  for (const grid of grids) {
    const found = grid.isHidden ? null : findSheet(grid);
    if (found === null) {
      others.push(grid);
      continue;
    }
    sheets.push(found.kind);
    const reader: Reader = { epoch: grid.epoch, today, findProvince };
    const own = found.rows.filter((row) => isFilled(found, row));
    const lines = own.filter((row) => !isExample(nameIn(found, row)) && !isExample(classIn(found, row)));
    examples += own.length - lines.length;
    for (const row of lines) {
      if (found.kind === "classes") classes.push(classLine(row, cellsOf(found, row), reader));
      if (found.kind === "sessions") sessions.push(sessionLine(row, cellsOf(found, row), reader));
      if (found.kind === "trainers") trainers.push(trainerLine(row, cellsOf(found, row), reader));
    }
  }
  return { lines: { classes, sessions, trainers, examples, sheets }, others };
}

function cellsOf({ columns }: FoundSheet, row: Row): (column: string) => Cell | undefined {
  return (column) => {
    const at = columns.get(column);
    return at === undefined ? undefined : row.cells[at];
  };
}

/** A line that holds nothing under any heading of ours is none: numbers drawn down a column, a note on the side. */
function isFilled({ columns }: FoundSheet, row: Row): boolean {
  return [...columns.values()].some((at) => said(row.cells[at]) !== "");
}

function nameIn(found: FoundSheet, row: Row): string {
  return said(cellsOf(found, row)(found.kind === "sessions" ? "title" : "name"));
}

function classIn(found: FoundSheet, row: Row): string {
  return found.kind === "sessions" ? said(cellsOf(found, row)("className")) : "";
}

function classLine({ line }: Row, cell: CellOf<"classes">, { epoch, today, findProvince }: Reader): ClassLine {
  const day = (column: OfficeColumn<"classes">) => readDayCell(cell(column), epoch, today);
  const [startsOn, endsOn, plansDueOn] = [day("startsOn"), day("endsOn"), day("plansDueOn")];
  const [name, venue, province] = [textOf(cell("name")), textOf(cell("venue")), textOf(cell("province"))];
  const year = readNumberCell(cell("year"), FIRST_YEAR, LAST_YEAR);
  const wave = readNumberCell(cell("wave"), 1, MOST_WAVES);
  const provinceCode = province === "" ? null : findProvince(province);
  const id = readCodeCell(cell("code"), "K");
  const problem = firstOf(
    [id === undefined, "unknown-code"],
    [name === "", "missing-name"],
    [name.length > LONGEST_CLASS_NAME || venue.length > LONGEST_VENUE, "too-long"],
    [province === "", "missing-province"],
    [provinceCode === null, "unknown-province"],
    [year === undefined || wave === undefined, "bad-wave"],
    [startsOn === undefined || endsOn === undefined || plansDueOn === undefined, "bad-day"],
    [startsOn === null || endsOn === null, "missing-days"],
    ...daysProblems({ startsOn, endsOn, plansDueOn }, today),
  );
  return {
    ...{ id: id ?? null, line, name, problem, venue, provinceCode, year: year ?? null, wave: wave ?? null },
    ...{ startsOn: startsOn ?? null, endsOn: endsOn ?? null, plansDueOn: plansDueOn ?? null },
  };
}

type Check = readonly [isSo: boolean, problem: LineProblem];

function daysProblems(
  days: { [Key in keyof ClassDays | "plansDueOn"]: Day | null | undefined },
  today: Day,
): readonly Check[] {
  const { startsOn, endsOn, plansDueOn } = days;
  if (!startsOn || !endsOn) return [];
  return [
    [Math.abs(daysBetween(today, startsOn)) > FARTHEST_DAYS, "too-far"],
    [endsOn < startsOn, "ends-first"],
    [daysBetween(startsOn, endsOn) >= LONGEST_CLASS_DAYS, "class-too-long"],
    [!!plansDueOn && plansDueOn < endsOn, "due-before-end"],
  ];
}

const ONLINE = /daring|online|zoom|meet|virtual|webinar|on-?line/i;
const IN_PERSON = /tatap|luring|offline|langsung|in.?person|kelas|fisik/i;

function sessionLine({ line }: Row, cell: CellOf<"sessions">, { epoch, today }: Reader): SessionLine {
  const [className, name, where] = [textOf(cell("className")), textOf(cell("title")), textOf(cell("place"))];
  const day = readDayCell(cell("day"), epoch, today);
  const until = readTimeCell(cell("to"));
  const both = until === null ? readTimesCell(cell("from")) : { from: readTimeCell(cell("from")), to: until };
  const isLink = /^https?:\/\//i.test(where) || linkForRoom(where) !== null;
  const mode = readMode(textOf(cell("mode")), isLink);
  const link = mode === "online" ? meetingLink(where) : null;
  const place = link ?? where;
  const { from, to } = both;
  const id = readCodeCell(cell("code"), "S");
  const problem = firstOf(
    [id === undefined, "unknown-code"],
    [className === "", "missing-class"],
    [name === "", "missing-name"],
    [name.length > LONGEST_TITLE || place.length > (isLink ? LONGEST_LINK : LONGEST_PLACE), "too-long"],
    [!day, "bad-day"],
    [!from || to === undefined, "bad-time"],
    [!!from && !!to && to <= from, "bad-time"],
    [mode === undefined, "bad-mode"],
    [mode === "in_person" && isLink, "link-for-room"],
    [mode === "online" && place !== "" && link === null, "bad-link"],
  );
  const times = { day: day ?? null, from: from ?? null, to: to ?? null };
  return { id: id ?? null, line, name, problem, className, ...times, mode: mode ?? null, place };
}

/** null: the sheet leaves it open · undefined: words that we do not know */
function readMode(text: string, isLink: boolean): SessionLine["mode"] | undefined {
  if (text === "") return isLink ? "online" : null;
  if (ONLINE.test(text)) return "online";
  return IN_PERSON.test(text) ? "in_person" : undefined;
}

function trainerLine({ line }: Row, cell: CellOf<"trainers">, { findProvince }: Reader): TrainerLine {
  const name = textOf(cell("name"));
  const written = phoneCell(cell("phone"));
  const phone = readRosterPhone(written.text, written.isRounded);
  const province = textOf(cell("province"));
  const provinceCode = province === "" ? null : findProvince(province);
  const classNames = said(cell("classNames"))
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const problem = firstOf(
    [name === "", "missing-name"],
    [name.length > LONGEST_PERSON_NAME, "too-long"],
    [!phone.ok, "bad-phone"],
    [province !== "" && provinceCode === null, "unknown-province"],
  );
  return { line, name, problem, phone: phone.ok ? phone.phone : null, classNames, provinceCode };
}

function firstOf(...checks: readonly Check[]): LineProblem | null {
  return checks.find(([isSo]) => isSo)?.[1] ?? null;
}

/** One line of words: names and houses stand in reminders and on buttons. */
function textOf(cell: Cell | undefined): string {
  return said(cell).replace(/\s+/g, " ").trim();
}
