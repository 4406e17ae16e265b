// The one no of the bot, for what is not theirs and for what is not there.
import type { RichText } from "../../domain/messages/message.js";
import { isAdmin, isTrainer } from "../../domain/people/person.js";
import type { BotContext } from "../context.js";
import { menuButtons } from "../talk/main-menu.js";
import { send } from "./show.js";

/** The same words for both, its story's own where it has some: who guesses ids learns nothing. */
export async function refuse(ctx: BotContext, words: RichText = noIn(ctx)): Promise<void> {
  await send(ctx, { ...words, buttons: menuButtons(ctx.actor, ctx.texts) });
}

/** A class, a person or a region may have been theirs until yesterday: who follows up others is told whom to ask. */
function noIn({ actor, texts, world }: BotContext): RichText {
  const isStaff = isTrainer(actor) || isAdmin(actor);
  return isStaff ? texts.formerStaff.notYours(world.settings.dataContact) : texts.common.notAllowed();
}
