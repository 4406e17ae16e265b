// Whether numbers, hours and holidays can be used, each by itself and all together.
import { readDayCell, readTimeCell } from "../office-workbook/read-cells.js";
import { said } from "../roster/reading/sheet-view.js";
import { type Day, minutesOf, timeOf } from "../time/calendar.js";
import type { RuleFault, RuleFaultReason } from "./rule-fault.js";
import {
  isValueName,
  RULE_VALUES,
  type RuleValues,
  SPEAKING,
  STEPS_BEFORE,
  type Value,
  type ValueName,
} from "./rule-values.js";
import type { Rules } from "./rules.js";
import { numberIn } from "./sheets/read-asked-rows.js";
import type { ReadSheet, RuleRow } from "./sheets/read-rule-sheets.js";
import type { RuleSheet } from "./sheets/rule-sheets.js";

interface Judged<Found> {
  found: Found;
  faults: RuleFault[];
}

const LEAST_WORKING_MINUTES = 4 * 60;
/** What is said from an hour on is looked for each five minutes, and nothing is said when the day is over. */
const LEAST_SPEAKING_MINUTES = 15;

/** `kept`: what is in force: nothing may be kept for longer than people were told. `start`: what stands where a row is missing. */
export function judgeValues(
  sheets: readonly (readonly [RuleSheet, ReadSheet])[],
  start: RuleValues,
  kept: RuleValues,
): Judged<RuleValues> {
  const found = { ...start };
  const faults: RuleFault[] = [];
  const lines: StandsAt = new Map();
  for (const [sheet, { rows }] of sheets) {
    for (const row of rows) {
      const name = said(row.cells.code);
      const fault = (reason: RuleFaultReason, about = name) => faults.push({ sheet, line: row.line, reason, about });
      if (!isValueName(name)) fault("unknown_code");
      else if (lines.has(name)) fault("twice");
      else {
        lines.set(name, { sheet, line: row.line });
        const value = valueIn(row, name);
        const reason = value === undefined ? noValue(name, row) : whyNot(name, value, kept, start);
        if (value !== undefined && reason === null) found[name] = value;
        else if (reason !== null) fault(reason, reason === "out_of_bounds" ? boundsOf(name, kept) : name);
      }
    }
  }
  faults.push(...goneSteps(start, lines));
  return { found, faults: faults.length > 0 ? faults : valueFaults(found, lines) };
}

/** Where the workbook says each value. */
type StandsAt = Map<ValueName, { sheet: RuleSheet; line: number }>;

/** Whoever deletes the row of a reminder wants it out, and what is not said stays: so they are told how. */
function goneSteps(start: RuleValues, lines: Readonly<StandsAt>): RuleFault[] {
  if (!STEPS_BEFORE.some((name) => lines.has(name))) return [];
  return STEPS_BEFORE.filter((name) => start[name] !== null && !lines.has(name)).map((about) => ({
    ...{ sheet: "reminders" as const, line: null, reason: "step_row_gone" as const, about },
  }));
}

/** Whether values go together, although several people may have set them. `lines`: where they stand in a workbook. */
export function valueFaults(values: RuleValues, lines: Readonly<StandsAt> = new Map()): RuleFault[] {
  return togetherFaults(values).map(([name, reason, about = name]) => ({
    ...(lines.get(name) ?? { sheet: RULE_VALUES[name].sheet, line: null }),
    ...{ reason, about },
    ...(!lines.has(name) && IS_OF_ONE.has(reason) && { of: { value: name } }),
  }));
}

/** What is wrong with one of many values, and does not say with which. */
const IS_OF_ONE: ReadonlySet<RuleFaultReason> = new Set(["same_step", "outside_hours"]);

/** Undefined: something that is no value. */
function valueIn(row: RuleRow, name: ValueName): Value | undefined {
  const rule = RULE_VALUES[name];
  if (said(row.cells.value) === "") return "empty" in rule ? null : undefined;
  if (rule.kind === "time") return readTimeCell(row.cells.value) ?? undefined;
  const number = numberIn(row, "value");
  return typeof number === "number" ? number : undefined;
}

function noValue(name: ValueName, row: RuleRow): RuleFaultReason {
  if (said(row.cells.value) === "") return "missing";
  return RULE_VALUES[name].kind === "time" ? "no_time" : "no_number";
}

