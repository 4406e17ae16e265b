// Extensions of plans' deadlines, and the effective day that follows from them.
import type { Day } from "../../domain/time/calendar.js";

export interface NewExtension {
  planId: number;
  until: Day;
  reason: string;
  byId: number;
  /** The update that asked for it: handling it again adds nothing. */
  updateId: number;
}

export interface DeadlinesPort {
  /** What the effective deadline follows from; null for an unknown plan. Locks the plan until the transaction ends. */
  factsOf(planId: number): Promise<{ classDueOn: Day; extensions: Day[]; dueOn: Day } | null>;
  /** False when this update's extension is there already. */
  addExtension(extension: NewExtension, now: Date): Promise<boolean>;
  /** Writes what effectiveDeadline() of domain/plans/deadline.ts says. */
  setDueOn(planId: number, dueOn: Day): Promise<void>;
}
