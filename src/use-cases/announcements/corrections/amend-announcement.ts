// Puts other words in place of what was sent: at once, or, of very many, when another admin has approved exactly these words.
import { APPROVAL_ABOVE } from "../../../domain/announcements/announcement.js";
import type { RichText } from "../../../domain/messages/message.js";
import { isReachable, type KnownActor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";
import { announcementWithinReach } from "../announcement-within-reach.js";
import { hashOf } from "../publish-announcement.js";
import { askForApproval } from "./ask-for-approval.js";
import { type CorrectionProblem, judgeCorrection } from "./judge-correction.js";

export interface AmendAnnouncementInput {
  announcementId: number;
  /** The draft it is confirmed from: confirmed ten times, it is one correction. */
  draftId: number;
  words: RichText;
  /** Of the announcement that its author saw when they began: two admins do not write over each other unseen. */
  seenHash: string;
}

export type AmendOutcome =
  | { kind: "started" | "proposed" | "done_before"; correctionId: number }
  | { kind: "out_of_reach" }
  /** Somebody else has changed it meanwhile. */
  | { kind: "changed_meanwhile" }
  | { kind: "problem"; problem: CorrectionProblem };

export async function amendAnnouncement(
  world: World,
  actor: KnownActor,
  { announcementId, draftId, words, seenHash }: AmendAnnouncementInput,
): Promise<AmendOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    await store.corrections.hold(announcementId);
    const announcement = await announcementWithinReach(store, actor, announcementId);
    if (announcement === null) return { kind: "out_of_reach" };
    const before = await store.corrections.ofDraft(draftId);
    if (before !== null) return { kind: "done_before", correctionId: before };
    if (announcement.contentHash !== seenHash) return { kind: "changed_meanwhile" };
    const judged = await judgeCorrection(inside, actor, announcement, words);
    const { problem, content, fresh, copies, needsApproval } = judged;
    if (problem !== null) return { kind: "problem", problem };
    const approvers = needsApproval ? await store.announcements.approversFor(announcement.reach, actor.person.id) : [];
    const asked = approvers.filter(isReachable);
    if (needsApproval && asked.length === 0) return { kind: "problem", problem: nobodyToAsk(inside, approvers) };
    const contentHash = hashOf({ ...announcement, content: fresh }, announcement.reach);
    const draft = { announcementId, authorId: actor.person.id, draftId, kind: "amend", content, fresh } as const;
    const correction = { ...draft, seenHash, contentHash };
    const { id } = await store.corrections.create(correction, needsApproval ? "awaiting" : "running", now);
    const details = { correction: id, contentHash, copies: copies.delivered, waiting: copies.waiting };
    const line = { actorId: actor.person.id, subject: `announcement:${announcementId}`, details };
    if (needsApproval) {
      await store.audit.record({ ...line, action: "announcement.propose_correction" }, now);
      await askForApproval(inside, actor, { correctionId: id, approvers: asked, copies });
      return { kind: "proposed", correctionId: id };
    }
    const created = await store.corrections.find(id);
    if (created !== null) await store.corrections.start(created, now);
    await store.audit.record({ ...line, action: "announcement.amend" }, now);
    return { kind: "started", correctionId: id };
  });
}

function nobodyToAsk({ settings }: World, approvers: readonly { name: string }[]): CorrectionProblem {
  const above = settings.approvalAbove ?? APPROVAL_ABOVE;
  if (approvers.length === 0) return { kind: "no_approver", above };
  return { kind: "approvers_unreachable", above, names: approvers.map(({ name }) => name) };
}
