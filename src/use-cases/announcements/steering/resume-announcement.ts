// Lets a held announcement go on where it was held.
import type { KnownActor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";
import { type SteerOutcome, steerAnnouncement } from "./steer-announcement.js";

export function resumeAnnouncement(world: World, actor: KnownActor, announcementId: number): Promise<SteerOutcome> {
  return steerAnnouncement(
    world,
    actor,
    { announcementId, verb: "resume", from: ["paused"], to: "sending" },
    ({ announcements }, now) => announcements.noteResumed(announcementId, now),
  );
}
