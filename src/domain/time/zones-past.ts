// In which zones a working day has come to a certain time: what jobs with a local hour ask at each tick.
import { type Day, dayIn, minutesOf, timeIn } from "./calendar.js";
import { isWorkingInstant, type RestDays } from "./working-hours.js";
import { ZONES, type Zone } from "./zone.js";

/**
 * Zones where it is this time ("16:30") or later, but still within working hours: a bot that was away until the night does not
 * make up for it then. With each its local day.
 */
export function zonesPast(time: string, now: Date, rest: RestDays): { zone: Zone; day: Day }[] {
  return ZONES.filter(
    (zone) => minutesOf(timeIn(zone, now)) >= minutesOf(time) && isWorkingInstant(zone, now, rest),
  ).map((zone) => ({ zone, day: dayIn(zone, now) }));
}
