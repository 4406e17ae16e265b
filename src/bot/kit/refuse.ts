// The one no of the bot, for what is not theirs and for what is not there.
import type { RichText } from "../../domain/messages/message.js";
import type { BotContext } from "../context.js";
import { menuButtons } from "../talk/menu.js";
import { send } from "./show.js";

/** The same words for both, its story's own where it has some: who guesses ids learns nothing. */
export async function refuse(ctx: BotContext, words: RichText = ctx.texts.common.notAllowed()): Promise<void> {
  await send(ctx, { ...words, buttons: menuButtons(ctx.actor, ctx.texts) });
}
