// Under which terms this admin may speak to an audience now: their own reach, and when each zone may be disturbed.
import { adminReach } from "../../domain/people/admin-reach.js";
import type { Actor } from "../../domain/people/person.js";
import { dayIn } from "../../domain/time/calendar.js";
import { nextWorkingInstant } from "../../domain/time/working-hours.js";
import { ZONES } from "../../domain/time/zone.js";
import type { AudienceTerms } from "../../ports/announcements.js";
import type { World } from "../../ports.js";

export function audienceTerms(world: World, actor: Actor): AudienceTerms {
  const now = world.clock.now();
  return {
    reach: adminReach(actor.roles),
    zones: ZONES.map((zone) => ({
      zone,
      dueAt: nextWorkingInstant(zone, now, world.settings.rest),
      today: dayIn(zone, now),
    })),
  };
}
