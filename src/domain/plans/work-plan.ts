// The three work plans of a library: how far each can be, its light, and what to do next.
import { type Day, daysBetween } from "../time/calendar.js";
import { isOverdue } from "./deadline.js";
import type { PlanState } from "./plan-state.js";

export const PLAN_TYPES = ["information_services", "community_engagement", "advocacy"] as const;
export type PlanType = (typeof PLAN_TYPES)[number];

/** What a progress report can say. */
export const REPORT_STATES = ["not_started", "in_progress", "stuck", "done"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What keeps a plan from moving: the answers that we have words for. Which of them are asked is said by questions/vN.json, or an office's rules. */
export const OBSTACLES = [
  "budget",
  "permission",
  "time",
  "staff",
  "facilities",
  "signal",
  "few_participants",
  "reporting",
  "manager_change",
  "illness",
  "other",
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** In characters, of what is to be done and how it is measured: one sentence each, as on the paper form. */
export const LONGEST_PLAN_ANSWER = 200;
/** … and with whom: a name or two. */
export const LONGEST_PARTNER = 100;

/** A library as its people know it, and as little more as tells it from another of the same name. */
export interface LibraryNamed {
  libraryId: number;
  libraryName: string;
  /** Where the library is; of an office, its regency or province. */
  village: string;
  /** Around the village; null: an office's. */
  district: string | null;
}

/** What every rule about a plan needs to know. */
export interface PlanFacts {
  id: number;
  state: PlanState;
  /** The effective deadline, see deadline.ts. */
  dueOn: Day;
  /** The last day of the latest pause; null: there was none. */
  pausedUntil: Day | null;
  /** The class's local day of the last report. */
  lastReportOn: Day | null;
}

/** paused: nothing is expected now (domain/people/pause.ts). */
export type Light = AreaLight | "paused";
/** Of many plans as one. */
export type AreaLight = "green" | "yellow" | "red";

/** `classEndsOn`: the last day of the class in which the plan is made. */
export type LightFacts = Pick<PlanFacts, "state" | "dueOn" | "pausedUntil"> & { classEndsOn: Day };

/**
 * The one light of a plan, for participants, trainers, admins and exports alike: green when it is done or moves in time, its own while
 * it is paused, red when its day is past, yellow when it does not move (yet). While the class is still on, nobody can have begun: green. `today` is the
 * class's local day.
 */
export function lightOf({ state, dueOn, pausedUntil, classEndsOn }: LightFacts, today: Day): Light {
  if (state !== "done" && isPausedOn(pausedUntil, today)) return "paused";
  if (isOverdue(state, dueOn, today)) return "red";
  return state === "done" || state === "in_progress" || today <= classEndsOn ? "green" : "yellow";
}

/** `pausedUntil`: of a plan. Its pauses never lie ahead, so the last day tells. */
function isPausedOn(pausedUntil: Day | null, today: Day): boolean {
  return pausedUntil !== null && today <= pausedUntil;
}

/** Whether the plan has been told to us, in words or as a photo. */
export function isWritten(state: PlanState): boolean {
  return state !== "unwritten" && state !== "none_yet";
}

export function isReportState(state: PlanState): state is ReportState {
  return (REPORT_STATES as readonly PlanState[]).includes(state);
}

/** A plan without a word for a week is asked about: it is to be carried out within a month, so a week is a quarter of it. */
const QUIET_DAYS = 7;

export type NextStep = { kind: "write" | "report"; planId: number };

/** The one thing to do next: report what is late, write what is unwritten, then tell how the rest is going; null: nothing. */
export function nextStep(plans: readonly PlanFacts[], today: Day): NextStep | null {
  const late = plans.find(({ state, dueOn }) => isOverdue(state, dueOn, today));
  if (late !== undefined) return { kind: "report", planId: late.id };
  const unwritten = plans.find(({ state }) => !isWritten(state));
  if (unwritten !== undefined) return { kind: "write", planId: unwritten.id };
  const quiet = plans.find(
    ({ state, lastReportOn }) =>
      state !== "done" && (lastReportOn === null || daysBetween(lastReportOn, today) >= QUIET_DAYS),
  );
  return quiet === undefined ? null : { kind: "report", planId: quiet.id };
}
