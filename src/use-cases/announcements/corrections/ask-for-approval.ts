// Puts a correction of very many copies before the other admins.
import { action } from "../../../domain/messages/action.js";
import { type KnownActor, type Person, zoneOf } from "../../../domain/people/person.js";
import type { Copies } from "../../../ports/announcements/corrections.js";
import type { World } from "../../../ports.js";
import { postTo } from "../../posting.js";

export async function askForApproval(
  inside: World,
  { person }: KnownActor,
  { correctionId, approvers, copies }: { correctionId: number; approvers: Person[]; copies: Copies },
): Promise<void> {
  await postTo(
    inside,
    approvers.map((to) => ({
      key: `correction-approval:${correctionId}:${to.id}`,
      kind: "approval_request",
      to: { ...to, zone: zoneOf(to) },
      names: [person.id],
      subjects: [`correction:${correctionId}`],
      say: ({ announcement: words }) => ({
        ...words.corrections.request(person.name, copies.delivered + copies.waiting),
        buttons: [[{ label: words.approval.review, data: action("review_correction", correctionId), tone: "primary" }]],
      }),
    })),
  );
}
