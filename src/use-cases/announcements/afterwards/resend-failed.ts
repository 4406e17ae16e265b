// Sends an announcement once more to those who surely did not get it and can be reached now; to nobody else.
import type { KnownActor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";
import { announcementWithinReach } from "../announcement-within-reach.js";
import { audienceTerms } from "../audience-terms.js";

export type ResendOutcome = { kind: "requeued"; count: number } | { kind: "cancelled" } | { kind: "out_of_reach" };

export async function resendFailed(world: World, actor: KnownActor, announcementId: number): Promise<ResendOutcome> {
  const terms = audienceTerms(world, actor);
  return world.transaction(async ({ store }) => {
    const announcement = await announcementWithinReach(store, actor, announcementId);
    if (announcement === null) return { kind: "out_of_reach" };
    if (announcement.state === "cancelled") return { kind: "cancelled" };
    const count = await store.announcements.requeueFailed(announcementId, terms);
    if (count > 0) {
      const subject = `announcement:${announcementId}`;
      const entry = { actorId: actor.person.id, action: "announcement.resend" as const, subject, details: { count } };
      await store.audit.record(entry, world.clock.now());
    }
    return { kind: "requeued", count };
  });
}
