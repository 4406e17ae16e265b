// Publishes an announcement: its text, a row for each of its audience and a post for each receiver, in one transaction.
// One to very many is only proposed: another admin has to approve exactly this text. One with a time leaves by schedule/send-scheduled.ts.
import { createHash } from "node:crypto";
import { type AnnouncementContent, canonicalForm, TWIN_WITHIN_HOURS } from "../../domain/announcements/announcement.js";
import type { Audience } from "../../domain/announcements/audience.js";
import type { LocalTime } from "../../domain/announcements/local-time.js";
import type { Reach } from "../../domain/people/admin-reach.js";
import { isAdmin, type KnownActor } from "../../domain/people/person.js";
import type { NewAnnouncement } from "../../ports/announcements/announcements.js";
import type { World } from "../../ports.js";
import { announcementProblem, needsApproval, reachableCount, timeProblem } from "./announcement-problem.js";
import { proposeAnnouncement as propose } from "./approval/propose-announcement.js";
import { audienceTerms } from "./audience-terms.js";
import type { PublishAnnouncementOutcome } from "./publish-outcome.js";

export interface PublishAnnouncementInput {
  /** The draft it is confirmed from: confirmed ten times, it is one announcement. */
  draftId: number;
  content: AnnouncementContent;
  audience: Audience;
  /** As NewAnnouncement.emergency. */
  emergency?: boolean;
  /** As NewAnnouncement.localTime. */
  localTime?: LocalTime | null;
}

export async function publishAnnouncement(
  world: World,
  actor: KnownActor,
  { draftId, content, audience, emergency = false, localTime = null }: PublishAnnouncementInput,
): Promise<PublishAnnouncementOutcome> {
  if (!isAdmin(actor)) return { kind: "not_allowed" };
  const now = world.clock.now();
  const terms = audienceTerms(world, actor, audience.scope, localTime);
  const contentHash = hashOf({ content, audience, emergency, localTime }, terms.reach);
  return world.transaction(async (inside) => {
    const { store } = inside;
    const { announcements, audit } = store;
    const twin = await announcements.twinOf(contentHash, new Date(now.getTime() - TWIN_WITHIN_HOURS * 3_600_000));
    if (twin !== null) {
      const { id: announcementId, authorName } = twin;
      return twin.draftId === draftId
        ? { kind: "already_published", announcementId }
        : { kind: "same_just_published", announcementId, authorName };
    }
    const preview = await announcements.preview(audience, terms);
    const problem = announcementProblem(content, preview, timeProblem(world, localTime, preview));
    if (problem !== null) return { kind: "problem", problem };
    const announcement = { authorId: actor.person.id, draftId, content, audience, contentHash, emergency, localTime };
    const receivers = reachableCount(preview);
    if (needsApproval(world, receivers)) return propose(inside, actor, announcement, terms.reach, receivers);
    const published = await announcements.publish(announcement, terms, now);
    if (!published.isNew) return { kind: "already_published", announcementId: published.id };
    await audit.record(
      {
        actorId: actor.person.id,
        action: "announcement.publish",
        subject: `announcement:${published.id}`,
        details: {
          ...{ contentHash, audience, emergency, skipped: preview.skipped },
          ...(localTime === null ? { receivers: published.posted } : { localTime, receivers }),
        },
      },
      now,
    );
    return { kind: "published", announcementId: published.id };
  });
}

/** Of exactly this text to exactly this audience at this time, as an emergency or not. */
export function hashOf(
  {
    content,
    audience,
    emergency,
    localTime,
  }: Pick<NewAnnouncement, "content" | "audience" | "emergency" | "localTime">,
  reach: readonly Reach[],
): string {
  return createHash("sha256")
    .update(canonicalForm(content, audience, reach, emergency, localTime))
    .digest("hex");
}
