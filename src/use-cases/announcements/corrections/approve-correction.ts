// A second admin looks at a correction of very many copies, and approves exactly those words, once; then it begins.
import type { AnnouncementContent } from "../../../domain/announcements/announcement.js";
import { action } from "../../../domain/messages/action.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { Announcement } from "../../../ports/announcements/announcements.js";
import type { Copies, Correction } from "../../../ports/announcements/corrections.js";
import type { Store, World } from "../../../ports.js";
import { postTo } from "../../posting.js";
import { SEEN_CHARACTERS } from "../approval/approve-announcement.js";
import { hasWaitedInVain } from "../first-asked.js";
import { copiesOf } from "./copies-of.js";
import { correctionWithinReach } from "./correction-within-reach.js";
import { sampleOf } from "./preview-correction.js";

type NoApproval = { kind: "out_of_reach" | "own" | "decided_before" | "expired" };

export type ReviewCorrectionOutcome =
  | NoApproval
  | { kind: "review"; correction: Correction; sample: AnnouncementContent; copies: Copies };

export async function reviewCorrection(world: World, actor: KnownActor, id: number): Promise<ReviewCorrectionOutcome> {
  const found = await awaitingApproval(world.store, actor, id, world.clock.now());
  if (found.kind !== "awaiting") return found;
  const { correction, announcement } = found;
  const sample = await sampleOf(world, actor, announcement, correction.content ?? announcement.content);
  const copies = await copiesOf(world, announcement);
  return { kind: "review", correction, sample, copies };
}

export type ApproveCorrectionOutcome = NoApproval | { kind: "approved" | "rejected" };

/** `seen`: the beginning of the hash of what the admin was shown; other words are not approved by it. */
export async function approveCorrection(
  world: World,
  actor: KnownActor,
  { correctionId, seen, saidAt }: { correctionId: number; seen: string; saidAt: Date },
): Promise<ApproveCorrectionOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const known = await store.corrections.find(correctionId);
    if (known !== null) await store.corrections.hold(known.announcementId);
    const found = await awaitingApproval(store, actor, correctionId, saidAt);
    if (found.kind !== "awaiting") return found;
    const { correction, announcement } = found;
    const isWhatWasSeen = seen.length >= SEEN_CHARACTERS && correction.contentHash.startsWith(seen);
    if (!isWhatWasSeen || announcement.contentHash !== correction.seenHash) return { kind: "decided_before" };
    const changed = await store.corrections.changeState(correctionId, ["awaiting"], "running", actor.person.id);
    if (!changed) return { kind: "decided_before" };
    await store.corrections.start(correction, now);
    await settle(inside, actor, found, "approve_correction");
    return { kind: "approved" };
  });
}

export async function rejectCorrection(
  world: World,
  actor: KnownActor,
  { correctionId, saidAt }: { correctionId: number; saidAt: Date },
): Promise<ApproveCorrectionOutcome> {
  return world.transaction(async (inside) => {
    const { store } = inside;
    const found = await awaitingApproval(store, actor, correctionId, saidAt);
    if (found.kind !== "awaiting") return found;
    if (!(await store.corrections.changeState(correctionId, ["awaiting"], "cancelled"))) {
      return { kind: "decided_before" };
    }
    await settle(inside, actor, found, "reject_correction");
    return { kind: "rejected" };
  });
}

interface Found {
  correction: Correction;
  announcement: Announcement;
}

async function awaitingApproval(
  store: Store,
  actor: KnownActor,
  id: number,
  at: Date,
): Promise<NoApproval | ({ kind: "awaiting" } & Found)> {
  const found = await correctionWithinReach(store, actor, id);
  if (found === null) return { kind: "out_of_reach" };
  const { state, authorId } = found.correction;
  if (state !== "awaiting") return { kind: "decided_before" };
  if (authorId === actor.person.id) return { kind: "own" };
  const isOverdue = await hasWaitedInVain(store.announcements, `correction:${id}`, found.correction, at);
  return isOverdue ? { kind: "expired" } : { kind: "awaiting", ...found };
}

/** The account of it, no more requests, and word to the author. */
async function settle(
  inside: World,
  actor: KnownActor,
  { correction: { id, authorId, announcementId, contentHash } }: Found,
  verb: "approve_correction" | "reject_correction",
): Promise<void> {
  const now = inside.clock.now();
  const line = { actorId: actor.person.id, subject: `announcement:${announcementId}` };
  const details = { correction: id, contentHash };
  await inside.store.audit.record({ ...line, action: `announcement.${verb}`, details }, now);
  await inside.store.outbox.cancelAbout(`correction:${id}`, "decided", now, ["approval_request"]);
  const author = await inside.store.people.find(authorId);
  if (author === null) return;
  const by = actor.person.name;
  await postTo(inside, [
    {
      key: `correction-answer:${id}`,
      kind: "answer",
      to: author,
      names: [actor.person.id],
      say: ({ announcement: words }) => ({
        ...(verb === "approve_correction" ? words.corrections.approved(by) : words.corrections.refused(by)),
        buttons: [[{ label: words.corrections.open, data: action("correction", id) }]],
      }),
    },
  ]);
}
