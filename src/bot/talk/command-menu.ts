// The command menu of the chat, in both languages: everybody's, and a longer one for those with a role.
import { type Api, GrammyError, HttpError, type NextFunction } from "grammy";
import { isAdmin, isKnown, isTrainer, type Language } from "../../domain/people/person.js";
import { textsFor } from "../../texts/index.js";
import type { BotContext } from "../context.js";
import type { Command } from "../routes/commands/command.js";
import { COMMANDS, commandsOf } from "../routes/commands/commands.js";

/** What everybody finds: the participant's commands. */
export async function publishCommandMenu(api: Api): Promise<void> {
  const shown = COMMANDS.filter(({ who }) => who === "everyone" || who === "known" || who === "participant");
  // Telegram shows the list without a language to every phone whose language has none of its own: Indonesian.
  await api.setMyCommands(inLanguage(shown, "id"), { scope: { type: "all_private_chats" } });
  await api.setMyCommands(inLanguage(shown, "en"), { scope: { type: "all_private_chats" }, language_code: "en" });
}

/** What stands in the empty chat before the first press, and on the bot's profile. */
export async function publishDescriptions(api: Api): Promise<void> {
  for (const language of ["id", "en"] as const) {
    const { description, shortDescription } = textsFor(language).notices;
    // Without a language Telegram shows it to every phone whose language has none of its own.
    const to = language === "id" ? {} : { language_code: language };
    await api.setMyDescription(description, to);
    await api.setMyShortDescription(shortDescription, to);
  }
}

/**
 * Gives trainers and admins a menu of their own in their chat, once their update is answered: when they take up a role, when it
 * changes, in the language they choose; and takes it away when the role was revoked. What was set is remembered by the process
 * alone: the first update after a start sets it anew, which changes nothing.
 */
export function keepCommandMenus(): (ctx: BotContext, next: NextFunction) => Promise<void> {
  const shown = new Map<number, string>();
  return async (ctx, next) => {
    await next();
    const { actor } = ctx;
    if (!isKnown(actor)) return;
    const commands = isTrainer(actor) || isAdmin(actor) ? commandsOf(actor) : [];
    const menu = JSON.stringify(inLanguage(commands, actor.language));
    if (shown.get(actor.telegramId) === menu) return;
    const scope = { type: "chat" as const, chat_id: actor.telegramId };
    try {
      if (commands.length > 0) await ctx.api.setMyCommands(inLanguage(commands, actor.language), { scope });
      else if ((actor.formerRoles ?? []).length > 0) await ctx.api.deleteMyCommands({ scope });
    } catch (error) {
      // Their update is answered: a menu that could not be set costs comfort, and their next update tries again.
      if (!(error instanceof GrammyError || error instanceof HttpError)) throw error;
      return;
    }
    shown.set(actor.telegramId, menu);
  };
}

function inLanguage(commands: Command[], language: Language) {
  return commands.map(({ name, aliases, about }) => ({
    command: language === "en" ? (aliases[0] ?? name) : name,
    description: about(textsFor(language)),
  }));
}
