// /bantuan: what this person can ask for; the form that is open stays open.

import type { RichText } from "../../domain/messages/message.js";
import type { Actor } from "../../domain/people/person.js";
import { isAdmin, isTrainer } from "../../domain/people/person.js";
import type { Texts } from "../../texts/index.js";
import type { BotContext } from "../context.js";
import { send } from "../kit/show.js";
import { menuWithMaterials } from "./main-menu.js";
import { savedButtons } from "./menu-with-saved-forms.js";

interface Listed {
  name: string;
  aliases: readonly string[];
  who: string;
  about(texts: Texts): string;
}

/** `listed`: the commands that this person may use. */
export async function showHelp(ctx: BotContext, listed: readonly Listed[]): Promise<void> {
  const { texts, actor } = ctx;
  const buttons = [...(await savedButtons(ctx)), ...(await menuWithMaterials(ctx))];
  await send(ctx, { ...helpWords(texts, actor, listed), buttons });
}

/** Trainers and admins have so many that those of everybody stand there by name alone; of admins those of participants too. */
export function helpWords(texts: Texts, actor: Actor, listed: readonly Listed[]): RichText {
  const isStaff = isTrainer(actor) || isAdmin(actor);
  const isForAll = ({ who }: Listed) =>
    who === "everyone" || who === "known" || (isAdmin(actor) && who === "participant");
  const nameOf = ({ name, aliases }: Listed) => (texts.language === "en" ? (aliases[0] ?? name) : name);
  const explained = listed.filter((one) => !isStaff || !isForAll(one));
  return texts.common.help(
    explained.map((one) => ({ command: nameOf(one), about: one.about(texts) })),
    listed.filter((one) => !explained.includes(one)).map(nameOf),
  );
}
