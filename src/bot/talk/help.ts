// /bantuan: what this person can ask for; the form that is open stays open.
import { commandsOf } from "../commands.js";
import type { BotContext } from "../context.js";
import { send } from "../kit/show.js";
import { menuButtons } from "./menu.js";
import { savedButtons } from "./saved-forms.js";

export async function showHelp(ctx: BotContext): Promise<void> {
  const { texts, actor } = ctx;
  const commands = (await commandsOf(ctx, actor)).map((command) => ({
    command: actor.language === "en" ? (command.aliases[0] ?? command.name) : command.name,
    about: command.about(texts),
  }));
  const buttons = [...(await savedButtons(ctx)), ...menuButtons(actor, texts)];
  await send(ctx, { ...texts.common.help(commands), buttons });
}
