// The rules of an office that are a number or an hour each: on which sheet they stand, and between what they may lie.
import { AGES, KEPT_YEARS, type ShorterAges } from "../own-data/keeping.js";
import { DAY_PLAN } from "../time/day-plan.js";

export const VALUE_SHEETS = ["reminders", "hours", "budget", "keeping"] as const;
export type ValueSheet = (typeof VALUE_SHEETS)[number];

/** `from`, `to`: between what it may lie, both included. `empty`: it may be left out. */
interface ValueRule {
  readonly sheet: ValueSheet;
  readonly kind: "number" | "time";
  readonly from: number | string;
  readonly to: number | string;
  readonly empty?: true;
}

const days = (from: number, to: number) => ({ sheet: "reminders", kind: "number", from, to }) as const;
const before = { ...days(1, 30), empty: true } as const;
/** Nobody is written to before people are up, or after they are in bed: an office moves its hours between these. */
const hour = { sheet: "hours", kind: "time", from: "06:00", to: "21:00" } as const;
const budget = (to: number) => ({ sheet: "budget", kind: "number", from: 1, to }) as const;
/** The notices promise the program's own number: an office may keep for less, down to what the program needs to work. */
const age = (name: keyof typeof AGES, from: number) =>
  ({ sheet: "keeping", kind: "number", from, to: AGES[name].days }) as const;

/** Names stand in workbooks and in the database: they are for ever. */
export const RULE_VALUES = {
  before1: before,
  before2: before,
  before3: before,
  before4: before,
  before5: before,
  after: days(1, 6),
  provinceDays: days(1, 60),
  provinceTries: days(1, 10),

  workFrom: hour,
  workUntil: hour,
  planReminder: hour,
  snoozedAfternoon: hour,
  alert: hour,
  questionRepeat: hour,
  summary: hour,
  weekOfProvince: hour,
  beforeClass: hour,
  eveningBeforeClass: hour,
  feedback: hour,
  storyOfOthers: hour,
  unfinishedForm: hour,

  perDay: budget(3),
  perWeek: budget(14),
  perClassDay: budget(3),

  keptYears: { sheet: "keeping", kind: "number", from: 1, to: KEPT_YEARS },
  leftDrafts: age("leftDrafts", 14),
  savedAudiences: age("savedAudiences", 30),
  absences: age("absences", 14),
  pauseReasons: age("pauseReasons", 7),
  parkedUpdates: age("parkedUpdates", 7),
  heldBack: age("heldBack", 14),
  sentTexts: age("sentTexts", 30),
} as const satisfies Record<string, ValueRule>;

export type ValueName = keyof typeof RULE_VALUES;
export const VALUE_NAMES = Object.keys(RULE_VALUES) as ValueName[];

export type Value = number | string | null;
export type RuleValues = Record<ValueName, Value>;

export const SPEAKING = Object.keys(DAY_PLAN.speaking) as (keyof typeof DAY_PLAN.speaking)[];
export const STEPS_BEFORE = ["before1", "before2", "before3", "before4", "before5"] as const;

export const AGE_NAMES = [
  ...(["leftDrafts", "savedAudiences", "absences", "pauseReasons", "parkedUpdates"] as const),
  ...(["heldBack", "sentTexts"] as const),
] satisfies (keyof ShorterAges)[];

export function isValueName(name: string): name is ValueName {
  return (VALUE_NAMES as string[]).includes(name);
}

export function isValueSheet(sheet: string): sheet is ValueSheet {
  return (VALUE_SHEETS as readonly string[]).includes(sheet);
}
