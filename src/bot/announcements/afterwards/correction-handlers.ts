// Correcting and taking back what was sent, and the second admin's yes.
import { action, type Ids } from "../../../domain/messages/action.js";
import type { RichText } from "../../../domain/messages/message.js";
import type { Texts } from "../../../texts/index.js";
import {
  approveCorrection,
  askWithdrawal,
  followCorrection,
  rejectCorrection,
  reviewCorrection,
  SEEN_CHARACTERS,
  withdrawAnnouncement,
} from "../../../use-cases/index.js";
import type { KnownContext } from "../../context.js";
import { startForm } from "../../forms/fill-in-form.js";
import { confirmScreen } from "../../kit/confirm.js";
import { present, send, show } from "../../kit/show.js";
import { correctionCard } from "./correction-card.js";

export async function amend(ctx: KnownContext, [id]: Ids<"amend">): Promise<void> {
  await startForm(ctx, "amend", `announcement:${id}`);
}

export async function askWithdraw(ctx: KnownContext, [id]: Ids<"ask_withdraw">): Promise<void> {
  const { actor, texts, world } = ctx;
  const words = texts.announcement.corrections;
  const outcome = await askWithdrawal(world, actor, id);
  if (outcome.kind === "out_of_reach") return show(ctx, texts.announcement.outOfReach());
  const back = { label: words.keep, data: action("announcement_details", id) };
  if (outcome.kind === "nothing_sent") {
    const label = texts.announcement.back;
    return show(ctx, { ...words.problems.nothing_sent(), buttons: [[{ ...back, label }]] });
  }
  const yes = { label: words.withdrawNow, data: action("withdraw", id) };
  await show(ctx, confirmScreen(words.askWithdraw(outcome.copies), { yes, no: back }));
}

export async function withdraw(ctx: KnownContext, [id]: Ids<"withdraw">): Promise<void> {
  const { actor, texts, world } = ctx;
  const outcome = await withdrawAnnouncement(world, actor, id);
  if (outcome.kind === "out_of_reach") return show(ctx, texts.announcement.outOfReach());
  if (outcome.kind === "nothing_sent") {
    const back = { label: texts.announcement.back, data: action("announcement_details", id) };
    return show(ctx, { ...texts.announcement.corrections.problems.nothing_sent(), buttons: [[back]] });
  }
  await showCorrection(ctx, [outcome.correctionId]);
}

/** From here on this message follows the correction. */
export async function showCorrection(ctx: KnownContext, [id]: Ids<"correction">): Promise<void> {
  const { actor, texts, world } = ctx;
  const card = await correctionCard(world, actor, texts, id);
  const { messageId, refused } = await present(ctx, [card], "in place");
  if (!refused) await followCorrection(world, actor, { correctionId: id, messageId, card });
}

/** For the second admin: a copy as people would read it, then for how many. */
export async function review(ctx: KnownContext, [id]: Ids<"review_correction">): Promise<void> {
  const { actor, texts, world } = ctx;
  const words = texts.announcement.corrections;
  const outcome = await reviewCorrection(world, actor, id);
  if (outcome.kind !== "review") return show(ctx, noApprovalWords(texts, outcome.kind));
  const { correction, sample, copies } = outcome;
  await send(ctx, sample);
  const seen = correction.contentHash.slice(0, SEEN_CHARACTERS);
  await send(ctx, {
    ...words.review(correction.authorName, copies),
    buttons: [
      [{ label: words.approve, data: action("approve_correction", id, seen), tone: "success" }],
      [{ label: texts.announcement.approval.reject, data: action("reject_correction", id), tone: "danger" }],
    ],
  });
}

export async function approve(ctx: KnownContext, [id, seen]: Ids<"approve_correction">): Promise<void> {
  const { actor, saidAt, texts, world } = ctx;
  const { kind } = await approveCorrection(world, actor, { correctionId: id, seen, saidAt });
  await (kind === "approved" ? showCorrection(ctx, [id]) : show(ctx, noApprovalWords(texts, kind)));
}

export async function reject(ctx: KnownContext, [id]: Ids<"reject_correction">): Promise<void> {
  const { actor, saidAt, texts, world } = ctx;
  const { kind } = await rejectCorrection(world, actor, { correctionId: id, saidAt });
  await show(ctx, noApprovalWords(texts, kind));
}

type NoApproval = "out_of_reach" | "own" | "decided_before" | "expired" | "rejected" | "approved";

function noApprovalWords({ announcement }: Texts, kind: NoApproval): RichText {
  const { corrections, approval, outOfReach } = announcement;
  const words = {
    out_of_reach: outOfReach,
    own: corrections.own,
    decided_before: corrections.decidedBefore,
    approved: corrections.decidedBefore,
    expired: approval.expired,
    rejected: corrections.rejected,
  };
  return words[kind]();
}
