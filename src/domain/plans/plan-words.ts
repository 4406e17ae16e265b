// What a library has written of one plan, and where two of its people wrote different things.
import type { Day } from "../time/calendar.js";

/** In the order in which they are asked and read. */
const PLAN_FIELDS = ["activity", "targetOn", "measure", "partner"] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

export interface PlanWords {
  activity: string | null;
  targetOn: Day | null;
  measure: string | null;
  partner: string | null;
}

export const NO_WORDS: PlanWords = { activity: null, targetOn: null, measure: null, partner: null };

export function wordsOf({ activity, targetOn, measure, partner }: PlanWords): PlanWords {
  return { activity, targetOn, measure, partner };
}

export function fieldsThatDiffer(one: PlanWords, other: PlanWords): PlanField[] {
  return PLAN_FIELDS.filter((field) => one[field] !== other[field]);
}

/** Whether somebody wrote words that the author of these has not seen, and that would be lost under them. */
export function wouldLoseWords({ seen, now, next }: { seen: PlanWords; now: PlanWords; next: PlanWords }): boolean {
  return now.activity !== null && fieldsThatDiffer(seen, now).length > 0 && fieldsThatDiffer(now, next).length > 0;
}
