// /ringkasan: how things stand now, since the last summary.

import { MOST_IN_NEED } from "../../domain/caseload/summary.js";
import type { Ids } from "../../domain/messages/action.js";
import { isTrainer, zoneOf } from "../../domain/people/person.js";
import {
  currentPicture,
  listNeeds,
  listNews,
  needsMessage,
  newsMessage,
  summaryMessage,
} from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { send, show } from "../kit/show.js";
import { showPractice } from "../programme/practice-handlers.js";
import { showOverdue } from "./overdue-handlers.js";

export async function showSummary(ctx: KnownContext, [practice]: Ids<"summary">): Promise<void> {
  const { actor } = ctx;
  // An admin teaches nobody: what is late in their region is their summary.
  if (!practice && !isTrainer(actor)) return showOverdue(ctx, [0, false]);
  const found = await currentPicture(ctx.world, actor, { most: MOST_IN_NEED, practice });
  if (found === null) return showPractice(ctx);
  const zone = zoneOf(actor.person);
  await show(
    ctx,
    summaryMessage(ctx.texts, { day: null, zone, ...found, covers: practice ? [] : (actor.covers ?? []) }),
  );
}

export async function showNeeds(ctx: KnownContext, [page, practice]: Ids<"needs">): Promise<void> {
  await listInNeed(ctx, page, practice, show);
}

export async function showNeedsBelow(ctx: KnownContext): Promise<void> {
  await listInNeed(ctx, 0, false, send);
}

async function listInNeed(ctx: KnownContext, page: number, practice: boolean, put: typeof show): Promise<void> {
  const { actor } = ctx;
  const found = await listNeeds(ctx.world, actor, { page, practice });
  if (found === null || found.total === 0) return showSummary(ctx, [practice]);
  await put(ctx, needsMessage(ctx.texts, found));
}

/** One page of all that happened between two instants, to the participants of the one who asks. */
export async function showNews(ctx: KnownContext, [fromAt, toAt, page, isPractice]: Ids<"news">): Promise<void> {
  const { actor } = ctx;
  const wanted = { fromAt, toAt, practice: isPractice };
  const { span, events, practice } = await listNews(ctx.world, actor, wanted);
  if (events.length === 0) return showSummary(ctx, [isPractice]);
  await show(ctx, newsMessage(ctx.texts, span, events, page, practice));
}
