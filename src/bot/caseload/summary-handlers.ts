// /ringkasan: how things stand now, since the last summary.

import { MOST_IN_NEED } from "../../domain/caseload/summary.js";
import { isTrainer, zoneOf } from "../../domain/people/person.js";
import { currentPicture, listNews, needsMessage, newsMessage, summaryMessage } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { show } from "../kit/show.js";
import { showPractice } from "../programme/practice-handlers.js";
import { showOverdue, staffOnly } from "./overdue-handlers.js";

export async function showSummary(ctx: BotContext, [which]: string[] = []): Promise<void> {
  const actor = await staffOnly(ctx);
  if (actor === null) return;
  const practice = which === "practice";
  // An admin teaches nobody: what is late in their region is their summary.
  if (!practice && !isTrainer(actor)) return showOverdue(ctx);
  const found = await currentPicture(ctx.world, actor, { most: MOST_IN_NEED, practice });
  if (found === null) return showPractice(ctx);
  const zone = zoneOf(actor.person);
  await show(ctx, summaryMessage(ctx.texts, { day: null, zone, ...found }));
}

export async function showNeeds(ctx: BotContext, [page, which]: string[]): Promise<void> {
  const actor = await staffOnly(ctx);
  if (actor === null) return;
  const practice = which === "practice";
  const found = await currentPicture(ctx.world, actor, { practice });
  if (found === null || found.picture.inNeed.length === 0) return showSummary(ctx, [which ?? ""]);
  await show(ctx, needsMessage(ctx.texts, found.picture, Number(page) || 0, found.practice));
}

/** One page of all that happened between two instants, to the participants of whoever asks. */
export async function showNews(ctx: BotContext, [from, to, page, which]: string[]): Promise<void> {
  const actor = await staffOnly(ctx);
  if (actor === null) return;
  const wanted = { fromAt: new Date(Number(from)), toAt: new Date(Number(to)), practice: which === "practice" };
  if (Number.isNaN(wanted.fromAt.getTime()) || Number.isNaN(wanted.toAt.getTime())) return showSummary(ctx);
  const { span, events, practice } = await listNews(ctx.world, actor, wanted);
  if (events.length === 0) return showSummary(ctx, [which ?? ""]);
  await show(ctx, newsMessage(ctx.texts, span, events, Number(page) || 0, practice));
}
