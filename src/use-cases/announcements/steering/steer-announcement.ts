// What pausing, resuming and cancelling share: the right, the change of state, the audit, all in one transaction.
import type { AnnouncementState } from "../../../domain/announcements/announcement.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { Store, World } from "../../../ports.js";
import { announcementWithinReach } from "../announcement-within-reach.js";

export type SteerOutcome =
  | { kind: "changed" }
  /** It was in that state already, or in one that nothing leads out of. */
  | { kind: "unchanged" }
  | { kind: "out_of_reach" };

export async function steerAnnouncement(
  world: World,
  actor: KnownActor,
  change: {
    announcementId: number;
    verb: "pause" | "resume" | "cancel";
    from: AnnouncementState[];
    to: AnnouncementState;
  },
  alsoDo?: (store: Store, now: Date) => Promise<unknown>,
): Promise<SteerOutcome> {
  const now = world.clock.now();
  const { announcementId, verb, from, to } = change;
  return world.transaction(async ({ store }) => {
    if ((await announcementWithinReach(store, actor, announcementId)) === null) return { kind: "out_of_reach" };
    if (!(await store.announcements.changeState(announcementId, from, to))) return { kind: "unchanged" };
    await alsoDo?.(store, now);
    const subject = `announcement:${announcementId}`;
    await store.audit.record({ actorId: actor.person.id, action: `announcement.${verb}`, subject }, now);
    return { kind: "changed" };
  });
}
