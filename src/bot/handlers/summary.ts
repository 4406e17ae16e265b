// /ringkasan: how things stand now, since the last summary.
import { currentPicture, newsMessage, summaryMessage } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { show } from "../show.js";
import { staffOnly } from "./overdue.js";

export async function showSummary(ctx: BotContext): Promise<void> {
  const actor = await staffOnly(ctx);
  if (actor === null) return;
  const { span, picture } = await currentPicture(ctx.world, actor);
  const zone = actor.person.zone ?? "Asia/Jakarta";
  await show(ctx, summaryMessage(ctx.texts, { day: null, zone, span, picture }));
}

/** One page of all that happened between two instants, to the participants of whoever asks. */
export async function showNews(ctx: BotContext, [from, to, page]: string[]): Promise<void> {
  const actor = await staffOnly(ctx);
  if (actor === null) return;
  const span = { trainerId: actor.person.id, fromAt: new Date(Number(from)), toAt: new Date(Number(to)) };
  if (Number.isNaN(span.fromAt.getTime()) || Number.isNaN(span.toAt.getTime())) return showSummary(ctx);
  const events = await ctx.world.store.summaries.eventsOf([span]);
  if (events.length === 0) return showSummary(ctx);
  await show(ctx, newsMessage(ctx.texts, span, events, Number(page) || 0));
}
