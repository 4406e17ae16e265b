// When the people of a library are reminded of a plan: a ladder of days before its due day, and one question after it.
import { addDays, type Day } from "../time/calendar.js";
import type { PlanState } from "./plan-state.js";

/** write: the class is over, the plan unwritten · due: the day comes near · ask: it is past, and the participant is asked first. */
export type RungKind = "write" | "due" | "ask";

/**
 * In days from the due day: two weeks leave time to do something, one week to finish it, one day to report it. The last is
 * the morning after, before any trainer hears of it. Each rung is open until the next one begins, so that a missed tick
 * loses nothing and the one who comes late hears the latest alone.
 */
const DUE_RUNGS = [-14, -7, -1, 1] as const;

/** After the question of the morning after, a week: then it is for the trainer to speak, no longer for us. */
export const ASK_OPEN_DAYS = 7;

export interface RungFacts {
  state: PlanState;
  dueOn: Day;
  classEndsOn: Day;
}

/** The rung that is open today for a plan that is not done; null when none is. */
export function openRung({ state, dueOn, classEndsOn }: RungFacts, today: Day): { kind: RungKind; on: Day } | null {
  if (state === "done" || today > addDays(dueOn, ASK_OPEN_DAYS)) return null;
  const on = dueRungOn(dueOn, today);
  if (on !== null && on > classEndsOn) return { kind: on > dueOn ? "ask" : "due", on };
  const morningAfterClass = addDays(classEndsOn, 1);
  return state === "unwritten" && today >= morningAfterClass ? { kind: "write", on: morningAfterClass } : null;
}

/** The latest day of the ladder to this due day that has come; null before the first. */
export function dueRungOn(dueOn: Day, today: Day): Day | null {
  return DUE_RUNGS.map((offset) => addDays(dueOn, offset)).findLast((day) => day <= today) ?? null;
}

/** The first day on which the rung is worth nothing any more: the next one opens, or it is for the trainer to speak. */
export function rungClosesOn(rung: { kind: RungKind; on: Day }, dueOn: Day): Day {
  if (rung.kind === "ask") return addDays(dueOn, ASK_OPEN_DAYS + 1);
  return DUE_RUNGS.map((offset) => addDays(dueOn, offset)).find((day) => day > rung.on) ?? addDays(dueOn, 1);
}

/** What the outbox knows a reminder of this plan and rung by, no matter who it is for. */
export function rungSubject(planId: number, rungOn: Day): string {
  return `rung:${planId}:${rungOn}`;
}
