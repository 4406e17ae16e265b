// The questions of a progress report, as data: they stand in questions/v1.json and its successors.
// Their sentences stand in texts/*/questionnaire.ts under the same keys. The shape is SIM's as far as it is known.

import type { Language } from "../people/person.js";
import { PLAN_TYPES, type PlanType } from "../plans/work-plan.js";
import type { Day } from "../time/calendar.js";

export type Question =
  | { key: string; kind: "choices" | "choice"; choices: readonly string[]; optional?: true }
  /** Beyond `max` the person is asked once more: a slip of the finger is likelier than so large a number. */
  /** `partOf`: it counts some of what that other question counts, so more of them than of all is asked about too. */
  | { key: string; kind: "amount"; max: number; partOf?: string; optional?: true }
  | { key: string; kind: "text" | "day"; optional?: true };

/** In characters, of a question of kind "text". */
export const LONGEST_ANSWER_IN_WORDS = 200;

type Words = Record<string, string | undefined>;

/** What one language says about questions, choices and obstacles, by their keys. */
export interface QuestionWords {
  /** In lists, before a colon. */
  labels: Words;
  /** On the button that changes the answer, where the label is too long for one of two columns. */
  shorts?: Words;
  asks: Words;
  /** Of a good answer; questions answered by buttons need none. */
  examples: Words;
  choices: Record<string, Words | undefined>;
}

/** For questions that the catalogue in src/texts does not know, or that an office asks in other words. */
export interface AddedWords extends QuestionWords {
  obstacles: Words;
}

/** One version of what is asked. The programme changes it by a file (questionnaire.ts in src), an office by a workbook (domain/rules). */
export interface QuestionSets {
  version: number;
  /** Of a version of an office: what is there is said in these words, whatever the catalogue says. */
  words?: Readonly<Record<Language, AddedWords>>;
  sets: Record<PlanType, readonly Question[]>;
  /** What can keep a plan from moving, in the order in which it is offered. */
  obstacles: readonly string[];
}

/** Drafts keep the version that they were begun with, so the older ones stay readable beside the one in force. */
export interface QuestionVersions {
  current: QuestionSets;
  all: readonly QuestionSets[];
}

export function versionOf({ all }: QuestionVersions, version: number): QuestionSets | undefined {
  return all.find((sets) => sets.version === version);
}

/** What a report was asked: the version at hand where it still asks all that was answered, else the newest that did. */
export function setsThatAsked(
  atHand: QuestionSets,
  { all }: QuestionVersions,
  { planType, answers }: { planType: PlanType; answers: readonly TypedAnswer[] },
): QuestionSets {
  const asksAll = ({ sets }: QuestionSets) =>
    answers.every(({ question }) => sets[planType].some(({ key }) => key === question));
  if (asksAll(atHand)) return atHand;
  return all.toSorted((one, other) => other.version - one.version).find(asksAll) ?? atHand;
}

/** One typed answer: exactly one of amount, text, choices, day, unknown is there. Unknown is no zero: sums leave it out. */
export type TypedAnswer = { question: string } & (
  | { amount: number }
  | { text: string }
  | { choices: string[] }
  | { day: Day }
  | { unknown: true }
);

export function isOfAmount(answer: TypedAnswer): answer is { question: string; amount: number } {
  return "amount" in answer;
}

/** Answers as the version in force asks for them; what it no longer asks stands last. */
export function inOrderAsked(answers: readonly TypedAnswer[], { current, all }: QuestionVersions): TypedAnswer[] {
  const newestFirst = all.toSorted((one, other) => other.version - one.version);
  const keys = [current, ...newestFirst].flatMap(({ sets }) =>
    PLAN_TYPES.flatMap((type) => sets[type].map(({ key }) => key)),
  );
  return answers.toSorted((one, other) => keys.indexOf(one.question) - keys.indexOf(other.question));
}

/** A question that counts, beside one that counts all of them. */
export interface Part {
  part: string;
  whole: string;
}

