// Extensions of plans' deadlines, and the effective day that follows from them.
import type { DaySpan } from "../../domain/people/pause.js";
import type { Extension } from "../../domain/plans/deadline.js";
import type { Day } from "../../domain/time/calendar.js";

export interface NewExtension {
  planId: number;
  until: Day;
  reason: string;
  byId: number;
  /** The update that asked for it: handling it again adds nothing. */
  updateId: number;
  /** The care act that it is part of. */
  actId: number;
}

export interface DeadlineFacts {
  planId: number;
  /** The first day of its class. */
  startsOn: Day;
  classDueOn: Day;
  extensions: Extension[];
  /** The days on which nothing was or is expected of its library; in order, apart. */
  pauses: DaySpan[];
  dueOn: Day;
}

export interface DeadlinesPort {
  /** The plans whose deadline follows from the class's. */
  planIdsOf(classId: number): Promise<number[]>;
  /** What the effective deadlines follow from. Locks the plans until the transaction ends. */
  factsOf(planIds: number[]): Promise<DeadlineFacts[]>;
  /** All of them, by one statement. What this update has added before stays as it is. */
  addExtensions(planIds: number[], extension: Omit<NewExtension, "planId">, now: Date): Promise<void>;
  /** Removes those of an act, but for these plans; returns whose were removed. */
  removeExtensions(actId: number, exceptPlanIds: number[]): Promise<number[]>;
  /** Writes what effectiveDeadline() of domain/plans/deadline.ts says, and the last day of the latest pause. */
  set(deadlines: { planId: number; dueOn: Day; pausedUntil: Day | null }[]): Promise<void>;
}
