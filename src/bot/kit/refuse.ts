// The one no of the bot, for what is not theirs and for what is not there.
import type { BotContext } from "../context.js";
import { menuButtons } from "../talk/menu.js";
import { send } from "./show.js";

/** The same words for both: who guesses ids learns nothing. */
export async function refuse(ctx: BotContext): Promise<void> {
  await send(ctx, { ...ctx.texts.common.notAllowed(), buttons: menuButtons(ctx.actor, ctx.texts) });
}
