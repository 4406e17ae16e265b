// A week of quiet for somebody who told us of illness, mourning or a disaster: the work plans can wait. Only its end is kept, not why.

import type { PlanState } from "../plans/plan-state.js";
import { addDays, dayIn, instantAt } from "../time/calendar.js";
import { DAY_PLAN } from "../time/day-plan.js";
import { type Person, zoneOf } from "./person.js";

/** As long as the first visits and prayers last in most villages; then a reminder is a help again. */
const QUIET_DAYS = 7;

/** What a report says that is answered without thanks, ticks and cheer. */
export function isGrief({ state, obstacle }: { state: PlanState; obstacle: string | null }): boolean {
  return state === "stuck" && obstacle === "illness";
}

/** The morning on which reminders begin again. */
export function quietEndFrom(person: Pick<Person, "zone">, now: Date): Date {
  const zone = zoneOf(person);
  return instantAt(zone, addDays(dayIn(zone, now), QUIET_DAYS), DAY_PLAN.speaking.planReminder);
}

export function isQuiet({ quietUntil }: Pick<Person, "quietUntil">, now: Date): boolean {
  return quietUntil !== null && now < quietUntil;
}

/** This instant, or the end of the quiet where that is later. */
export function afterQuiet({ quietUntil }: Pick<Person, "quietUntil">, at: Date): Date {
  return quietUntil !== null && quietUntil > at ? quietUntil : at;
}
