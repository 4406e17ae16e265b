// What the buttons on an announcement's details do: sending again, deciding about the uncertain, the list to take along.
import type { Ids } from "../../domain/messages/action.js";
import type { RichText } from "../../domain/messages/message.js";
import { announcementProgress, decideUnknown, resendFailed } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { askForExport } from "../exports/ask-for-export.js";
import { show } from "../kit/show.js";
import { announcementDetails } from "./announcement-details.js";
import { showAnnouncement } from "./announcement-handlers.js";

export async function showAnnouncementDetails(ctx: KnownContext, [id]: Ids<"announcement_details">): Promise<void> {
  await showDetails(ctx, id, null);
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
  await exportAs(ctx, id, String(id));
}

export async function exportWorkbook(ctx: KnownContext, [id]: Ids<"export_receivers">): Promise<void> {
  await exportAs(ctx, id, `${id}.xlsx`);
}

async function exportAs(ctx: KnownContext, id: number, about: string): Promise<void> {
  const { kind } = await announcementProgress(ctx.world, ctx.actor, id);
  if (kind === "out_of_reach") return showAnnouncement(ctx, [id]);
  await askForExport(ctx, "announcement", about);
}

async function showDetails(ctx: KnownContext, id: number, note: RichText | null): Promise<void> {
  await show(ctx, await announcementDetails(ctx.world, ctx.actor, ctx.texts, id, note));
}
