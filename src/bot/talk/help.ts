// /bantuan: what this person can ask for; the form that is open stays open.
import type { Texts } from "../../texts/index.js";
import type { BotContext } from "../context.js";
import { send } from "../kit/show.js";
import { savedButtons } from "./main-menu.js";
import { menuButtons } from "./menu.js";

interface Listed {
  name: string;
  aliases: readonly string[];
  about(texts: Texts): string;
}

/** `listed`: the commands that this person may use. */
export async function showHelp(ctx: BotContext, listed: readonly Listed[]): Promise<void> {
  const { texts, actor } = ctx;
  const commands = listed.map((command) => ({
    command: actor.language === "en" ? (command.aliases[0] ?? command.name) : command.name,
    about: command.about(texts),
  }));
  const buttons = [...(await savedButtons(ctx)), ...menuButtons(actor, texts)];
  await send(ctx, { ...texts.common.help(commands), buttons });
}
