// The rules of the office one by one: their names, what changes, for whom, and why they are refused.
import type { RuleDifference } from "../../domain/rules/rule-differences.js";
import type { RuleEffect } from "../../domain/rules/rule-effects.js";
import type { FaultyThing, RuleFault, RuleFaultReason } from "../../domain/rules/rule-fault.js";
import { isValueName, isValueSheet, type Value, type ValueName } from "../../domain/rules/rule-values.js";
import { type RuleSheet, SHEET_NAMES } from "../../domain/rules/sheets/rule-sheets.js";
import { capital } from "../capital.js";
import { longDay } from "../dates.js";
import { digits } from "../digits.js";
import { aboutOf } from "../files/workbooks/rule-headings.js";
import type { ruleWords as Indonesian } from "../id/rule-words.js";
import { planWords } from "./plan-words.js";

const values: Record<ValueName, string> = {
  before1: "reminder 1 (days before the deadline)",
  before2: "reminder 2 (days before the deadline)",
  before3: "reminder 3 (days before the deadline)",
  before4: "reminder 4 (days before the deadline)",
  before5: "reminder 5 (days before the deadline)",
  after: "question after the deadline (days)",
  provinceDays: "days late until the province takes note",
  provinceTries: "days of reminding or calling before that",
  workFrom: "working hours begin",
  workUntil: "working hours end",
  planReminder: "reminder of plans",
  snoozedAfternoon: "reminder put off to the afternoon",
  alert: "morning message to trainers",
  questionRepeat: "questions that wait for an answer",
  summary: "daily summary to trainers",
  weekOfProvince: "weekly message to provinces",
  beforeClass: "reminders three days and one day before a class",
  eveningBeforeClass: "agenda on the evening before a class",
  feedback: "invitation to give feedback",
  storyOfOthers: "stories of other libraries",
  unfinishedForm: "message about an unfinished form",
  perDay: "messages a day to a participant",
  perWeek: "messages in seven days to a participant",
  perClassDay: "messages a day in the week of the class",
  keptYears: "personal data (years after the class)",
  leftDrafts: "forms that were left (days)",
  savedAudiences: "saved audiences (days)",
  absences: "absences of trainers (days)",
  pauseReasons: "pauses for illness or mourning (days)",
  parkedUpdates: "what could not be handled (days)",
  heldBack: "why messages were held back (days)",
  sentTexts: "texts of sent messages (days)",
};

const value = (is: Value): string => (is === null ? "none" : typeof is === "number" ? digits.en(is) : is);

const HOW = { added: "new", removed: "not asked any more", changed: "changed" } as const;
const HOW_OBSTACLE = { added: "new", removed: "removed", changed: "changed" } as const;

function difference(one: RuleDifference): string {
  switch (one.of) {
    case "value":
      return `${capital(values[one.name])}: ${value(one.from)} → ${value(one.to)}`;
    case "holiday": {
      const day = longDay("en", one.day);
      if (one.to === null) return `${day}: no holiday any more`;
      return one.from === null ? `${day}: holiday (${one.to})` : `${day}: ${one.from} → ${one.to}`;
    }
    case "question":
      return `Question “${one.label.en}” (${planWords.types[one.type]}): ${HOW[one.how]}`;
    case "order":
      return `Order of questions changed (${planWords.types[one.type]})`;
    case "obstacle":
      return `Obstacle “${one.label.en}”: ${HOW_OBSTACLE[one.how]}`;
    case "obstacle_order":
      return "Order of obstacles changed";
  }
}

const dayOfStep = (days: number | null) =>
  days === null ? "none" : `${Math.abs(days)} ${Math.abs(days) === 1 ? "day" : "days"} ${sideOf(days)} the deadline`;

const sideOf = (days: number) => (days < 0 ? "before" : "after");

/** "7 → 5 days before the deadline" */
function moved(from: number | null, to: number | null): string {
  const isOneSide = from !== null && to !== null && sideOf(from) === sideOf(to);
  return isOneSide ? `${Math.abs(from)} → ${dayOfStep(to)}` : `${dayOfStep(from)} → ${dayOfStep(to)}`;
}

const people = (count: number) => `${digits.en(count)} ${count === 1 ? "person" : "people"}`;
const areOrIs = (count: number) => (count === 1 ? "is" : "are");

function effect(one: RuleEffect): string {
  const n = digits.en;
  switch (one.of) {
    case "begun":
      return `New questions for reports begun from now on; reports already begun, which keep the old ones: ${n(one.reports)}.`;
    case "step": {
      const past = one.past > 0 ? ` For ${people(one.past)} that day is over, so nothing is sent after the fact.` : "";
      return `Reminder ${moved(one.from, one.to)}: ${people(one.told)} ${areOrIs(one.told)} reminded on the new day, nobody twice.${past}`;
    }
    case "hours":
      return `Messages already waiting: ${n(one.waiting)}. Those outside the new working hours leave in the next ones. What is not written yet goes by the new hours.`;
    case "holiday":
      return `${longDay("en", one.day)}: ${n(one.waiting)} waiting ${one.waiting === 1 ? "message leaves" : "messages leave"} on the next working day. Class sessions on that day: ${n(one.sessions)}.`;
    case "budget":
      return `Message limits: from the next message on, for ${n(one.people)} ${one.people === 1 ? "participant" : "participants"}.`;
    case "forgotten":
      return `The data of ${people(one.people)} whose class ended more than ${n(one.years)} ${one.years === 1 ? "year" : "years"} ago are erased the next night. This cannot be undone.`;
    case "shorter":
      return "What was kept for longer than that is erased the next night. This cannot be undone, nor be made longer again.";
  }
}

