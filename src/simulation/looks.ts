// When a simulation looks up: at the hours at which the programme speaks by itself, around sessions, and when a post is due. In between
// nothing can happen, so the night takes no time.
import type { SimulatedClass } from "../domain/simulation/simulated-class.js";
import { addDays, dayIn, instantAt } from "../domain/time/calendar.js";
import type { Hours } from "../domain/time/day-plan.js";
import type { Zone } from "../domain/time/zone.js";

/** Before a session: its reminders, its link, its begin. */
const MINUTES_BEFORE_SESSION = [180, 120, 60, 30, 15, 0];

const MINUTE = 60_000;

/** Every instant at which a job can have something to do, in order. */
export function looksOf(
  classes: readonly SimulatedClass[],
  { from, until, hours: plan }: { from: Date; until: Date; hours: Hours },
): Date[] {
  const zones = new Set<Zone>(["Asia/Jakarta", ...classes.map(({ zone }) => zone)]);
  const hours = [plan.workingHours.from, ...Object.values(plan.speaking)];
  const instants = new Set<number>();
  for (const zone of zones) {
    for (let day = dayIn(zone, from); instantAt(zone, day, "00:00") < until; day = addDays(day, 1)) {
      for (const hour of hours) instants.add(instantAt(zone, day, hour).getTime());
    }
  }
  for (const { startsAt } of classes.flatMap(({ sessions }) => sessions)) {
    for (const minutes of MINUTES_BEFORE_SESSION) instants.add(startsAt.getTime() - minutes * MINUTE);
  }
  return [...instants]
    .filter((at) => at >= from.getTime() && at < until.getTime())
    .sort((a, b) => a - b)
    .map((at) => new Date(at));
}
