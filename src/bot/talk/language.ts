// /bahasa: Indonesian or English, remembered for those we know; the others get the notice in it.
import { action, type Ids } from "../../domain/messages/action.js";
import { isKnown } from "../../domain/people/person.js";
import { textsFor } from "../../texts/index.js";
import { chooseLanguage as chooseLanguageFor, NO_TOKEN } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { showNotice } from "../gate/notice/notice.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "./main-menu.js";

export async function chooseLanguage(ctx: BotContext): Promise<void> {
  const buttons = (["id", "en"] as const).map((language) => ({
    label: textsFor(language).common.languageName,
    data: action("language", language),
  }));
  await send(ctx, { ...ctx.texts.common.chooseLanguage(), buttons: [buttons] });
}

export async function setLanguage(ctx: BotContext, [language]: Ids<"language">): Promise<void> {
  const texts = textsFor(language);
  const { actor } = ctx;
  if (!isKnown(actor)) return showNotice(ctx, [NO_TOKEN, language]);
  await chooseLanguageFor(ctx.world, actor, language);
  ctx.actor = { ...actor, language };
  await show(ctx, { ...texts.common.languageChosen(), buttons: menuButtons({ ...ctx.actor, language }, texts) });
}
