// A pause: somebody is ill, on leave or in mourning, or a disaster is where they live. While it lasts nothing is expected of them and nothing is
// said unasked but in an emergency (domain/messages/post-kind.ts), and their plans cannot become late (domain/plans/deadline.ts).

import type { PlanState } from "../plans/plan-state.js";
import { addDays, type Day, daysBetween, instantAt } from "../time/calendar.js";
import { DAY_PLAN } from "../time/day-plan.js";
import type { Zone } from "../time/zone.js";
import type { Person } from "./person.js";

/** What somebody can choose. */
export const PAUSE_REASONS = ["illness", "leave", "mourning", "disaster", "other"] as const;
/** hardship: a report named illness, mourning and disasters as one. */
export type PauseReason = (typeof PAUSE_REASONS)[number] | "hardship";

/** Longer than two months is no pause: then somebody else has to act for the library. */
export const MOST_PAUSE_DAYS = 60;

/** What is offered first, in days: a week, two weeks, a month. */
export const USUAL_PAUSE_DAYS = [7, 14, 30] as const;

/** Said in passing, in a talk or a report: as long as the first visits and prayers last in most villages. */
export const SAID_PAUSE_DAYS = 7;

/** A pause can be taken back for a day, as if it had never been; later it can be ended. */
const UNDO_MILLISECONDS = 24 * 3_600_000;

/** In these nobody is congratulated, and nothing cheerful is said. */
export const GRAVE_REASONS: readonly PauseReason[] = ["illness", "mourning", "disaster", "hardship"];

/** About somebody's body or family: told to those who train them, and to nobody farther up. */
export const PRIVATE_REASONS: readonly PauseReason[] = ["illness", "mourning", "hardship"];

/** Days of a calendar, first and last; none where the last comes before the first. */
export interface DaySpan {
  fromOn: Day;
  untilOn: Day;
}

export interface PauseFacts extends DaySpan {
  reason: PauseReason;
  at: Date;
  undoneAt: Date | null;
}

export function isPauseReason(value: unknown): value is (typeof PAUSE_REASONS)[number] {
  return (PAUSE_REASONS as readonly unknown[]).includes(value);
}

/** What a report says that is answered without thanks, ticks and cheer, and that begins a pause. */
export function isGrief({ state, obstacle }: { state: PlanState; obstacle: string | null }): boolean {
  return state === "stuck" && obstacle === "illness";
}

/** The last day of a pause of so many days that begins today. */
export function lastDayOf(today: Day, days: number): Day {
  return addDays(today, days - 1);
}

/** At least today, at most so far that it has MOST_PAUSE_DAYS days. */
export function canPauseUntil(fromOn: Day, untilOn: Day, today: Day): boolean {
  return untilOn >= today && daysBetween(fromOn, untilOn) < MOST_PAUSE_DAYS;
}

/** The morning on which they are welcomed back, by their own clock. Kept with the pause and worked out in SQL: no office moves this hour. */
export function pauseEndsAt(zone: Zone, untilOn: Day): Date {
  return instantAt(zone, addDays(untilOn, 1), DAY_PLAN.speaking.planReminder);
}

/** Whether it still lasts: not taken back, not ended, not over. `today` by the clock of the person. */
export function isOn({ fromOn, untilOn, undoneAt }: Omit<PauseFacts, "reason" | "at">, today: Day): boolean {
  return undoneAt === null && untilOn >= fromOn && untilOn >= today;
}

export function canUndoPause({ at, undoneAt }: Pick<PauseFacts, "at" | "undoneAt">, now: Date): boolean {
  return undoneAt === null && now.getTime() - at.getTime() <= UNDO_MILLISECONDS;
}

/** The last day of one that is ended today: the day before, because today counts again. */
export function endedOn(today: Day): Day {
  return addDays(today, -1);
}

/** Nothing leaves for them unasked. */
export function isPaused({ pausedUntil }: Pick<Person, "pausedUntil">, now: Date): boolean {
  return pausedUntil !== null && now < pausedUntil;
}

/** On pause, or back and not welcomed yet: the welcome asks for what is owed, and stands for its reminders. */
export function awaitsWelcome({ pausedUntil }: Pick<Person, "pausedUntil">): boolean {
  return pausedUntil !== null;
}

/** … and nothing cheerful is said. */
export function isQuiet({ quietUntil }: Pick<Person, "quietUntil">, now: Date): boolean {
  return quietUntil !== null && now < quietUntil;
}

/** One of those who act for a library, in its time: from when, until when, and their pauses. */
export interface MemberTime {
  fromOn: Day;
  /** Null: they still do. */
  untilOn: Day | null;
  pauses: readonly DaySpan[];
}

/**
 * The days on which nothing was or is expected of a library: those of pauses of its place, and those on which everybody who acts for it
 * pauses. As long as one of them works, the plans go on.
 */
export function pausedSpans(ofPlace: readonly DaySpan[], members: readonly MemberTime[]): DaySpan[] {
  const shared = members.flatMap(({ pauses }) => pauses).flatMap((pause) => daysOf(pause));
  const isIn = (day: Day, { fromOn, untilOn }: DaySpan) => fromOn <= day && day <= untilOn;
  const allPause = (day: Day) => {
    const acting = members.filter(({ fromOn, untilOn }) => fromOn <= day && (untilOn === null || day < untilOn));
    return acting.length > 0 && acting.every(({ pauses }) => pauses.some((pause) => isIn(day, pause)));
  };
  const days = [...new Set([...ofPlace.flatMap(daysOf), ...shared.filter(allPause)])].sort();
  const spans: DaySpan[] = [];
  for (const day of days) {
    const last = spans.at(-1);
    if (last !== undefined && addDays(last.untilOn, 1) === day) last.untilOn = day;
    else spans.push({ fromOn: day, untilOn: day });
  }
  return spans;
}

/** Of these spans, in order, the days from this one on: what was over before a class began is none of its plans'. */
export function spansSince(spans: readonly DaySpan[], since: Day): DaySpan[] {
  return spans
    .filter(({ untilOn }) => untilOn >= since)
    .map(({ fromOn, untilOn }) => ({ fromOn: fromOn < since ? since : fromOn, untilOn }));
}

function daysOf({ fromOn, untilOn }: DaySpan): Day[] {
  const count = daysBetween(fromOn, untilOn) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, n) => addDays(fromOn, n));
}
