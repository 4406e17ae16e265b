// Daily summaries: which trainers are owed one, and what happened in the time that it covers.

import type { Person } from "../../domain/people/person.js";
import type { PlanState } from "../../domain/plans/plan-state.js";
import type { PlanType } from "../../domain/plans/work-plan.js";
import type { ReportChange } from "../../domain/reports/report-changes.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";

/** From (exclusive) to (inclusive): the end of one is the beginning of the next, so nothing is counted twice. */
export interface Span {
  trainerId: number;
  fromAt: Date;
  toAt: Date;
}

export interface DueSummary {
  trainer: Person & { zone: Zone };
  day: Day;
  /** The end of the one before; null for the first. */
  lastToAt: Date | null;
}

/** `personIds`: whom the name says. */
export type SummaryEvent = {
  trainerId: number;
  name: string;
  personIds: number[];
  libraryName: string;
  at: Date;
  onBehalf?: true;
} & (
  | ({ kind: "report"; planId: number; planType: PlanType; state: PlanState; dueOn: Day; pausedUntil: Day | null } & {
      classEndsOn: Day;
      zone: Zone;
    })
  /** A report was changed: against what was said when the span began, or first. */
  | { kind: "changed"; planType: PlanType; number: string; changes: ReportChange[] }
  | { kind: "joined" | "story" }
  | { kind: "help"; planId: number; planType: PlanType }
);

export interface SummariesPort {
  /** As for mornings (MorningsPort.due): who have none for that day yet. */
  due(days: { zone: Zone; day: Day }[], now: Date): Promise<DueSummary[]>;
  /** What happened in their span to the participants that each trainer looks after now, but for those who were erased since, oldest first: one set of queries for all trainers. */
  eventsOf(spans: Span[], now: Date): Promise<SummaryEvent[]>;
  /** The last one of a trainer that was sent; null when there is none. */
  lastSent(trainerId: number): Promise<{ fromAt: Date; toAt: Date } | null>;
  /** Keeps them, once a trainer and day. Returns for which trainers it is new. */
  keep(summaries: (Span & { day: Day; sent: boolean })[]): Promise<Set<number>>;
}
