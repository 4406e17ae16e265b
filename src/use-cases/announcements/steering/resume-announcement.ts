// Lets a held announcement go on where it was held; one that could not leave as it is for those who are in its audience now stays held.
import { zonesToGo } from "../../../domain/announcements/announcement.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";
import { type AnnouncementProblem, problemAtDeparture } from "../announcement-problem.js";
import { announcementWithinReach } from "../announcement-within-reach.js";
import { zonesAt } from "../audience-terms.js";
import { type SteerOutcome, steerAnnouncement } from "./steer-announcement.js";

type ResumeOutcome = SteerOutcome | { kind: "problem"; problem: AnnouncementProblem };

export async function resumeAnnouncement(
  world: World,
  actor: KnownActor,
  announcementId: number,
): Promise<ResumeOutcome> {
  // The job that lets it leave looks again: this is only to say it at once.
  const problem = await problemNow(world, actor, announcementId);
  if (problem !== null) return { kind: "problem", problem };
  return steerAnnouncement(
    world,
    actor,
    { announcementId, verb: "resume", from: ["paused"], to: "sending" },
    ({ announcements }, now) => announcements.noteResumed(announcementId, now),
  );
}

async function problemNow(world: World, actor: KnownActor, id: number): Promise<AnnouncementProblem | null> {
  const announcement = await announcementWithinReach(world.store, actor, id);
  if (announcement?.state !== "paused" || zonesToGo(announcement).length === 0) return null;
  const { audience, reach, localTime } = announcement;
  const terms = { reach, zones: zonesAt(world, localTime) };
  return problemAtDeparture(announcement, await world.store.announcements.preview(audience, terms));
}
