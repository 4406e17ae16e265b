// The command menu of the chat, in both languages: everybody's, and a longer one for those with a role.
import type { Api } from "grammy";
import { type Actor, isAdmin, isTrainer, type Language } from "../domain/person.js";
import { textsFor } from "../texts/index.js";
import { COMMANDS, type Command, mayUse } from "./commands.js";

/** What everybody finds: the participant's commands. */
export async function publishCommandMenu(api: Api): Promise<void> {
  const shown = COMMANDS.filter(({ audience }) => audience === "everyone" || audience === "participant");
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

/** A trainer's or admin's own menu, set when they come by: rights may have changed since. */
export async function publishCommandMenuFor(api: Api, actor: Actor): Promise<void> {
  if (!isTrainer(actor) && !isAdmin(actor)) return;
  const shown = COMMANDS.filter((command) => mayUse(actor, command));
  await api.setMyCommands(inLanguage(shown, actor.language), { scope: { type: "chat", chat_id: actor.telegramId } });
}

function inLanguage(commands: Command[], language: Language) {
  return commands.map(({ name, aliases, about }) => ({
    command: language === "en" ? (aliases[0] ?? name) : name,
    description: about(textsFor(language)),
  }));
}
