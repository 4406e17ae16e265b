// Puts an announcement before the other admins, as it is now.
import { APPROVAL_ABOVE } from "../../../domain/announcements/announcement.js";
import { action } from "../../../domain/messages/action.js";
import type { Reach } from "../../../domain/people/admin-reach.js";
import { isReachable, type KnownActor, type Person, zoneOf } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";
import { postTo } from "../../posting.js";
import type { AnnouncementProblem } from "../announcement-problem.js";

/** Who can be asked; or why nobody can. */
export async function approversOf(
  { settings, store }: World,
  actor: Pick<KnownActor, "person">,
  reach: Reach[],
): Promise<{ kind: "approvers"; approvers: Person[] } | { kind: "problem"; problem: AnnouncementProblem }> {
  const others = await store.announcements.approversFor(reach, actor.person.id);
  const above = settings.approvalAbove ?? APPROVAL_ABOVE;
  if (others.length === 0) return { kind: "problem", problem: { kind: "no_approver", above } };
  const approvers = others.filter(isReachable);
  if (approvers.length > 0) return { kind: "approvers", approvers };
  const names = others.map(({ name }) => name);
  return { kind: "problem", problem: { kind: "approvers_unreachable", above, names } };
}

/** Call it where the announcement is written down as it is now: the same text may be put before them again, a day later. */
export async function askApprovers(
  inside: World,
  actor: Pick<KnownActor, "person">,
  approvers: Person[],
  { id, contentHash, receivers, emergency }: { id: number; contentHash: string; receivers: number; emergency: boolean },
): Promise<void> {
  const subject = `announcement:${id}`;
  const asked = `${contentHash.slice(0, HASH_CHARACTERS)}.${inside.clock.now().getTime().toString(36)}`;
  await postTo(
    inside,
    approvers.map((to) => ({
      key: `approval:${id}:${asked}:${to.id}`,
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
}

const HASH_CHARACTERS = 12;
