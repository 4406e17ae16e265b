// Each zone's day now, the last due day of which a trainer can hear on it, and when the province helps.

import { latestDueDayToAlert } from "../../../domain/caseload/follow-up.js";
import { provinceRuleIn } from "../../../domain/caseload/with-province.js";
import { dayIn } from "../../../domain/time/calendar.js";
import { ZONES } from "../../../domain/time/zone.js";
import type { LateDay } from "../../../ports/people/caseloads.js";
import type { World } from "../../../ports.js";

export function lateDaysNow({ clock, settings }: World): LateDay[] {
  return ZONES.map((zone) => {
    const today = dayIn(zone, clock.now());
    return { zone, today, dueUntil: latestDueDayToAlert(today, settings.rest), ...provinceRuleIn(settings) };
  });
}
