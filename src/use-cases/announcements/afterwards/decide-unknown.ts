// An admin decides about a receiver for whom nobody knows whether the announcement arrived: it is sent once more, or taken as arrived.
import type { KnownActor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";
import { announcementWithinReach } from "../announcement-within-reach.js";
import { audienceTerms } from "../audience-terms.js";

export interface DecideUnknownInput {
  announcementId: number;
  outboxId: number;
  decision: "send_again" | "taken_as_sent";
}

export type DecideUnknownOutcome = { kind: "decided" | "decided_before" | "cancelled" | "out_of_reach" };

export async function decideUnknown(
  world: World,
  actor: KnownActor,
  { announcementId, outboxId, decision }: DecideUnknownInput,
): Promise<DecideUnknownOutcome> {
  const now = world.clock.now();
  const terms = audienceTerms(world, actor);
  return world.transaction(async ({ store }) => {
    const announcement = await announcementWithinReach(store, actor, announcementId);
    if (announcement === null) return { kind: "out_of_reach" };
    if (announcement.state === "cancelled" && decision === "send_again") return { kind: "cancelled" };
    const changed = await store.announcements.settleUnknown(announcementId, outboxId, decision, terms, now);
    if (!changed) return { kind: "decided_before" };
    const subject = `announcement:${announcementId}`;
    const details = { outboxId, decision };
    await store.audit.record(
      { actorId: actor.person.id, action: "announcement.decide_unknown", subject, details },
      now,
    );
    return { kind: "decided" };
  });
}
