// Stops an announcement for good: what has not left yet never does. Only what is in flight at this instant still arrives.
import type { KnownActor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";
import { callOff } from "./call-off.js";
import { type SteerOutcome, steerAnnouncement } from "./steer-announcement.js";

export function cancelAnnouncement(world: World, actor: KnownActor, announcementId: number): Promise<SteerOutcome> {
  return steerAnnouncement(
    world,
    actor,
    { announcementId, verb: "cancel", from: ["sending", "paused", "awaiting"], to: "cancelled" },
    // The state alone stops the claims; this settles what waits, so that it can be counted and forgotten like all else.
    async (store, now) => {
      await store.announcements.cancelWaiting(announcementId, now);
      await callOff(store, announcementId, "withdrawn", now);
    },
  );
}