/**
 * What is in force may stay, though the server's settings put it where no workbook could; so may what the workbook was given and nobody
 * touched: it changes nothing.
 */
function whyNot(name: ValueName, value: Value, kept: RuleValues, start: RuleValues): RuleFaultReason | null {
  const rule = RULE_VALUES[name];
  if (value === null || value === kept[name] || value === start[name]) return null;
  const isKeeping = rule.sheet === "keeping";
  if (isKeeping && Number(value) > Number(kept[name])) return "longer_than_promised";
  return value >= rule.from && (isKeeping || value <= rule.to) ? null : "out_of_bounds";
}

export function boundsOf(name: ValueName, kept: RuleValues): string {
  const { sheet, from, to } = RULE_VALUES[name];
  return `${from}–${sheet === "keeping" ? kept[name] : to}`;
}

function togetherFaults(
  values: RuleValues,
): readonly (readonly [name: ValueName, reason: RuleFaultReason, about?: string])[] {
  const steps = STEPS_BEFORE.filter((name) => values[name] !== null);
  const twin = steps.find((name, n) => steps.findIndex((one) => values[one] === values[name]) < n);
  const minutes = (name: ValueName) => minutesOf(String(values[name]));
  const [from, until] = [minutes("workFrom"), minutes("workUntil")];
  const hours = `${values.workFrom}–${values.workUntil}`;
  return [
    ...(steps.length === 0 ? [["before1", "no_step"] as const] : []),
    ...(twin === undefined ? [] : [[twin, "same_step", String(values[twin])] as const]),
    ...(until - from < LEAST_WORKING_MINUTES ? [["workUntil", "short_day", hours] as const] : []),
    ...SPEAKING.filter((name) => minutes(name) < from || minutes(name) > until - LEAST_SPEAKING_MINUTES).map(
      (name) => [name, "outside_hours", `${values.workFrom}–${timeOf(until - LEAST_SPEAKING_MINUTES)}`] as const,
    ),
    ...(Number(values.perWeek) < Number(values.perDay) ? [["perWeek", "week_below_day"] as const] : []),
  ];
}

const MOST_A_YEAR = 60;
const YEARS_AHEAD = 3;
const LONGEST_NAME = 60;

/** Days of past years stay as they are: the sheet begins with this one's. */
export function judgeHolidays(
  { rows, epoch }: ReadSheet,
  start: Rules["holidays"],
  today: Day,
): Judged<Rules["holidays"]> {
  const year = Number(today.slice(0, 4));
  const found: Record<Day, string> = Object.fromEntries(
    Object.entries(start).filter(([day]) => Number(day.slice(0, 4)) < year),
  );
  const faults: RuleFault[] = [];
  for (const { line, cells } of rows) {
    const fault = (reason: RuleFaultReason, about: string) => faults.push({ sheet: "holidays", line, reason, about });
    const [day, name] = [readDayCell(cells.day, epoch, today), said(cells.name).replace(/\s+/g, " ").trim()];
    if (day === null || day === undefined) fault(day === null ? "missing" : "no_day", said(cells.day) || name);
    // A file that was made last year still has that year's: nobody touched them.
    else if (Number(day.slice(0, 4)) < year && start[day] === name) continue;
    else if (Number(day.slice(0, 4)) < year) fault("past_day", day);
    else if (Number(day.slice(0, 4)) > year + YEARS_AHEAD) fault("too_far", day);
    else if (day in found) fault("twice", day);
    else if (name === "") fault("missing", day);
    else if (name.length > LONGEST_NAME) fault("too_long", `name:${LONGEST_NAME}`);
    else found[day] = name;
  }
  faults.push(...crowdedYears(found, today));
  return { found: Object.fromEntries(Object.entries(found).sort()), faults };
}

/** Years with more holidays than may be. Nobody can mend a past one any more. */
export function crowdedYears(days: Rules["holidays"], today: Day): RuleFault[] {
  const years = Object.keys(days).map((day) => day.slice(0, 4));
  return [...new Set(years)]
    .filter((year) => year >= today.slice(0, 4) && years.filter((one) => one === year).length > MOST_A_YEAR)
    .map((about) => ({ sheet: "holidays", line: null, reason: "too_many_days", about }));
}
