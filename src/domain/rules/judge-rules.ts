// What a workbook of rules means, and why it cannot be used where it cannot.

import type { Day } from "../time/calendar.js";
import { cutTo } from "../words/cut-to.js";
import { type AskedBefore, askedFaults } from "./judge-asked.js";
import { crowdedYears, judgeHolidays, judgeValues, valueFaults } from "./judge-values.js";
import type { RuleFault } from "./rule-fault.js";
import { VALUE_SHEETS } from "./rule-values.js";
import type { Rules } from "./rules.js";
import { askedOf, rowsOf } from "./sheets/asked-rows.js";
import { choiceRows, obstacleRows, questionRows } from "./sheets/read-asked-rows.js";
import type { ReadSheet, RuleSheets } from "./sheets/read-rule-sheets.js";
import { RULE_SHEETS, type RuleSheet } from "./sheets/rule-sheets.js";

export interface JudgedRules {
  rules: Rules;
  /** Empty: they can be put in force. */
  faults: RuleFault[];
  /** Sheets that are not in the workbook: what they would say stays as it is. */
  missing: RuleSheet[];
}

/** `start`: the rules that the workbook was made of. `inForce`: those that nothing may be kept longer than. */
export function judgeRules(
  read: RuleSheets,
  { start, inForce, before, today }: { start: Rules; inForce: Rules; before: AskedBefore; today: Day },
): JudgedRules {
  const { sheets } = read;
  const unusable = wholeFaults(read);
  const usable = without(sheets, unusable);
  const present = VALUE_SHEETS.flatMap((sheet) => {
    const read = usable[sheet];
    return read === undefined ? [] : [[sheet, read] as const];
  });
  const values = judgeValues(present, start.values, inForce.values);
  const holidays =
    usable.holidays === undefined
      ? { found: start.holidays, faults: [] }
      : judgeHolidays(usable.holidays, start.holidays, today);
  const rows = rowsOf(start.asked);
  if (usable.questions !== undefined) rows.questions = questionRows(usable.questions);
  if (usable.choices !== undefined) rows.choices = choiceRows(usable.choices);
  if (usable.obstacles !== undefined) rows.obstacles = obstacleRows(usable.obstacles);
  // Questions and choices refer to each other: where one of the two cannot be read, the other cannot be judged.
  const isHalf = ["questions", "choices"].some((one) => unusable.some(({ sheet }) => sheet === one));
  const asked = askedFaults(rows, before).filter(({ sheet }) => !isHalf || sheet === "obstacles");
  const faults = [...unusable, ...asked, ...values.faults, ...holidays.faults].map(
    (fault): RuleFault => ({ ...fault, ...tabOf(sheets[fault.sheet]), about: shortened(fault.about) }),
  );
  return {
    rules: { values: values.found, holidays: holidays.found, asked: askedOf(rows) },
    faults,
    missing: RULE_SHEETS.filter((sheet) => sheets[sheet] === undefined),
  };
}

/** What is wrong with rules that come of two files, each of which is right by itself. */
export function clashesIn({ values, holidays, asked }: Rules, before: AskedBefore, today: Day): RuleFault[] {
  return [...askedFaults(rowsOf(asked), before), ...valueFaults(values), ...crowdedYears(holidays, today)];
}

type Sheets = RuleSheets["sheets"];

/** A sheet that cannot be read as a whole is not judged row by row: all its rows would be wrong for the same reason. */
function wholeFaults({ sheets, again }: RuleSheets): RuleFault[] {
  const twice = again.map(({ sheet, name }): RuleFault => ({ sheet, line: null, reason: "two_sheets", about: name }));
  return [
    ...twice,
    ...RULE_SHEETS.flatMap((sheet): RuleFault[] => {
      const read = sheets[sheet];
      if (read === undefined) return [];
      const lacks = read.lacks.map((about): RuleFault => ({ sheet, line: null, reason: "no_column", about }));
      if (lacks.length > 0) return lacks;
      if (read.isCut) return [{ sheet, line: null, reason: "too_many_rows", about: sheet }];
      return read.broken.map(({ line, column }) => ({ sheet, line, reason: "bad_cell", about: column }));
    }),
  ];
}

function without(sheets: Sheets, faults: readonly RuleFault[]): Sheets {
  return Object.fromEntries(Object.entries(sheets).filter(([name]) => !faults.some(({ sheet }) => sheet === name)));
}

function tabOf(read: ReadSheet | undefined): { tab?: string } {
  return read?.name == null ? {} : { tab: shortened(read.name) };
}

/** What somebody typed may be a page; the sheet and the row say where it is. */
const LONGEST_NAMED = 40;

function shortened(about: string): string {
  return cutTo(about, LONGEST_NAMED);
}
