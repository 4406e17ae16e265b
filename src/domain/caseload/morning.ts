// A trainer's morning: whom they are needed by, the most urgent first, what is new since the morning before, and whether it is said.
import { groupedBy } from "../grouped-by.js";
import type { Day } from "../time/calendar.js";
import type { RestDays } from "../time/working-hours.js";
import { byUrgency, type Urgency, type UrgencyFacts } from "./urgency.js";

/** question: they wrote, and wait for an answer. */
export type NeedReason = Urgency | { kind: "question"; since: Day };

/** Most urgent first: who waits for a word comes before who is late. */
const REASONS = [
  "help",
  "question",
  "stuck",
  "close",
  "silent",
  "moving",
] as const satisfies readonly NeedReason["kind"][];

/** A library, or somebody without one who wrote. */
export interface Need {
  libraryId: number | null;
  cohortId: number;
  /** Who wrote; null where it is about plans. */
  participantId: number | null;
  reason: NeedReason;
}

export interface NeedFacts extends UrgencyFacts {
  libraryId: number;
  cohortId: number;
}

export interface WaitingQuestion {
  libraryId: number | null;
  cohortId: number;
  participantId: number;
  since: Day;
}

/** Five names are read before the first cup is empty. */
export const MORNING_SHOWN = 5;

/** A call or a short message each. */
export const MINUTES_EACH = 2;

/** One for each library, by its most urgent reason, and one for each who wrote and has none. */
export function needsOf<P extends NeedFacts>(
  plans: readonly P[],
  questions: readonly WaitingQuestion[],
  today: (plan: P) => Day,
  rest: RestDays,
): Need[] {
  const ofPlans = byUrgency(plans, today, rest).map(
    ({ plan: { libraryId, cohortId }, urgency }): Need => ({
      libraryId,
      cohortId,
      participantId: null,
      reason: urgency,
    }),
  );
  const ofQuestions = questions.map(({ since, ...asker }): Need => ({ ...asker, reason: { kind: "question", since } }));
  const placeOf = ({ reason }: Need) => REASONS.indexOf(reason.kind);
  // Both are in order within a kind, and sorting keeps equals in theirs.
  const ranked = [...ofQuestions, ...ofPlans].sort((a, b) => placeOf(a) - placeOf(b));
  return [...groupedBy(ranked, keyOf).values()].flatMap(([first]) => first ?? []);
}

/** The same late plan is silent today and moving tomorrow: it is one need. */
const LATE: readonly NeedReason["kind"][] = ["close", "silent", "moving"];

function isSameNeed(a: Need, b: Need): boolean {
  const isLate = LATE.includes(a.reason.kind) && LATE.includes(b.reason.kind);
  return keyOf(a) === keyOf(b) && (a.reason.kind === b.reason.kind || isLate);
}

/** What was only close to its day is late now. */
function becameLate(now: Need, before: Need): boolean {
  return before.reason.kind === "close" && now.reason.kind !== "close";
}

/** Close to its day is what is left when a question, a plea or an obstacle is dealt with: they were on the list already. */
function isLeftOver(now: Need, before: Need): boolean {
  return now.reason.kind === "close" && keyOf(now) === keyOf(before) && !LATE.includes(before.reason.kind);
}

/**
 * Whether a morning has named somebody who waits for an answer, so that no second message does. `shown`: whom it named. Pleas for help come first of
 * all: where the page has room for anything else, all of them stand on it.
 */
export function isNamedIn(
  shown: readonly Need[],
  { participantId, isHelp }: { participantId: number; isHelp: boolean },
): boolean {
  const hasRoom = shown.length < MORNING_SHOWN || shown.some(({ reason }) => reason.kind !== "help");
  return shown.some((need) => need.participantId === participantId) || (isHelp && hasRoom);
}

/** Those who were not needed for that reason the working day before: only for their sake a morning is said. */
export function newNeeds(needs: readonly Need[], before: readonly Need[] | null): Need[] {
  return needs.filter(
    (need) =>
      before === null ||
      !before.some((one) => isLeftOver(need, one) || (isSameNeed(need, one) && !becameLate(need, one))),
  );
}

/** Places of those who are needed for that reason no more. */
export function dealtWith(shown: readonly Need[], now: readonly Need[]): number[] {
  return shown.flatMap((need, place) => (isOpen(need, now) ? [] : [place]));
}

/** Whether they are among these, for that reason. */
export function isOpen(need: Need, among: readonly Need[]): boolean {
  return among.some((one) => isSameNeed(one, need));
}

/** People, as lists name them. `meantBy`: who is meant by each library (whoIsMeant()); of one that is not in it one is counted. */
export function countNeeding(needs: readonly Need[], meantBy: ReadonlyMap<number, readonly string[]>): number {
  const whoOf = (need: Need): readonly string[] => {
    const meant = need.libraryId === null || need.participantId !== null ? undefined : meantBy.get(need.libraryId);
    return meant ?? [keyOf(need)];
  };
  return new Set(needs.flatMap(whoOf)).size;
}

function keyOf({ libraryId, cohortId, participantId }: Need): string {
  return libraryId === null ? `participant ${participantId}` : `${libraryId} ${cohortId}`;
}
