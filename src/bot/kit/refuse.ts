// The one no of the bot, for what is not theirs and for what is not there.
import type { Message, RichText } from "../../domain/messages/message.js";
import { isAdmin, isTrainer } from "../../domain/people/person.js";
import type { BotContext } from "../context.js";
import { menuButtons } from "../talk/main-menu.js";
import { send } from "./show.js";

type Asker = Pick<BotContext, "actor" | "texts" | "world">;

/** The same words for both, its story's own where it has some: who guesses ids learns nothing. */
export async function refuse(ctx: BotContext, words?: RichText): Promise<void> {
  await send(ctx, refusal(ctx, words));
}

/** Where a form or a screen ends with it: the way out stands below. */
export function refusal(asker: Asker, words: RichText = noTo(asker)): Message {
  return { ...words, buttons: menuButtons(asker.actor, asker.texts) };
}

/** A class, a person or a region may have been theirs until yesterday: who follows up others is told whom to ask. */
export function noTo({ actor, texts, world }: Asker): RichText {
  const isStaff = isTrainer(actor) || isAdmin(actor);
  return isStaff ? texts.formerStaff.notYours(world.settings.dataContact) : texts.common.notAllowed();
}
