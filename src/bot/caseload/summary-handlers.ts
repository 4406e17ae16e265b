// /ringkasan: how things stand now, since the last summary.

import { MOST_IN_NEED } from "../../domain/caseload/summary.js";
import { isTrainer, zoneOf } from "../../domain/people/person.js";
import { currentPicture, listNews, needsMessage, newsMessage, summaryMessage } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { show } from "../kit/show.js";
import { showOverdue, staffOnly } from "./overdue-handlers.js";

export async function showSummary(ctx: BotContext): Promise<void> {
  const actor = await staffOnly(ctx);
  if (actor === null) return;
  // An admin teaches nobody: what is late in their region is their summary.
  if (!isTrainer(actor)) return showOverdue(ctx);
  const { span, picture } = await currentPicture(ctx.world, actor, MOST_IN_NEED);
  const zone = zoneOf(actor.person);
  await show(ctx, summaryMessage(ctx.texts, { day: null, zone, span, picture }));
}

export async function showNeeds(ctx: BotContext, [page]: string[]): Promise<void> {
  const actor = await staffOnly(ctx);
  if (actor === null) return;
  const { picture } = await currentPicture(ctx.world, actor);
  if (picture.inNeed.length === 0) return showSummary(ctx);
  await show(ctx, needsMessage(ctx.texts, picture, Number(page) || 0));
}

/** One page of all that happened between two instants, to the participants of whoever asks. */
export async function showNews(ctx: BotContext, [from, to, page]: string[]): Promise<void> {
  const actor = await staffOnly(ctx);
  if (actor === null) return;
  const wanted = { fromAt: new Date(Number(from)), toAt: new Date(Number(to)) };
  if (Number.isNaN(wanted.fromAt.getTime()) || Number.isNaN(wanted.toAt.getTime())) return showSummary(ctx);
  const { span, events } = await listNews(ctx.world, actor, wanted);
  if (events.length === 0) return showSummary(ctx);
  await show(ctx, newsMessage(ctx.texts, span, events, Number(page) || 0));
}
