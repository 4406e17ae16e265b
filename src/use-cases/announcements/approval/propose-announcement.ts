// Puts an announcement to very many before the other admins: it leaves when one of them approves exactly this text.

import { APPROVAL_ABOVE } from "../../../domain/announcements/announcement.js";
import { action } from "../../../domain/messages/action.js";
import type { Reach } from "../../../domain/people/admin-reach.js";
import { isReachable, type KnownActor, zoneOf } from "../../../domain/people/person.js";
import type { NewAnnouncement } from "../../../ports/announcements.js";
import type { World } from "../../../ports.js";
import { postTo } from "../../posting.js";
import type { PublishAnnouncementOutcome } from "../publish-outcome.js";

/** Part of publishing: called in its transaction, after everything else was found to be right. */
export async function proposeAnnouncement(
  { store, ...rest }: World,
  actor: KnownActor,
  announcement: NewAnnouncement,
  reach: Reach[],
  receivers: number,
): Promise<PublishAnnouncementOutcome> {
  const world = { store, ...rest };
  const now = world.clock.now();
  const { contentHash, audience, emergency = false } = announcement;
  const others = await store.announcements.approversFor(reach, actor.person.id);
  const above = world.settings.approvalAbove ?? APPROVAL_ABOVE;
  if (others.length === 0) return { kind: "problem", problem: { kind: "no_approver", above } };
  const approvers = others.filter(isReachable);
  if (approvers.length === 0) {
    const names = others.map(({ name }) => name);
    return { kind: "problem", problem: { kind: "approvers_unreachable", above, names } };
  }
  const { id, isNew } = await store.announcements.propose(announcement, reach, now);
  if (!isNew) return { kind: "already_published", announcementId: id };
  const subject = `announcement:${id}`;
  await store.audit.record(
    {
      actorId: actor.person.id,
      action: "announcement.propose",
      subject,
      details: { contentHash, audience, emergency, receivers },
    },
    now,
  );
  await postTo(
    world,
    approvers.map((to) => ({
      key: `approval:${id}:${to.id}`,
      kind: "approval_request",
      // Who is admin by the server's settings alone has told no province: they are asked by the clock of the capital.
      to: { ...to, zone: zoneOf(to) },
      names: [actor.person.id],
      subjects: [subject],
      say: ({ announcement: words }) => ({
        ...words.approval.request(actor.person.name, receivers, emergency),
        buttons: [[{ label: words.approval.review, data: action("review_announcement", id), tone: "primary" }]],
      }),
    })),
  );
  return { kind: "proposed", announcementId: id };
}
