// When the people of a library are reminded of a plan: a ladder of days before its due day, and one question after it.
import { addDays, type Day } from "../time/calendar.js";
import type { PlanState } from "./plan-state.js";

/** write: the class is over, the plan unwritten · due: the day comes near · ask: it is past, and the participant is asked first. */
export type RungKind = "write" | "due" | "ask";

export interface LadderRung {
  /** Which rung it is, wherever the office moves it. */
  name: string;
  /** From the due day: before it below zero. */
  days: number;
  /** Since when it stands there; missing: always. What it would have said before then is not said after the fact. */
  since?: Date;
  /** Where it stood before, and no other stands now: who was reminded by it there is not reminded by it again. */
  before?: readonly { days: number; from?: Day; until: Day }[];
}

/** The first to come first. */
export type Ladder = readonly LadderRung[];

/**
 * Two weeks leave time to do something, one week to finish it, one day to report it. The last is the morning after, before any trainer
 * hears of it. Each rung is open until the next one begins, so that a missed tick loses nothing and the one who comes late hears the
 * latest alone.
 */
export const DEFAULT_LADDER: Ladder = [
  { name: "before1", days: -14 },
  { name: "before2", days: -7 },
  { name: "before3", days: -1 },
  { name: "after", days: 1 },
];

/** Of the settings: what they say, else the default. */
export const ladderIn = ({ ladder = DEFAULT_LADDER }: { ladder?: Ladder }) => ladder;

/** After the question of the morning after, a week: then it is for the trainer to speak, no longer for us. */
export const ASK_OPEN_DAYS = 7;

export interface RungFacts {
  state: PlanState;
  dueOn: Day;
  classEndsOn: Day;
}

export interface OpenRung {
  kind: RungKind;
  on: Day;
  /** Missing: the morning after the class, which no office moves. */
  rung?: LadderRung;
}

/** The rung that is open today for a plan that is not done; null when none is. */
export function openRung({ state, dueOn, classEndsOn }: RungFacts, today: Day, ladder: Ladder): OpenRung | null {
  if (state === "done" || today > addDays(dueOn, ASK_OPEN_DAYS)) return null;
  const rung = rungAt(dueOn, today, ladder);
  const on = rung === null ? null : addDays(dueOn, rung.days);
  if (rung !== null && on !== null && on > classEndsOn) return { kind: on > dueOn ? "ask" : "due", on, rung };
  const morningAfterClass = addDays(classEndsOn, 1);
  return state === "unwritten" && today >= morningAfterClass ? { kind: "write", on: morningAfterClass } : null;
}

/** The latest day of the ladder to this due day that has come; null before the first. */
export function dueRungOn(dueOn: Day, today: Day, ladder: Ladder): Day | null {
  const rung = rungAt(dueOn, today, ladder);
  return rung === null ? null : addDays(dueOn, rung.days);
}

function rungAt(dueOn: Day, today: Day, ladder: Ladder): LadderRung | null {
  return ladder.findLast(({ days }) => addDays(dueOn, days) <= today) ?? null;
}

/** The first day on which the rung is worth nothing any more: the next one opens, or it is for the trainer to speak. */
export function rungClosesOn({ kind, on }: OpenRung, dueOn: Day, ladder: Ladder): Day {
  if (kind === "ask") return addDays(dueOn, ASK_OPEN_DAYS + 1);
  return ladder.map(({ days }) => addDays(dueOn, days)).find((day) => day > on) ?? addDays(dueOn, 1);
}

/**
 * Whether a changed ladder would say something old: a rung that was put there after its morning, or one that has spoken where it stood
 * before. `remindedOn`: when the plan was last looked at. `morning`: when the rung speaks.
 */
export function isOfEarlierLadder({ rung }: OpenRung, dueOn: Day, remindedOn: Day | null, morning: Date): boolean {
  if (rung === undefined) return false;
  if (rung.since !== undefined && morning < rung.since) return true;
  return (rung.before ?? []).some(({ days, from, until }) => {
    const spokeOn = addDays(dueOn, days);
    const stoodThere = spokeOn <= until && (from === undefined || spokeOn >= from);
    return stoodThere && remindedOn !== null && remindedOn >= spokeOn;
  });
}

/** What the outbox knows a reminder of this plan and rung by, no matter who it is for. */
export function rungSubject(planId: number, rungOn: Day): string {
  return `rung:${planId}:${rungOn}`;
}
