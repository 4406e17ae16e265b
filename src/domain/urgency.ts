// Who needs the trainer most (T06): asked for help > close to the deadline and not begun > silent > late but moving.
import { type Day, daysBetween } from "./calendar.js";
import { isOverdue } from "./deadline.js";
import type { PlanState } from "./work-plan.js";

/** A week before the deadline something that is not begun can still be done; later it hardly can. */
export const CLOSE_DAYS = 7;

/** Who has reported within a week is moving; a week is also how long a report lets the alerts rest. */
export const MOVING_DAYS = 7;

export interface UrgencyFacts {
  state: PlanState;
  dueOn: Day;
  lastReportOn: Day | null;
  asksHelp: boolean;
  isStuck: boolean;
}

/** In the order of urgency; `days` is what is printed: since or until when. */
export type Urgency =
  | { kind: "help" }
  | { kind: "stuck" }
  /** Due in so many days, 0 today. */
  | { kind: "close"; days: number }
  /** Late by so many days, without a report within the last week. */
  | { kind: "silent"; days: number }
  /** Late by so many days, but reported within the last week. */
  | { kind: "moving"; days: number };

const ORDER: readonly Urgency["kind"][] = ["help", "stuck", "close", "silent", "moving"];

/** Null: nobody has to do anything about it today. Somebody stuck counts as asking for help, behind those who do ask. */
export function urgencyOf(plan: UrgencyFacts, today: Day): Urgency | null {
  if (plan.state === "done") return null;
  if (plan.asksHelp) return { kind: "help" };
  if (plan.isStuck) return { kind: "stuck" };
  if (isOverdue(plan.state, plan.dueOn, today)) {
    const days = daysBetween(plan.dueOn, today);
    const moves = plan.lastReportOn !== null && daysBetween(plan.lastReportOn, today) < MOVING_DAYS;
    return moves ? { kind: "moving", days } : { kind: "silent", days };
  }
  const days = daysBetween(today, plan.dueOn);
  return days <= CLOSE_DAYS && !hasBegun(plan.state) ? { kind: "close", days } : null;
}

/** Negative: a is more urgent. Within a kind: nearest deadline first, then longest late. */
export function compareUrgency(a: Urgency, b: Urgency): number {
  const byKind = ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
  if (byKind !== 0 || !("days" in a) || !("days" in b)) return byKind;
  return a.kind === "close" ? a.days - b.days : b.days - a.days;
}

/** Most urgent first; equals stay in the order given. */
export function byUrgency<T extends UrgencyFacts>(plans: readonly T[], today: (plan: T) => Day): Ranked<T>[] {
  return plans
    .flatMap((plan) => {
      const urgency = urgencyOf(plan, today(plan));
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
