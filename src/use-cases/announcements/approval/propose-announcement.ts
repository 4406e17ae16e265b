// Puts an announcement to very many before the other admins: it leaves when one of them approves exactly this text.
import type { Reach } from "../../../domain/people/admin-reach.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { NewAnnouncement } from "../../../ports/announcements/announcements.js";
import type { World } from "../../../ports.js";
import type { PublishAnnouncementOutcome } from "../publish-outcome.js";
import { approversOf, askApprovers } from "./ask-approvers.js";

/** Part of publishing: called in its transaction, after everything else was found to be right. */
export async function proposeAnnouncement(
  inside: World,
  actor: KnownActor,
  announcement: NewAnnouncement,
  reach: Reach[],
  receivers: number,
): Promise<PublishAnnouncementOutcome> {
  const { store, clock } = inside;
  const now = clock.now();
  const { contentHash, audience, emergency = false, localTime = null } = announcement;
  const found = await approversOf(inside, actor, reach);
  if (found.kind === "problem") return found;
  const { id, isNew } = await store.announcements.propose(announcement, reach, now);
  if (!isNew) return { kind: "already_published", announcementId: id };
  const details = { contentHash, audience, emergency, receivers, ...(localTime !== null && { localTime }) };
  const entry = {
    actorId: actor.person.id,
    action: "announcement.propose",
    subject: `announcement:${id}`,
    details,
  } as const;
  await store.audit.record(entry, now);
  await askApprovers(inside, actor, found.approvers, { id, contentHash, receivers, emergency });
  return { kind: "proposed", announcementId: id };
}
