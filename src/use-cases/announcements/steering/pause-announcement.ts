// Holds an announcement: what has not left yet waits until it is resumed.
import type { KnownActor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";
import { type SteerOutcome, steerAnnouncement } from "./steer-announcement.js";

export function pauseAnnouncement(world: World, actor: KnownActor, announcementId: number): Promise<SteerOutcome> {
  return steerAnnouncement(world, actor, { announcementId, verb: "pause", from: ["sending"], to: "paused" });
}
