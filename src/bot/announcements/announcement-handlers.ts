// Announcements in the chat: the list, composing one, and what the buttons under its card do.

import { action, type Ids } from "../../domain/messages/action.js";
import type { RichText } from "../../domain/messages/message.js";
import { zoneOf } from "../../domain/people/person.js";
import { dayIn } from "../../domain/time/calendar.js";
import { shortDay } from "../../texts/dates.js";
import type { Texts } from "../../texts/index.js";
import {
  announcementProgress,
  approveAnnouncement,
  cancelAnnouncement,
  decideUnknown,
  latestAnnouncements,
  pauseAnnouncement,
  rejectAnnouncement,
  resendFailed,
  resumeAnnouncement,
  reviewAnnouncement,
  SEEN_CHARACTERS,
} from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import { confirmScreen } from "../kit/confirm.js";
import { send, show } from "../kit/show.js";
import { announcementCard, announcementDetails, openingOf } from "./announcement-card.js";
import { audienceWords, summaryWords } from "./announcement-summary.js";

/** A screenful; older ones are found by those who remember their number. */
const LISTED = 5;

/** /pengumuman: the last few, or straight to the first question when there are none. */
export async function openAnnouncements(ctx: KnownContext): Promise<void> {
  const { actor, texts, world } = ctx;
  const latest = await latestAnnouncements(world, actor, LISTED);
  if (latest.length === 0) return composeAnnouncement(ctx);
  const zone = zoneOf(actor.person);
  const entries = latest.map(({ id, content, createdAt }) => {
    const day = shortDay(texts.language, dayIn(zone, createdAt));
    return [
      { label: texts.announcement.listEntry(day, openingOf(content.text, 30)), data: action("announcement", id) },
    ];
  });
  const create = { label: texts.announcement.create, data: action("announce"), tone: "primary" } as const;
  await send(ctx, { ...texts.announcement.list(), buttons: [[create], ...entries] });
}

export async function composeAnnouncement(ctx: KnownContext): Promise<void> {
  await startForm(ctx, "announcement", "new");
}

export async function showAnnouncement(ctx: KnownContext, [id]: Ids<"announcement">): Promise<void> {
  await show(ctx, await announcementCard(ctx.world, ctx.actor, ctx.texts, id));
}

export async function showAnnouncementDetails(ctx: KnownContext, [id]: Ids<"announcement_details">): Promise<void> {
  await showDetails(ctx, id, null);
}

export async function pause(ctx: KnownContext, [id]: Ids<"pause_announcement">): Promise<void> {
  await pauseAnnouncement(ctx.world, ctx.actor, id);
  await showAnnouncement(ctx, [id]);
}

export async function goOn(ctx: KnownContext, [id]: Ids<"resume_announcement">): Promise<void> {
  await resumeAnnouncement(ctx.world, ctx.actor, id);
  await showAnnouncement(ctx, [id]);
}

/** What was sent cannot be called back, so stopping is asked once more; pausing is there for the one who is in a hurry. */
export async function askStop(ctx: KnownContext, [id]: Ids<"ask_stop_announcement">): Promise<void> {
  const { actor, texts, world } = ctx;
  const progress = await announcementProgress(world, actor, id);
  if (progress.kind === "out_of_reach") return show(ctx, texts.announcement.outOfReach());
  const yes = { label: texts.announcement.stopForGood, data: action("stop_announcement", id) };
  const no = { label: texts.announcement.goOn, data: action("announcement", id) };
  await show(ctx, confirmScreen(texts.announcement.askStop(progress.tally.waiting), { yes, no }));
}

export async function stop(ctx: KnownContext, [id]: Ids<"stop_announcement">): Promise<void> {
  await cancelAnnouncement(ctx.world, ctx.actor, id);
  await showAnnouncement(ctx, [id]);
}

/** For the second admin: the copies that people would get, then what it comes to. */
export async function review(ctx: KnownContext, [id]: Ids<"review_announcement">): Promise<void> {
  const { actor, texts, world } = ctx;
  const words = texts.announcement;
  const outcome = await reviewAnnouncement(world, actor, id);
  if (outcome.kind !== "review") return show(ctx, noApprovalWords(texts, outcome.kind));
  const { announcement, preview } = outcome;
  for (const sample of preview.samples) await send(ctx, sample);
  const audience = await audienceWords(world, texts, announcement.audience, announcement.reach);
  const seen = announcement.contentHash.slice(0, SEEN_CHARACTERS);
  await send(ctx, {
    ...summaryWords(texts, audience, preview, "approve"),
    buttons: [
      [{ label: words.approval.approve, data: action("approve_announcement", id, seen), tone: "success" }],
      [{ label: words.approval.reject, data: action("reject_announcement", id), tone: "danger" }],
    ],
  });
}

export async function approve(ctx: KnownContext, [id, seen]: Ids<"approve_announcement">): Promise<void> {
  const { actor, saidAt, texts, world } = ctx;
  const { kind } = await approveAnnouncement(world, actor, { announcementId: id, seen, saidAt });
  await (kind === "approved" ? showAnnouncement(ctx, [id]) : show(ctx, noApprovalWords(texts, kind)));
}

export async function reject(ctx: KnownContext, [id]: Ids<"reject_announcement">): Promise<void> {
  const { actor, saidAt, texts, world } = ctx;
  const { kind } = await rejectAnnouncement(world, actor, { announcementId: id, saidAt });
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

export async function resend(ctx: KnownContext, [id]: Ids<"resend_announcement">): Promise<void> {
  const { actor, texts, world } = ctx;
  const words = texts.announcement;
  const outcome = await resendFailed(world, actor, id);
  if (outcome.kind === "out_of_reach") return showDetails(ctx, id, null);
  await showDetails(ctx, id, outcome.kind === "cancelled" ? words.resendCancelled() : words.resent(outcome.count));
}

export async function sendAgain(ctx: KnownContext, ids: Ids<"announcement_again">): Promise<void> {
  await decide(ctx, ids, "send_again");
}

export async function takeAsArrived(ctx: KnownContext, ids: Ids<"announcement_arrived">): Promise<void> {
  await decide(ctx, ids, "taken_as_sent");
}

async function decide(
  ctx: KnownContext,
  [announcementId, outboxId]: Ids<"announcement_again">,
  decision: "send_again" | "taken_as_sent",
): Promise<void> {
  const { actor, texts, world } = ctx;
  const words = texts.announcement;
  const { kind } = await decideUnknown(world, actor, { announcementId, outboxId, decision });
  const note = {
    decided: () => words.decided(decision),
    decided_before: words.decidedBefore,
    cancelled: words.resendCancelled,
    out_of_reach: () => null,
  }[kind]();
  await showDetails(ctx, announcementId, note);
}

export async function exportReceivers(ctx: KnownContext, [id]: Ids<"export_announcement">): Promise<void> {
  const { kind } = await announcementProgress(ctx.world, ctx.actor, id);
  if (kind === "out_of_reach") return showAnnouncement(ctx, [id]);
  await startForm(ctx, "announcement-export", `announcement:${id}`);
}

async function showDetails(ctx: KnownContext, id: number, note: RichText | null): Promise<void> {
  await show(ctx, await announcementDetails(ctx.world, ctx.actor, ctx.texts, id, note));
}
