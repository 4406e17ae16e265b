// Announcements in the chat: the list, composing one, and what the buttons under its card do.

import { action } from "../../domain/messages/action.js";
import type { RichText } from "../../domain/messages/message.js";
import { isAdmin, isKnown, type KnownActor, zoneOf } from "../../domain/people/person.js";
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
import type { BotContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import { refuse } from "../kit/refuse.js";
import { send, show } from "../kit/show.js";
import { announcementCard, announcementDetails, openingOf } from "./announcement-card.js";
import { audienceWords, summaryWords } from "./announcement-summary.js";

/** A screenful; older ones are found by those who remember their number. */
const LISTED = 5;

/** /pengumuman: the last few, or straight to the first question when there are none. */
export async function openAnnouncements(ctx: BotContext): Promise<void> {
  await withAdmin(ctx, async (actor) => {
    const { world, texts } = ctx;
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
  });
}

export async function composeAnnouncement(ctx: BotContext): Promise<void> {
  await withAdmin(ctx, () => startForm(ctx, "announcement", "new"));
}

/** announcement:<id>[:<verb>[:<outbox id, or what was seen of the hash>]] */
export async function steerAnnouncement(ctx: BotContext, [idText, verb, third]: string[]): Promise<void> {
  await withAdmin(ctx, async (actor) => {
    const { world, texts } = ctx;
    const id = Number(idText);
    const card = async () => show(ctx, await announcementCard(world, actor, texts, id));
    const details = async (note?: Parameters<typeof announcementDetails>[4]) =>
      show(ctx, await announcementDetails(world, actor, texts, id, note));
    switch (verb) {
      case "pause":
        await pauseAnnouncement(world, actor, id);
        return card();
      case "resume":
        await resumeAnnouncement(world, actor, id);
        return card();
      case "stop":
        return askStop(ctx, actor, id);
      case "cancel":
        await cancelAnnouncement(world, actor, id);
        return card();
      case "review":
        return review(ctx, actor, id);
      case "approve":
      case "reject":
        return judge(ctx, actor, id, verb, third ?? "");
      case "details":
        return details();
      case "resend": {
        const outcome = await resendFailed(world, actor, id);
        if (outcome.kind === "out_of_reach") return details();
        return details(
          outcome.kind === "cancelled"
            ? texts.announcement.resendCancelled()
            : texts.announcement.resent(outcome.count),
        );
      }
      case "again":
      case "arrived":
        return decide(ctx, actor, id, Number(third) || 0, verb === "again" ? "send_again" : "taken_as_sent");
      case "export": {
        const { kind } = await announcementProgress(world, actor, id);
        if (kind === "out_of_reach") return card();
        return startForm(ctx, "announcement-export", `announcement:${id}`);
      }
      default:
        return card();
    }
  });
}

/** What was sent cannot be called back, so stopping is asked once more; pausing is there for whoever is in a hurry. */
async function askStop(ctx: BotContext, actor: KnownActor, id: number): Promise<void> {
  const { world, texts } = ctx;
  const progress = await announcementProgress(world, actor, id);
  if (progress.kind === "out_of_reach") return show(ctx, texts.announcement.outOfReach());
  await show(ctx, {
    ...texts.announcement.askStop(progress.tally.waiting),
    buttons: [
      [{ label: texts.announcement.stopForGood, data: action("announcement", id, "cancel"), tone: "danger" }],
      [{ label: texts.announcement.goOn, data: action("announcement", id) }],
    ],
  });
}

/** For the second admin: the copies that people would get, then what it comes to. */
async function review(ctx: BotContext, actor: KnownActor, id: number): Promise<void> {
  const { world, texts } = ctx;
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
      [{ label: words.approval.approve, data: action("announcement", id, "approve", seen), tone: "success" }],
      [{ label: words.approval.reject, data: action("announcement", id, "reject"), tone: "danger" }],
    ],
  });
}

async function judge(
  ctx: BotContext,
  actor: KnownActor,
  id: number,
  verb: "approve" | "reject",
  seen: string,
): Promise<void> {
  const { saidAt, world, texts } = ctx;
  const outcome =
    verb === "approve"
      ? await approveAnnouncement(world, actor, { announcementId: id, seen, saidAt })
      : await rejectAnnouncement(world, actor, { announcementId: id, saidAt });
  if (outcome.kind === "approved") return show(ctx, await announcementCard(world, actor, texts, id));
  await show(
    ctx,
    outcome.kind === "rejected" ? texts.announcement.approval.rejected() : noApprovalWords(texts, outcome.kind),
  );
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

async function decide(
  ctx: BotContext,
  actor: KnownActor,
  announcementId: number,
  outboxId: number,
  decision: "send_again" | "taken_as_sent",
): Promise<void> {
  const { world, texts } = ctx;
  const words = texts.announcement;
  const { kind } = await decideUnknown(world, actor, { announcementId, outboxId, decision });
  const note = {
    decided: () => words.decided(decision),
    decided_before: words.decidedBefore,
    cancelled: words.resendCancelled,
    out_of_reach: () => null,
  }[kind]();
  await show(ctx, await announcementDetails(world, actor, texts, announcementId, note));
}

async function withAdmin(ctx: BotContext, work: (actor: KnownActor) => Promise<void>): Promise<void> {
  const { actor } = ctx;
  if (isKnown(actor) && isAdmin(actor)) return work(actor);
  await refuse(ctx);
}
