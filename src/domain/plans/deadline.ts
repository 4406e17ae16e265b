// Until when a plan is to be carried out, whether that is past, and which day somebody may set themselves: the one place where each is decided.
import type { DaySpan } from "../people/pause.js";
import { addDays, type Day, daysBetween } from "../time/calendar.js";
import type { PlanState } from "./plan-state.js";

/** Somebody comes back to three plans at once: so many days nothing of them is late, counting the first. */
export const RETURN_DAYS = 3;

/** Anyone who writes a plan after its due day has as long as the others had. */
const DAYS_FOR_THE_LATE = 30;

/** From the due day. Half a year: the next cohort begins then, and a year typed wrongly is caught. */
export const LONGEST_EXTENSION_DAYS = 180;

/** In characters: a short sentence, which is kept beside the new day. */
export const LONGEST_EXTENSION_REASON = 200;

/** A day that a trainer set, knowing of the pauses that had begun by then: only later ones move it. */
export interface Extension {
  until: Day;
  givenOn: Day;
}

/**
 * The class's day, or the latest day that it was extended to; each moved by as many days as the pauses have that began before it, and never
 * before the third day after a pause. So a plan cannot be late while it is paused. An extension never takes days away. `pauses`: in
 * order, and apart (pausedSpans()), since its class began (spansSince()).
 */
export function effectiveDeadline(
  classDueOn: Day,
  extensions: readonly Extension[],
  pauses: readonly DaySpan[] = [],
): Day {
  const extended = extensions.map(({ until, givenOn }) => movedBy(until, pauses, givenOn));
  return [movedBy(classDueOn, pauses, null), ...extended].sort().at(-1) ?? classDueOn;
}

/** `setOn`: pauses that had begun by then were known; null: none was. */
function movedBy(dueOn: Day, pauses: readonly DaySpan[], setOn: Day | null): Day {
  return pauses.reduce((due, { fromOn, untilOn }) => {
    const isKnown = setOn !== null && fromOn <= setOn;
    const moved = isKnown || fromOn > due ? due : addDays(due, daysBetween(fromOn, untilOn) + 1);
    const least = addDays(untilOn, RETURN_DAYS);
    return moved > least ? moved : least;
  }, dueOn);
}

export type TargetProblem = { kind: "too_early"; earliest: Day } | { kind: "too_late"; latest: Day };

/** Whether a participant may set themselves `day` for a plan: not before the class began, nor after the plan's due day. `today` is the class's local day. */
export function targetProblem(
  day: Day,
  { startsOn, dueOn }: { startsOn: Day; dueOn: Day },
  today: Day,
): TargetProblem | null {
  const latest = latestTarget({ dueOn }, today);
  if (day < startsOn) return { kind: "too_early", earliest: startsOn };
  return day > latest ? { kind: "too_late", latest } : null;
}

/** The plan's due day; past it, a month from today. */
export function latestTarget({ dueOn }: { dueOn: Day }, today: Day): Day {
  return today > dueOn ? addDays(today, DAYS_FOR_THE_LATE) : dueOn;
}

/** Overdue from the morning after the due day; what is done is never overdue. `today` is the class's local day. */
export function isOverdue(state: PlanState, dueOn: Day, today: Day): boolean {
  return state !== "done" && today > dueOn;
}
