// Why a set of rules cannot be used: where it stands, and what is wrong.
import type { PlanType } from "../plans/work-plan.js";
import type { ValueName } from "./rule-values.js";
import type { RuleSheet } from "./sheets/rule-sheets.js";

export const RULE_FAULTS = [
  ...(["too_many_rows", "unknown_code", "twice", "missing", "no_number", "no_time", "out_of_bounds"] as const),
  ...(["longer_than_promised", "no_day", "past_day", "too_far", "too_many_days"] as const),
  ...(["unknown_plan", "unknown_kind", "unknown_needed", "bad_code", "other_kind", "other_words"] as const),
  ...(["no_max", "no_part", "no_translation", "no_example", "too_long", "no_button", "strange_choice"] as const),
  ...(["too_few_choices", "too_many_choices", "no_question", "too_many_questions", "still_needed"] as const),
  ...(["too_many_obstacles", "obstacle_needed", "no_step", "same_step", "outside_hours", "short_day"] as const),
  ...(["week_below_day", "no_column", "two_sheets", "bad_cell", "step_row_gone"] as const),
  ...(["taken_code", "same_name", "part_of_itself"] as const),
] as const;
export type RuleFaultReason = (typeof RULE_FAULTS)[number];

export interface RuleFault {
  sheet: RuleSheet;
  /** As its tab is called in the file, where that is known. */
  tab?: string;
  /** As the spreadsheet numbers it; null where it is the sheet as a whole, or something that stands there no more. */
  line: number | null;
  reason: RuleFaultReason;
  /** The code, the bound, the word or the column that is meant; "askId:200" is a column and its bound. */
  about: string;
  /** What it stands at, where no row says so. */
  of?: FaultyThing;
}

/** `code`: of a question. */
export interface FaultyThing {
  value?: ValueName;
  plan?: PlanType;
  code?: string;
}
