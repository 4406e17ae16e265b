// Why nothing is heard from somebody (T07): everybody who does not report has exactly one diagnosis.
import { addDays, type Day, daysBetween } from "./calendar.js";
import type { PlanState } from "./work-plan.js";

export const DIAGNOSES = ["not_joined", "blocked", "obstacle", "stopped_midway", "silent"] as const;
export type Diagnosis = (typeof DIAGNOSES)[number];

/** A month has two fortnights: who said nothing during one of them is silent. */
export const SILENT_DAYS = 14;

/** Nobody is expected to report in the first week after the class: it is there to settle the plans at home. */
export const SETTLING_DAYS = 7;

export interface DiagnosisFacts {
  hasJoined: boolean;
  isReachable: boolean;
  hasDraft: boolean;
  /** Empty for offices, which carry out no plans. */
  plans: readonly { state: PlanState; lastReportOn: Day | null; asksHelp: boolean; isStuck: boolean }[];
  classEndsOn: Day;
}

/** Null: they report, have finished, or nothing is expected of them yet. The first cause that explains the rest wins. */
export function diagnose(facts: DiagnosisFacts, today: Day): Diagnosis | null {
  if (!facts.hasJoined) return "not_joined";
  if (!facts.isReachable) return "blocked";
  const open = facts.plans.filter(({ state }) => state !== "done");
  if (open.some(({ state, asksHelp, isStuck }) => state === "stuck" || asksHelp || isStuck)) return "obstacle";
  if (open.length === 0 || today < addDays(facts.classEndsOn, SETTLING_DAYS)) return null;
  const last = facts.plans
    .flatMap(({ lastReportOn }) => lastReportOn ?? [])
    .sort()
    .at(-1);
  if (last !== undefined && daysBetween(last, today) < SILENT_DAYS) return null;
  return facts.hasDraft ? "stopped_midway" : "silent";
}
