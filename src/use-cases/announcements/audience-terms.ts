// Under which terms this admin may speak to an audience now: their own reach, and when each zone may be disturbed. What they practise on is
// within it only where the scope names it.
import type { AudienceScope } from "../../domain/announcements/announcement.js";
import { adminReach } from "../../domain/people/admin-reach.js";
import { practiceCare } from "../../domain/people/permissions.js";
import type { Actor } from "../../domain/people/person.js";
import { dayIn } from "../../domain/time/calendar.js";
import { nextWorkingInstant } from "../../domain/time/working-hours.js";
import { ZONES } from "../../domain/time/zone.js";
import type { AudienceTerms } from "../../ports/announcements.js";
import type { World } from "../../ports.js";

export function audienceTerms(world: World, actor: Actor, scope?: AudienceScope): AudienceTerms {
  const now = world.clock.now();
  const practice = scope?.kind === "practice" ? practiceCare(actor) : null;
  return {
    reach: practice === null ? adminReach(actor.roles) : practice.regions,
    zones: ZONES.map((zone) => ({
      zone,
      dueAt: nextWorkingInstant(zone, now, world.settings.rest),
      today: dayIn(zone, now),
    })),
  };
}