/** Which of a set's questions count some of what another one counts. */
export function partsIn(questions: readonly Question[]): Part[] {
  return questions.flatMap((question) =>
    question.kind === "amount" && question.partOf !== undefined ? [{ part: question.key, whole: question.partOf }] : [],
  );
}

export interface Excess {
  parts: string[];
  whole: string;
  sum: number;
  all: number;
}

/**
 * Where these numbers, by question, count more parts than there are in the whole: one part alone, else all its parts together (a girl
 * is a woman and a child, so that may be right). Null when they fit, or when too little is known.
 */
export function excessIn(parts: readonly Part[], amountOf: (key: string) => number | null): Excess | null {
  for (const whole of new Set(parts.map((one) => one.whole))) {
    const all = amountOf(whole);
    const known = parts
      .filter((one) => one.whole === whole)
      .flatMap(({ part }) => {
        const amount = amountOf(part);
        return amount === null ? [] : [{ part, amount }];
      });
    if (all === null) continue;
    const sum = known.reduce((before, { amount }) => before + amount, 0);
    const alone = known.find(({ amount }) => amount > all);
    if (alone !== undefined) return { parts: [alone.part], whole, sum: alone.amount, all };
    if (sum > all) return { parts: known.map(({ part }) => part), whole, sum, all };
  }
  return null;
}

/** Fits a button beside the form's own words. */
const KEY = /^[a-z][a-z_]{0,23}$/;

/** What is wrong with the sets, in words for the one who configures them; empty when they can be used. */
export function faultsOf({ version, sets, obstacles }: QuestionSets): string[] {
  const faults = Number.isInteger(version) && version > 0 ? [] : ["The version must be a whole number from 1 on."];
  const kinds = new Map<string, string>();
  for (const type of PLAN_TYPES) {
    const keys = sets[type].map(({ key }) => key);
    if (keys.length === 0) faults.push(`${type} has no question.`);
    for (const question of sets[type]) {
      const { key, kind } = question;
      if (!KEY.test(key)) faults.push(`${type}.${key}: keys are snake_case of at most 24 letters.`);
      if (keys.indexOf(key) !== keys.lastIndexOf(key)) faults.push(`${type}.${key} stands twice.`);
      // The forms keep one step for each key, and exports one column.
      if ((kinds.get(key) ?? kind) !== kind) faults.push(`${key} is of two kinds.`);
      kinds.set(key, kind);
      if ("max" in question && !(question.max > 0)) faults.push(`${type}.${key}: the maximum must be above 0.`);
      if ("partOf" in question && sets[type].find((one) => one.key === question.partOf)?.kind !== "amount") {
        faults.push(`${type}.${key}: no number is asked as ${question.partOf}.`);
      }
      if ("choices" in question && new Set(question.choices).size !== question.choices.length) {
        faults.push(`${type}.${key}: a choice stands twice.`);
      }
      if ("choices" in question && question.choices.length < 2) faults.push(`${type}.${key} offers nothing to choose.`);
    }
  }
  if (new Set(obstacles).size !== obstacles.length) faults.push("An obstacle stands twice.");
  // Anyone who finds theirs in no line needs one to press, and reports of people who were erased are counted there.
  if (!obstacles.includes("other")) faults.push('The obstacles lack "other".');
  for (const key of obstacles)
    if (!KEY.test(key)) faults.push(`${key}: obstacles are snake_case of at most 24 letters.`);
  return faults;
}

/** A key keeps its kind from version to version: earlier answers are offered again, and exports have one column for it. */
export function faultsBetween(all: readonly QuestionSets[]): string[] {
  const kinds = new Map<string, Question["kind"]>();
  const faults = [];
  for (const { version, sets } of all) {
    for (const { key, kind } of PLAN_TYPES.flatMap((type) => sets[type])) {
      if ((kinds.get(key) ?? kind) !== kind)
        faults.push(`${key} is of another kind in version ${version} than before.`);
      kinds.set(key, kind);
    }
  }
  return faults;
}
