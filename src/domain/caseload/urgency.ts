// Who needs the trainer most (T06): asked for help > stuck > close to the deadline and not begun > silent > late but moving.

import type { PlanState } from "../plans/plan-state.js";
import { type Day, daysBetween } from "../time/calendar.js";
import type { RestDays } from "../time/working-hours.js";
import { isLeftAlone, type LatenessFacts, latenessOf } from "./follow-up.js";
import { isSilent } from "./silence.js";

/** A week before the deadline something that is not begun can still be done; later it hardly can. */
export const CLOSE_DAYS = 7;

export interface UrgencyFacts extends LatenessFacts {
  /** See domain/caseload/silence.ts. */
  lastHeardOn: Day | null;
  /** The day of the oldest plea for help that nobody has answered. */
  helpSince: Day | null;
  isStuck: boolean;
}

/** In the order of urgency; `days` and `since` are what is printed. */
export type Urgency =
  | { kind: "help"; since: Day }
  | { kind: "stuck" }
  /** Due in so many days, 0 today. */
  | { kind: "close"; days: number }
  /** Late by so many days and nothing heard for a fortnight; `heardOn` null: never. */
  | { kind: "silent"; days: number; heardOn: Day | null }
  /** Late by so many days, but heard of since. */
  | { kind: "moving"; days: number; heardOn: Day };

/** Most urgent first. */
export const URGENCIES = ["help", "stuck", "close", "silent", "moving"] as const satisfies readonly Urgency["kind"][];

/**
 * Null: nobody has to do anything about it today. Somebody stuck counts as asking for help, behind those who do ask. Anyone who was
 * nudged, rung up or asked just now is left alone, unless they ask for help: that wants an answer.
 */
export function urgencyOf(plan: UrgencyFacts, today: Day, rest: RestDays): Urgency | null {
  if (plan.state === "done") return null;
  if (plan.helpSince !== null) return { kind: "help", since: plan.helpSince };
  if (isLeftAlone(plan, today)) return null;
  if (plan.isStuck) return { kind: "stuck" };
  switch (latenessOf(plan, today, rest)) {
    case "asked":
    case "resting":
      return null;
    case "owed": {
      const days = daysBetween(plan.dueOn, today);
      const heardOn = plan.lastHeardOn;
      return heardOn === null || isSilent(heardOn, today)
        ? { kind: "silent", days, heardOn }
        : { kind: "moving", days, heardOn };
    }
    case "in_time": {
      const days = daysBetween(today, plan.dueOn);
      return days <= CLOSE_DAYS && !hasBegun(plan.state) ? { kind: "close", days } : null;
    }
  }
}

/** Negative: a is more urgent. Within a kind: who waits longest, nearest deadline, longest late. */
function compareUrgency(a: Urgency, b: Urgency): number {
  const byKind = URGENCIES.indexOf(a.kind) - URGENCIES.indexOf(b.kind);
  if (byKind !== 0) return byKind;
  if (a.kind === "help" && b.kind === "help") return a.since < b.since ? -1 : Number(a.since > b.since);
  if (!("days" in a) || !("days" in b)) return 0;
  return a.kind === "close" ? a.days - b.days : b.days - a.days;
}

/** Most urgent first; equals stay in the order given. */
export function byUrgency<T extends UrgencyFacts>(
  plans: readonly T[],
  today: (plan: T) => Day,
  rest: RestDays,
): Ranked<T>[] {
  return plans
    .flatMap((plan) => {
      const urgency = urgencyOf(plan, today(plan), rest);
      return urgency === null ? [] : [{ plan, urgency }];
    })
    .sort((a, b) => compareUrgency(a.urgency, b.urgency));
}

export interface Ranked<T> {
  plan: T;
  urgency: Urgency;
}

function hasBegun(state: PlanState): boolean {
  return state === "in_progress" || state === "stuck" || state === "done";
}
