// The notice about personal data: shown, explained, agreed to, refused.

import type { Ids } from "../../../domain/messages/action.js";
import { isKnown, type Language } from "../../../domain/people/person.js";
import { kindOfVersion } from "../../../domain/registration/consent-notice.js";
import { textsFor } from "../../../texts/index.js";
import { chooseLanguage, forgetInvitation, giveConsent, refuseConsent } from "../../../use-cases/index.js";
import type { BotContext } from "../../context.js";
import { askAgain } from "../../forms/fill-in-form.js";
import { show } from "../../kit/show.js";
import { welcome } from "../../registration/welcome.js";
import { loadActor } from "../actor.js";
import { noteShown } from "./ask-for-consent.js";
import { classBehind, explanationScreen, isInForce, noticeBehind, noticeScreen } from "./notice-screen.js";

/** notice:<token>:<language>: the notice in that language, for those who have not agreed yet. */
export async function showNotice(ctx: BotContext, [token, language]: Ids<"notice">): Promise<void> {
  await speak(ctx, language);
  const notice = await noticeBehind(ctx, token);
  if (notice === null) return welcome(ctx, await classBehind(ctx, token));
  await noteShown(ctx, notice);
  await show(ctx, noticeScreen(ctx.world, ctx.texts, notice));
}

/** explain:<token>:<language>: all that the notice has no room for. */
export async function explainNotice(ctx: BotContext, [token, language]: Ids<"explain">): Promise<void> {
  await speak(ctx, language);
  await show(ctx, explanationScreen(ctx.world, ctx.texts, token));
}

/** consent:<token>:<language>:<version> */
export async function consented(ctx: BotContext, [token, language, version]: Ids<"consent">): Promise<void> {
  // A button of an older notice: they have not read what is in force.
  if (!isInForce(ctx.world, version)) return showNotice(ctx, [token, language ?? ctx.actor.language]);
  await speak(ctx, language);
  const trainingClass = await classBehind(ctx, token);
  await giveConsent(ctx.world, ctx.actor, {
    kind: kindOfVersion(version),
    classId: trainingClass?.id ?? null,
    updateId: ctx.update.update_id,
  });
  ctx.actor = await loadActor(ctx.world, ctx.actor.telegramId);
  // Asked again in the middle of something: they go on where they were.
  if (trainingClass === null && (await askAgain(ctx))) return;
  await welcome(ctx, trainingClass);
}

/** refuse:<language> */
export async function refused(ctx: BotContext, [language]: Ids<"refuse">): Promise<void> {
  await speak(ctx, language);
  const { actor, texts, world } = ctx;
  await refuseConsent(world, actor);
  if (!isKnown(actor)) return show(ctx, texts.notices.refused());
  await forgetInvitation(world, actor);
  await show(ctx, actor.roles.length > 0 ? texts.notices.refusedByStaff() : texts.notices.changeRefused());
}

/** In this language from here on. Nothing is kept of a stranger, so it goes along in the buttons; of those we know it is kept. */
export async function speak(ctx: BotContext, language: Language | null): Promise<void> {
  if (language === null) return;
  const { actor, world } = ctx;
  ctx.texts = textsFor(language);
  ctx.actor = { ...actor, language };
  if (!isKnown(actor) || actor.language === language) return;
  await chooseLanguage(world, actor, language);
  ctx.actor = { ...actor, language, person: { ...actor.person, language } };
}
