// Who gets the letter that their work plans are carried out, and how its number is written.
import type { PlanState } from "../plans/plan-state.js";
import { PLAN_TYPES, type PlanType } from "../plans/work-plan.js";
import type { ReviewStanding } from "../reports/review.js";
import { DASH, spokenCode, spokenCodeReader } from "../spoken-code.js";

export interface PlanCompletion {
  type: PlanType;
  state: PlanState;
  /** Of the last report about it; null: there is none. */
  standing: ReviewStanding["standing"] | null;
}

/** All three are done, and the last report about each was accepted. */
export function isCompleted(plans: readonly PlanCompletion[]): boolean {
  return PLAN_TYPES.every((wanted) =>
    plans.some(({ type, state, standing }) => type === wanted && state === "done" && standing === "accepted"),
  );
}

/** A library came into somebody's hands by a code, or went out of them. */
export interface ChangeOfHands {
  at: Date;
  came: boolean;
}

/**
 * Whether the work is also theirs: not of who took the library over by a code when all was accepted already. Others who join later have
 * been let in as colleagues. `changes`: theirs, the oldest first.
 */
export function hasPartIn(
  acceptedAt: Date,
  { joinedAt, leftAt }: { joinedAt: Date; leftAt: Date | null },
  changes: readonly ChangeOfHands[],
): boolean {
  const first = changes[0];
  const before = changes.filter(({ at }) => at <= acceptedAt).at(-1);
  if (before === undefined) return first === undefined || !first.came || joinedAt < first.at;
  // Who had gone and is there, though no code brought them back, has registered anew.
  return before.came || (leftAt === null && changes.at(-1)?.came === false);
}

/** In front of every number, so that a letter's is taken for no other code. */
const SERIES = "SPP";

/** Of a random token: "SPP-K7MPQ-2XWRD". Nobody guesses one: who knows it has seen the letter. */
export const letterNumber = (token: string): string => `${SERIES}-${spokenCode(token)}`;

const BEFORE = "(?:(?:NOMOR|NO[.]?|NUMBER|SURAT|LETTER) *)*:? *";
const readCode = spokenCodeReader(`${BEFORE}${SERIES}${DASH}`);
/** Letters and digits mixed, as in no word. */
const MIXED = "(?=[A-Z]*[0-9]+[A-Z]|[A-Z]+[0-9])";
const HALF = "[0-9A-Z]{4,6}";
/** With letters too many or too few, or some that our numbers do not have. Words about the programme (SPP-TIK 2024) are none. */
const MISREAD = new RegExp(
  `^${BEFORE}(${SERIES}${DASH}(?:${HALF}${DASH}${MIXED}${HALF}|${MIXED}${HALF}(?:${DASH}${HALF})?))[.]?$`,
);

/** As it was printed, scanned or read out, also with a slip: then there is no such letter. Null where it can be none. */
export function readLetterNumber(text: string): string | null {
  const code = readCode(text);
  return code === null ? (MISREAD.exec(text.trim().toUpperCase())?.[1] ?? null) : `${SERIES}-${code}`;
}
