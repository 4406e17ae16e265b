// What an office changes without a new version of the program: questions, obstacles, reminders, hours, holidays, the message budget and how
// long things are kept. A version keeps only what is not as the program has it, so that the rest follows the program.
import { PLAN_TYPES } from "../plans/work-plan.js";
import type { AddedWords, QuestionSets } from "../reports/questionnaire.js";
import type { Day } from "../time/calendar.js";
import { type RuleValues, VALUE_NAMES } from "./rule-values.js";

/** What reports ask, with all its words. */
export type AskedQuestions = Pick<QuestionSets, "sets" | "obstacles"> & {
  words: Readonly<Record<"id" | "en", AddedWords>>;
};

/** All rules, as they are or would be in force. */
export interface Rules {
  values: RuleValues;
  /** The days on which nothing leaves, by their names. */
  holidays: Readonly<Record<Day, string>>;
  asked: AskedQuestions;
}

/** What of them is not as the program has it. */
export interface RuleChanges {
  values: Partial<RuleValues>;
  holidays: { added: Readonly<Record<Day, string>>; removed: readonly Day[] };
  /** All of it or nothing: its parts refer to each other. */
  asked: AskedQuestions | null;
}

export const NO_CHANGES: RuleChanges = { values: {}, holidays: { added: {}, removed: [] }, asked: null };

export function rulesWith(shipped: Rules, { values, holidays, asked }: RuleChanges): Rules {
  const days = Object.entries({ ...shipped.holidays, ...holidays.added });
  return {
    values: { ...shipped.values, ...values },
    holidays: Object.fromEntries(days.filter(([day]) => !holidays.removed.includes(day as Day)).sort()),
    asked: asked ?? shipped.asked,
  };
}

export function changesFrom(shipped: Rules, rules: Rules): RuleChanges {
  const days = (one: Rules) => Object.keys(one.holidays) as Day[];
  const values = VALUE_NAMES.filter((name) => rules.values[name] !== shipped.values[name]);
  const added = days(rules).filter((day) => rules.holidays[day] !== shipped.holidays[day]);
  return {
    values: Object.fromEntries(values.map((name) => [name, rules.values[name]])),
    holidays: {
      added: Object.fromEntries(added.map((day) => [day, rules.holidays[day] ?? ""])),
      removed: days(shipped).filter((day) => !(day in rules.holidays)),
    },
    asked: isSame(rules.asked, shipped.asked) ? null : rules.asked,
  };
}

export function isSame(one: unknown, other: unknown): boolean {
  return ordered(one) === ordered(other);
}

/** What JSON keeps of it, whatever order its keys were written in. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

export function questionsIn({ sets }: Pick<AskedQuestions, "sets">) {
  return PLAN_TYPES.flatMap((type) => sets[type].map((question) => ({ type, question })));
}
