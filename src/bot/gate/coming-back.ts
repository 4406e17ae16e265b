// Somebody writes who had blocked the bot: they are reachable again, and are offered what they missed.

import type { NextFunction } from "grammy";
import type { Ids } from "../../domain/messages/action.js";
import { isKnown } from "../../domain/people/person.js";
import { bringMissed, welcomeBack } from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { show } from "../kit/show.js";

export async function noteComingBack(ctx: BotContext, next: NextFunction): Promise<void> {
  if (ctx.actor.person?.unreachableCause != null) await welcomeBack(ctx.world, ctx.actor.telegramId);
  await next();
}

/** missed:<bring|leave> */
export async function answerMissed(ctx: KnownContext, [verb]: Ids<"missed">): Promise<void> {
  const { actor, texts, world } = ctx;
  if (!isKnown(actor) || verb !== "bring") return show(ctx, texts.comingBack.left());
  const { count } = await bringMissed(world, actor);
  await show(ctx, count === 0 ? texts.comingBack.nothingLeft() : texts.comingBack.brought(count));
}
