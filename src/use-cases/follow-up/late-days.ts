// Each zone's day now, and the last due day of which a trainer can hear on it.
import { dayIn } from "../../domain/calendar.js";
import { latestDueDayToAlert } from "../../domain/follow-up.js";
import { ZONES } from "../../domain/zone.js";
import type { LateDay } from "../../ports/caseloads.js";
import type { World } from "../../ports.js";

export function lateDaysNow({ clock, settings }: World): LateDay[] {
  return ZONES.map((zone) => {
    const today = dayIn(zone, clock.now());
    return { zone, today, dueUntil: latestDueDayToAlert(today, settings.rest) };
  });
}
