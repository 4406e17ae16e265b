// Why nothing is heard from somebody (T07): everybody who does not report has exactly one diagnosis.

import type { PlanState } from "../plans/plan-state.js";
import { addDays, type Day } from "../time/calendar.js";
import { isSilent } from "./silence.js";

const DIAGNOSES = ["not_joined", "blocked", "obstacle", "stopped_midway", "silent"] as const;
export type Diagnosis = (typeof DIAGNOSES)[number];

/** Nobody is expected to report in the first week after the class: it is there to settle the plans at home. */
const SETTLING_DAYS = 7;

export interface DiagnosisFacts {
  hasJoined: boolean;
  isReachable: boolean;
  hasDraft: boolean;
  /** Empty for offices, which carry out no plans. */
  plans: readonly { state: PlanState; lastHeardOn: Day | null; helpSince: Day | null; isStuck: boolean }[];
  classEndsOn: Day;
}

/** Null: they report, have finished, or nothing is expected of them yet. The first cause that explains the rest wins. */
export function diagnose(facts: DiagnosisFacts, today: Day): Diagnosis | null {
  if (!facts.hasJoined) return "not_joined";
  if (!facts.isReachable) return "blocked";
  const open = facts.plans.filter(({ state }) => state !== "done");
  if (open.some(({ state, helpSince, isStuck }) => state === "stuck" || helpSince !== null || isStuck))
    return "obstacle";
  if (open.length === 0 || today < addDays(facts.classEndsOn, SETTLING_DAYS)) return null;
  const heard = facts.plans.flatMap(({ lastHeardOn }) => lastHeardOn ?? []).sort();
  if (!isSilent(heard.at(-1) ?? null, today)) return null;
  return facts.hasDraft ? "stopped_midway" : "silent";
}