/** The code of a value is read by its name; questions may have the same codes, and keep theirs. */
const named = (sheet: RuleSheet, code: string): string =>
  isValueSheet(sheet) && isValueName(code) ? values[code] : code;

/** What a fault stands at that no row says. */
const placed = ({ value, plan, code }: FaultyThing = {}): string => {
  const where = [value && values[value], plan && planWords.types[plan], code && `“${code}”`].filter(Boolean);
  return where.length === 0 ? "" : ` (${where.join(", ")})`;
};

/** What is wrong, and what to do. */
const faults: Record<RuleFaultReason, (about: string, bound: string) => string> = {
  too_many_rows: () => "there are too many rows, at most 400",
  no_column: (about) => `there is no column “${about}”, please put its heading back as it was`,
  two_sheets: (about) => `the sheet “${about}” is about the same, please delete one of them`,
  bad_cell: (about) => `the formula under “${about}” has no result, please type what it should say`,
  unknown_code: (about) => `the code “${about}” is not known, please use those of the file from Download Excel`,
  twice: (about) => `“${about}” is there twice, please delete one of them`,
  missing: (about) => `“${about}” is not complete, please fill it in`,
  no_number: (about) => `the value of “${about}” is no whole number, such as 3`,
  no_time: (about) => `the value of “${about}” is no time, such as 08:00`,
  out_of_bounds: (about) => `the value must lie in ${about}`,
  longer_than_promised: (about) => `“${about}” must not be longer than people were promised`,
  no_day: (about) => `“${about}” is not one date, such as 17/8/2026`,
  past_day: (about) => `${about} is in a past year, please delete its row`,
  too_far: (about) => `${about} is too far ahead, at most three years`,
  too_many_days: (about) => `${about} has more than 60 holidays`,
  unknown_plan: (about) => `the plan of “${about}” is not known, please choose from the list`,
  unknown_kind: (about) => `the kind of “${about}” is not known, please choose from the list`,
  unknown_needed: (about) => `Required must be yes or no for “${about}”`,
  bad_code: (about) => `the code “${about}” may only have small letters and underscores, at most 24`,
  taken_code: (about) => `the code “${about}” cannot be used, please use another one`,
  same_name: (about) => `the name “${about}” is in another row already, please tell them apart`,
  other_kind: (about) => `“${about}” was of another kind before, please use a new code`,
  other_words: (about) => `“${about}” is written differently in another row, please make them the same`,
  no_max: (about) => `“${about}” needs a number under At most`,
  no_part: (about) => `no number is asked as “${about}” in this plan`,
  part_of_itself: (about) => `“${about}” comes out as a part of itself, please mend Part of`,
  no_translation: (about) => `“${about}” needs words in Indonesian and English`,
  no_example: (about) => `“${about}” needs an example in both languages`,
  too_long: (about, bound) => `the text under “${about}” is too long, at most ${bound} letters`,
  no_button: (about) => `the name of “${about}” has more than 15 letters, so Button must be filled in`,
  strange_choice: (about) => `“${about}” is no question with choices, please look at Code of question`,
  too_few_choices: (about) => `“${about}” needs at least two choices on the sheet Choices`,
  too_many_choices: (about) => `there are too many choices, at most ${about}`,
  no_question: (about) => `there is no question for ${planWords.types[about as keyof typeof planWords.types] ?? about}`,
  too_many_questions: (about) => `there are too many questions, at most ${about}`,
  still_needed: (about) => `“${about}” is still needed for SIM files, please put its row back`,
  too_many_obstacles: (about) => `there are too many obstacles, at most ${about}`,
  obstacle_needed: (about) => `the obstacle “${about}” must stay, please put its row back`,
  no_step: () => "at least one reminder before the deadline is needed",
  step_row_gone: (about) => `the row of ${about} is gone; to take it out, leave the row and empty its value`,
  same_step: (about) => `two reminders fall on the same day (${about}), please change one of them`,
  outside_hours: (about) => `the time has to lie within ${about}, so that its messages leave within working hours`,
  short_day: (about) => `working hours ${about} are less than four hours`,
  week_below_day: () => "the limit for a week is below that for a day",
};

export const ruleWords: typeof Indonesian = {
  values,
  difference,
  effect,
  /** Sheet, line and reason, as one finds it in the file. */
  fault: (fault: RuleFault): string => {
    const { sheet, tab = SHEET_NAMES[sheet].en, line, reason, of } = fault;
    const { about, bound } = aboutOf("en", fault);
    return `${tab}${line === null ? placed(of) : ` row ${line}`}: ${faults[reason](named(sheet, about), bound)}.`;
  },
};
