// The second admin of an announcement: reading it as its receivers will, approving or refusing it.
import { action, type Ids } from "../../domain/messages/action.js";
import type { RichText } from "../../domain/messages/message.js";
import type { Texts } from "../../texts/index.js";
import {
  approveAnnouncement,
  changeButton,
  problemWords,
  rejectAnnouncement,
  reviewAnnouncement,
  SEEN_CHARACTERS,
} from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { send, show } from "../kit/show.js";
import { showAnnouncement } from "./announcement-handlers.js";
import { audienceWords, summaryWords } from "./announcement-summary.js";
import { asReceived } from "./compose/draft-page.js";

/** For the second admin: the copies that people would get, then what it comes to. */
export async function review(ctx: KnownContext, [id]: Ids<"review_announcement">): Promise<void> {
  const { actor, texts, world } = ctx;
  const words = texts.announcement;
  const outcome = await reviewAnnouncement(world, actor, id);
  if (outcome.kind !== "review") return show(ctx, noApprovalWords(texts, outcome.kind));
  const { announcement, preview } = outcome;
  for (const sample of asReceived(texts, preview.samples)) await send(ctx, sample);
  const audience = await audienceWords(world, texts, actor, announcement.audience, announcement.reach);
  const seen = announcement.contentHash.slice(0, SEEN_CHARACTERS);
  await send(ctx, {
    ...summaryWords(texts, audience, preview, { decision: "approve", samples: preview.samples.length }),
    buttons: [
      [{ label: words.approval.approve, data: action("approve_announcement", id, seen), tone: "success" }],
      [{ label: words.approval.reject, data: action("reject_announcement", id, seen), tone: "danger" }],
    ],
  });
}

export async function approve(ctx: KnownContext, [id, seen]: Ids<"approve_announcement">): Promise<void> {
  const { actor, saidAt, texts, world } = ctx;
  const outcome = await approveAnnouncement(world, actor, { announcementId: id, seen, saidAt });
  if (outcome.kind === "approved") return showAnnouncement(ctx, [id]);
  if (outcome.kind === "too_late") {
    const { late, newTime } = texts.announcement.approval;
    const change = { label: newTime, data: action("change_announcement", id), tone: "primary" } as const;
    return show(ctx, { ...late(outcome), buttons: outcome.isAuthorAsked ? [] : [[change]] });
  }
  if (outcome.kind === "problem") {
    const { problem, isAuthorAsked } = outcome;
    const say = texts.announcement.approval.problem(problemWords(texts, problem), isAuthorAsked);
    return show(ctx, { ...say, buttons: isAuthorAsked ? [] : [[changeButton(texts, id)]] });
  }
  await show(ctx, noApprovalWords(texts, outcome.kind));
}

export async function reject(ctx: KnownContext, [id, seen]: Ids<"reject_announcement">): Promise<void> {
  const { actor, saidAt, texts, world } = ctx;
  const { kind } = await rejectAnnouncement(world, actor, { announcementId: id, seen, saidAt });
  await show(ctx, kind === "rejected" ? texts.announcement.approval.rejected() : noApprovalWords(texts, kind));
}

function noApprovalWords(texts: Texts, kind: "out_of_reach" | "own" | "decided_before" | "expired"): RichText {
  const { approval, outOfReach } = texts.announcement;
  const words = {
    out_of_reach: outOfReach,
    own: approval.own,
    decided_before: approval.decidedBefore,
    expired: approval.expired,
  };
  return words[kind]();
}
