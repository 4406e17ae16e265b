// The questions of a progress report, as data: the programme may change them without touching anything else.
// Their sentences stand in texts/*/report-questions.ts under the same keys. The shape is SIM's as far as it is known.
import type { Day } from "./calendar.js";
import { PLAN_TYPES, type PlanType } from "./work-plan.js";

export type Question =
  | { key: string; kind: "choices" | "choice"; choices: readonly string[]; optional?: true }
  /** Beyond `max` the person is asked once more: a slip of the finger is likelier than so large a number. */
  | { key: string; kind: "amount"; max: number; optional?: true }
  | { key: string; kind: "text" | "day"; optional?: true };

/** Raise the version when a question is added, removed or changes its meaning: open drafts then start again. */
export const REPORT_QUESTIONS = {
  version: 1,
  sets: {
    information_services: [
      {
        key: "changed",
        kind: "choices",
        choices: ["opening_hours", "computers_internet", "arrangement", "collection", "promotion", "other"],
      },
      // A village has about 3,000 people: twice as many visitors in a month are hardly meant.
      { key: "visitors", kind: "amount", max: 6_000 },
      { key: "computer_users", kind: "amount", max: 2_000 },
      { key: "books_lent", kind: "amount", max: 5_000 },
    ],
    community_engagement: [
      { key: "activity", kind: "text" },
      { key: "held_on", kind: "day" },
      {
        key: "theme",
        kind: "choice",
        choices: ["economy", "education", "health", "culture", "children", "ict", "other"],
      },
      // The largest room of a village, its hall, holds some hundred people.
      { key: "participants", kind: "amount", max: 1_000 },
      { key: "women", kind: "amount", max: 1_000 },
      { key: "children", kind: "amount", max: 1_000 },
      { key: "led_by", kind: "text", optional: true },
      { key: "partner", kind: "text", optional: true },
    ],
    advocacy: [
      {
        key: "met",
        kind: "choices",
        choices: ["village_head", "bpd", "office", "subdistrict_head", "company", "campus", "media", "community"],
      },
      {
        key: "result",
        kind: "choice",
        choices: ["village_budget", "goods", "decree", "speaker", "room", "mou", "publicity", "none_yet"],
      },
      // In rupiah: a whole village fund is about a milliard.
      { key: "value", kind: "amount", max: 1_000_000_000, optional: true },
    ],
  },
} as const satisfies QuestionSets;

export interface QuestionSets {
  version: number;
  sets: Record<PlanType, readonly Question[]>;
}

type Sets = (typeof REPORT_QUESTIONS)["sets"];
type AnyQuestion = { [T in PlanType]: Sets[T][number] }[PlanType];
export type QuestionKey = AnyQuestion["key"];
/** What can be chosen at each question that offers choices. */
export type QuestionChoices = {
  [Q in Extract<AnyQuestion, { choices: readonly string[] }> as Q["key"]]: Q["choices"][number];
};

export function questionsOf(type: PlanType): readonly Question[] {
  return REPORT_QUESTIONS.sets[type];
}

/** One typed answer: exactly one of amount, text, choices, day is there. */
export type TypedAnswer = { question: string } & (
  | { amount: number }
  | { text: string }
  | { choices: string[] }
  | { day: Day }
);

/** What is wrong with the sets, in words for whoever configures them; empty when they can be used. */
export function faultsOf({ version, sets }: QuestionSets): string[] {
  const faults = Number.isInteger(version) && version > 0 ? [] : ["The version must be a whole number from 1 on."];
  const kinds = new Map<string, string>();
  for (const type of PLAN_TYPES) {
    const keys = sets[type].map(({ key }) => key);
    if (keys.length === 0) faults.push(`${type} has no question.`);
    for (const question of sets[type]) {
      const { key, kind } = question;
      if (!/^[a-z][a-z_]{0,23}$/.test(key)) faults.push(`${type}.${key}: keys are snake_case of at most 24 letters.`);
      if (keys.indexOf(key) !== keys.lastIndexOf(key)) faults.push(`${type}.${key} stands twice.`);
      // The forms keep one step for each key, and exports one column.
      if ((kinds.get(key) ?? kind) !== kind) faults.push(`${key} is of two kinds.`);
      kinds.set(key, kind);
      if ("max" in question && !(question.max > 0)) faults.push(`${type}.${key}: the maximum must be above 0.`);
      if ("choices" in question && new Set(question.choices).size !== question.choices.length) {
        faults.push(`${type}.${key}: a choice stands twice.`);
      }
      if ("choices" in question && question.choices.length < 2) faults.push(`${type}.${key} offers nothing to choose.`);
    }
  }
  return faults;
}

/** @throws Error at start, when the questions cannot be asked as they are. */
export function checkQuestions(sets: QuestionSets): void {
  const faults = faultsOf(sets);
  if (faults.length > 0) throw new Error(`The report questions are broken: ${faults.join(" ")}`);
}

checkQuestions(REPORT_QUESTIONS);
