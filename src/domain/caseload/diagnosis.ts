// Why nothing is heard from somebody (T07): everybody of a class stands in exactly one place, a diagnosis or one of two others.

import type { PlanState } from "../plans/plan-state.js";
import { addDays, type Day } from "../time/calendar.js";
import { isSilent } from "./silence.js";

/**
 * In the order in which they are looked for: the first that explains the rest wins. paused: see domain/people/pause.ts. awaiting_review: the
 * last word is theirs, and their trainer has not looked at it. stopped_midway: a form was begun and not sent.
 */
export const DIAGNOSES = [
  "not_joined",
  "blocked",
  "paused",
  "obstacle",
  "awaiting_review",
  "stopped_midway",
  "silent",
] as const;
export type Diagnosis = (typeof DIAGNOSES)[number];

/** on_course: they report, or nothing is expected of them yet. finished: all their plans are done. */
export const STANDINGS = [...DIAGNOSES, "on_course", "finished"] as const;
export type PersonStanding = (typeof STANDINGS)[number];

/** Nobody is expected to report in the first week after the class: it is there to settle the plans at home. */
export const SETTLING_DAYS = 7;

/** In these forms somebody can stop midway. */
export const REPORTING_FORMS = ["plan", "report"] as const;

export interface DiagnosisFacts {
  hasJoined: boolean;
  isReachable: boolean;
  /** The first day on which they are back from a pause; null: there is none. */
  pausedTo: Day | null;
  hasDraft: boolean;
  /** Empty for offices, which carry out no plans. */
  plans: readonly {
    state: PlanState;
    lastHeardOn: Day | null;
    helpSince: Day | null;
    isStuck: boolean;
    /** No trainer has looked at the last report. */
    awaitsReview: boolean;
  }[];
  classEndsOn: Day;
}

/** `today`: of their class. storage/caseload/people/person-facts.ts says the same in SQL. */
export function standingOf(facts: DiagnosisFacts, today: Day): PersonStanding {
  if (!facts.hasJoined) return "not_joined";
  const open = facts.plans.filter(({ state }) => state !== "done");
  if (facts.plans.length > 0 && open.length === 0) return "finished";
  if (!facts.isReachable) return "blocked";
  if (facts.pausedTo !== null && today < facts.pausedTo) return "paused";
  if (open.some(({ state, helpSince, isStuck }) => state === "stuck" || helpSince !== null || isStuck))
    return "obstacle";
  if (open.length === 0 || today < addDays(facts.classEndsOn, SETTLING_DAYS)) return "on_course";
  const heard = facts.plans.flatMap(({ lastHeardOn }) => lastHeardOn ?? []).sort();
  if (!isSilent(heard.at(-1) ?? null, today)) return "on_course";
  if (open.some(({ awaitsReview }) => awaitsReview)) return "awaiting_review";
  return facts.hasDraft ? "stopped_midway" : "silent";
}

/** What a trainer does next about each cause; wait: nothing before its day. */
export const NEXT_ACTIONS = {
  not_joined: "invite",
  blocked: "call",
  paused: "wait",
  obstacle: "help",
  awaiting_review: "review",
  stopped_midway: "remind",
  silent: "remind",
} as const satisfies Record<Diagnosis, string>;

export function isDiagnosis(standing: PersonStanding): standing is Diagnosis {
  return standing !== "on_course" && standing !== "finished";
}
