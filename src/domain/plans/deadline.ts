// Until when a plan is to be carried out, and whether that is past: the one place where either is decided.
import type { Day } from "../time/calendar.js";
import type { PlanState } from "./plan-state.js";

/** The class's day, or the latest day that it was extended to. An extension never takes days away. */
export function effectiveDeadline(classDueOn: Day, extensions: readonly Day[]): Day {
  return [classDueOn, ...extensions].sort().at(-1) ?? classDueOn;
}

/** Overdue from the morning after the due day; what is done is never overdue. `today` is the class's local day. */
export function isOverdue(state: PlanState, dueOn: Day, today: Day): boolean {
  return state !== "done" && today > dueOn;
}
