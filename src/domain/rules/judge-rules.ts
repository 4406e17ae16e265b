// What a workbook of rules means, and why it cannot be used where it cannot.
import type { Day } from "../time/calendar.js";
import { type AskedBefore, askedFaults } from "./judge-asked.js";
import { judgeHolidays, judgeValues } from "./judge-values.js";
import type { RuleFault } from "./rule-fault.js";
import { VALUE_SHEETS } from "./rule-values.js";
import type { Rules } from "./rules.js";
import { askedOf, rowsOf } from "./sheets/asked-rows.js";
import { choiceRows, obstacleRows, questionRows } from "./sheets/read-asked-rows.js";
import type { RuleSheets } from "./sheets/read-rule-sheets.js";
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
  { sheets }: RuleSheets,
  { start, inForce, before, today }: { start: Rules; inForce: Rules; before: AskedBefore; today: Day },
): JudgedRules {
  const present = VALUE_SHEETS.flatMap((sheet) => {
    const read = sheets[sheet];
    return read === undefined ? [] : [[sheet, read] as const];
  });
  const values = judgeValues(present, start.values, inForce.values);
  const holidays =
    sheets.holidays === undefined
      ? { found: start.holidays, faults: [] }
      : judgeHolidays(sheets.holidays, start.holidays, today);
  const rows = rowsOf(start.asked);
  if (sheets.questions !== undefined) rows.questions = questionRows(sheets.questions);
  if (sheets.choices !== undefined) rows.choices = choiceRows(sheets.choices);
  if (sheets.obstacles !== undefined) rows.obstacles = obstacleRows(sheets.obstacles);
  const cut = RULE_SHEETS.filter((sheet) => sheets[sheet]?.isCut).map(
    (sheet): RuleFault => ({ sheet, line: null, reason: "too_many_rows", about: sheet }),
  );
  const faults = [...cut, ...askedFaults(rows, before), ...values.faults, ...holidays.faults];
  return {
    rules: { values: values.found, holidays: holidays.found, asked: askedOf(rows) },
    faults: faults.filter(({ sheet, reason }) => reason === "too_many_rows" || !cut.some((one) => one.sheet === sheet)),
    missing: RULE_SHEETS.filter((sheet) => sheets[sheet] === undefined),
  };
}
