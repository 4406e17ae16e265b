// Putting off a reminder: to which moments, and how often before the trainer sees it.

import { addDays, type Day, dayIn, instantAt, weekday } from "../time/calendar.js";
import { addWorkingDays, hoursOf, isWorkingInstant, type RestDays } from "../time/working-hours.js";
import type { Zone } from "../time/zone.js";

const SNOOZE_KINDS = ["afternoon", "tomorrow", "three_days", "monday"] as const;
export type SnoozeKind = (typeof SNOOZE_KINDS)[number];

export interface SnoozeChoice {
  kind: SnoozeKind;
  at: Date;
}

/** As often as a plan's reminder can be put off until somebody says how the plan is going; then its trainer sees it. */
export const MOST_SNOOZES = 3;

/** "This afternoon" in less than an hour would be no delay at all. */
const LEAST_DELAY_MILLISECONDS = 3_600_000;

/** The longest that a choice can reach: three days or a Monday, moved past the two weeks of Lebaran. */
const FARTHEST_MILLISECONDS = 21 * 86_400_000;

/**
 * What can be chosen now, each moment once: on a Saturday "tomorrow" and "Monday" are the same Monday morning. `lastDay`: of plans that
 * are still in time the first due day; beyond it nobody would be reminded in time.
 */
export function snoozeChoices(zone: Zone, now: Date, rest: RestDays, lastDay: Day | null = null): SnoozeChoice[] {
  const today = dayIn(zone, now);
  const { speaking } = hoursOf(rest);
  const morning = (day: Day) => instantAt(zone, addWorkingDays(day, 0, rest), speaking.planReminder);
  const afternoon = instantAt(zone, today, speaking.snoozedAfternoon);
  const isInTime = afternoon.getTime() - now.getTime() >= LEAST_DELAY_MILLISECONDS;
  const choices: SnoozeChoice[] = [
    ...(isInTime && isWorkingInstant(zone, afternoon, rest) ? [{ kind: "afternoon" as const, at: afternoon }] : []),
    { kind: "tomorrow", at: morning(addDays(today, 1)) },
    { kind: "three_days", at: morning(addDays(today, 3)) },
    { kind: "monday", at: morning(addDays(today, 8 - weekday(today))) },
  ];
  return choices
    .filter(({ at }, n) => choices.findIndex((one) => one.at.getTime() === at.getTime()) === n)
    .filter(({ at }) => lastDay === null || dayIn(zone, at) <= lastDay);
}

/** Whether a reminder may be put off to this moment: buttons can be old, or forged. */
export function canSnoozeUntil(
  { zone, rest, lastDay }: { zone: Zone; rest: RestDays; lastDay: Day | null },
  at: Date,
  now: Date,
): boolean {
  const delay = at.getTime() - now.getTime();
  if (lastDay !== null && dayIn(zone, at) > lastDay) return false;
  return delay > 0 && delay <= FARTHEST_MILLISECONDS && isWorkingInstant(zone, at, rest);
}

/** The first due day of those plans that are still in time; null where none is: a late plan has no day that could be missed. */
export function lastDayToSnooze(plans: readonly { dueOn: Day }[], today: Day): Day | null {
  const ahead = plans.map(({ dueOn }) => dueOn).filter((day) => day >= today);
  return ahead.sort()[0] ?? null;
}
