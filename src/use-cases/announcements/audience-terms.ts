// Under which terms this admin may speak to an audience: their own reach, and when each zone is written to. What they practise on is
// within it only where the scope names it.
import type { AudienceScope } from "../../domain/announcements/audience.js";
import { instantIn, type LocalTime } from "../../domain/announcements/local-time.js";
import { adminReach, type Reach } from "../../domain/people/admin-reach.js";
import { maySteerAnnouncement, practiceCare } from "../../domain/people/permissions.js";
import type { Actor } from "../../domain/people/person.js";
import { dayIn } from "../../domain/time/calendar.js";
import { nextWorkingInstant } from "../../domain/time/working-hours.js";
import { ZONES } from "../../domain/time/zone.js";
import type { Announcement, AudienceTerms } from "../../ports/announcements/announcements.js";
import type { World } from "../../ports.js";

/** An announcement that is being changed; null: a new one. */
export type Changing = Pick<Announcement, "reach" | "audience"> | null;

export function audienceTerms(
  world: World,
  actor: Actor,
  scope?: AudienceScope,
  localTime: LocalTime | null = null,
  changing: Changing = null,
): AudienceTerms {
  return { reach: audienceReach(actor, scope, changing), zones: zonesAt(world, localTime) };
}

/**
 * What is changed stays within the reach it was published with: "all participants" of Jambi do not become the whole country's because an
 * admin of the whole country mends a word, and stay in the hands of those of Jambi.
 */
export function audienceReach(actor: Actor, scope?: AudienceScope, changing: Changing = null): Reach[] {
  const practice = scope?.kind === "practice" ? practiceCare(actor) : null;
  if (practice !== null) return practice.regions;
  const isOfProgramme = changing !== null && changing.audience.scope.kind !== "practice";
  return isOfProgramme && maySteerAnnouncement(actor, changing) ? changing.reach : adminReach(actor.roles);
}

/** `localTime`: not before it is that time there. */
export function zonesAt({ clock, settings }: World, localTime: LocalTime | null): AudienceTerms["zones"] {
  const now = clock.now();
  return ZONES.map((zone) => {
    const wanted = localTime === null ? now : instantIn(zone, localTime);
    const from = wanted > now ? wanted : now;
    const dueAt = nextWorkingInstant(zone, from, settings.rest);
    // Decided here, by the one reading of the clock: compared with another one later, "at once" would be a moment ahead or behind.
    return { zone, dueAt, waits: dueAt > now, today: dayIn(zone, now) };
  });
}
