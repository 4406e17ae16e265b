/** When we may speak to somebody unasked: by day, in their own zone, not on Sundays or holidays. */

import { addDays, type Day, dayIn, daysBetween, instantAt, minutesOf, timeIn, weekday } from "./calendar.js";
import { DAY_PLAN, type Hours } from "./day-plan.js";
import type { Zone } from "./zone.js";

/** The days on which nobody is disturbed. Sundays always rest and need not be listed. With them goes what the other days' hours are. */
export interface RestDays {
  readonly holidays: ReadonlySet<Day>;
  /** DAY_PLAN's, when they are not said. */
  readonly hours?: Hours;
}

export function hoursOf({ hours = DAY_PLAN }: RestDays): Hours {
  return hours;
}

/**
 * Deferred messages leave within the window's first half hour: at 30 messages a second it has room for 54,000, more than the
 * programme's people, and anyone who is told at 08:00 that something is due today still has the whole day.
 */
export const SPREAD_MILLISECONDS = 30 * 60_000;
/** Golden-ratio hashing: neighbouring ids land far apart, so any run of ids fills the half hour evenly. */
export const SPREAD_FACTOR = 0x9e3779b1;

export function isRestDay(day: Day, rest: RestDays): boolean {
  return weekday(day) === 7 || rest.holidays.has(day);
}

export function isWorkingInstant(zone: Zone, instant: Date, rest: RestDays): boolean {
  const minutes = minutesOf(timeIn(zone, instant));
  const { from, until } = hoursOf(rest).workingHours;
  return minutes >= minutesOf(from) && minutes < minutesOf(until) && !isRestDay(dayIn(zone, instant), rest);
}

/**
 * The first instant from this one on at which we may speak: itself, or some moment early in the next window. With a seed (a
 * person's id) the moment is that person's own, always the same and evenly spread; without one it is the window's first.
 */
export function nextWorkingInstant(zone: Zone, instant: Date, rest: RestDays, spreadSeed?: number): Date {
  if (isWorkingInstant(zone, instant, rest)) return instant;
  const today = dayIn(zone, instant);
  const { from } = hoursOf(rest).workingHours;
  const isBeforeWindow = minutesOf(timeIn(zone, instant)) < minutesOf(from);
  const start = instantAt(zone, workingDayFrom(isBeforeWindow ? today : addDays(today, 1), rest), from);
  return spreadSeed === undefined ? start : new Date(start.getTime() + spreadOffset(spreadSeed));
}

/**
 * The n-th working day after this one; before it when n is negative. With n = 0 the day itself, or the next working day when it
 * is a rest day.
 */
export function addWorkingDays(day: Day, n: number, rest: RestDays): Day {
  if (n === 0) return workingDayFrom(day, rest);
  const step = n < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(n); left > 0; ) {
    reached = addDays(reached, step);
    if (!isRestDay(reached, rest)) left -= 1;
  }
  return reached;
}

/** Whether no working day of its week, which begins on Monday, came before this one. */
export function isFirstWorkingDayOfWeek(day: Day, rest: RestDays): boolean {
  return !isRestDay(day, rest) && daysBetween(addWorkingDays(day, -1, rest), day) >= weekday(day);
}

function workingDayFrom(day: Day, rest: RestDays): Day {
  let candidate = day;
  while (isRestDay(candidate, rest)) candidate = addDays(candidate, 1);
  return candidate;
}

/** The same as storage/announcements/audience-tables.ts does in SQL. */
function spreadOffset(seed: number): number {
  const scattered = Math.imul(seed, SPREAD_FACTOR) >>> 0;
  return Math.floor((scattered / 2 ** 32) * SPREAD_MILLISECONDS);
}
