// /start, with a class's token, an invitation's or none: consent first, then registration; those we know get their menu.
import { action } from "../../domain/action.js";
import type { Message } from "../../domain/message.js";
import { isAdmin, isKnown, isTrainer, type Language } from "../../domain/person.js";
import type { TrainingClass } from "../../ports/classes.js";
import { textsFor } from "../../texts/index.js";
import { giveConsent, refuseConsent } from "../../use-cases/index.js";
import { consentButtons } from "../consent-buttons.js";
import type { BotContext } from "../context.js";
import { startForm } from "../conversations/fill-in-form.js";
import { menuMessage } from "../menu.js";
import { send, show } from "../show.js";
import { resumeForm } from "./fallback.js";
import { forgetInvitation, openInvitation } from "./invitation.js";

/** In place of a token where there is none: a button's ids cannot be empty. */
export const NO_TOKEN = "-";

export async function start(ctx: BotContext, token: string): Promise<void> {
  const trainingClass = token === "" ? null : await openClass(ctx, token);
  const invitation = token === "" ? null : await ctx.world.store.people.findInvitation(token);
  if (invitation !== null) return openInvitation(ctx, invitation);
  if (token !== "" && trainingClass === null) await send(ctx, ctx.texts.registration.unknownLink());
  await welcome(ctx, trainingClass);
}

/** What somebody sees first: the menu, the consent notice, or the open question of registration. */
export async function welcome(ctx: BotContext, trainingClass: TrainingClass | null): Promise<void> {
  const { actor, texts, world } = ctx;
  if (!isKnown(actor) || !(await world.store.people.hasConsented(actor.person.id, world.settings.noticeVersion))) {
    return send(ctx, notice(ctx, trainingClass));
  }
  const classes = (await world.store.participants.ofPerson(actor.person.id)).map((one) => one.trainingClass);
  const isIn = trainingClass !== null && classes.some(({ id }) => id === trainingClass.id);
  if (isIn) await send(ctx, texts.registration.alreadyIn(trainingClass.name));
  const hasRole = isTrainer(actor) || isAdmin(actor);
  if (isIn || (trainingClass === null && (classes.length > 0 || hasRole))) return send(ctx, menuMessage(actor, texts));
  await startForm(ctx, "registration", subjectOf(trainingClass));
}

/** Nothing is kept of a stranger, so the language they choose goes along in the buttons. */
function notice({ actor: { language }, texts, world }: BotContext, trainingClass: TrainingClass | null): Message {
  const token = trainingClass?.joinToken ?? NO_TOKEN;
  const other: Language = language === "id" ? "en" : "id";
  return {
    ...texts.registration.consent(trainingClass, world.settings.dataContact),
    buttons: [
      consentButtons(texts, action("consent", token, language)),
      [{ label: texts.registration.otherLanguage, data: action("notice", token, other) }],
    ],
  };
}

/** The notice in the other language, for those who have not agreed yet. */
export async function showNotice(ctx: BotContext, [token, language]: string[]): Promise<void> {
  if (isKnown(ctx.actor)) return welcome(ctx, await openClass(ctx, token));
  speak(ctx, language);
  await show(ctx, notice(ctx, await openClass(ctx, token)));
}

export async function consented(ctx: BotContext, [token, language]: string[]): Promise<void> {
  if (!isKnown(ctx.actor)) speak(ctx, language);
  const trainingClass = await openClass(ctx, token);
  const person = await giveConsent(ctx.world, ctx.actor, {
    classId: trainingClass?.id ?? null,
    updateId: ctx.update.update_id,
  });
  ctx.actor = { ...ctx.actor, person };
  // Asked again in the middle of something: they go on where they were.
  if (trainingClass === null && (await resumeForm(ctx))) return;
  await welcome(ctx, trainingClass);
}

/** In this language from here on; buttons of before say none. */
function speak(ctx: BotContext, language: string | undefined): void {
  if (language !== "id" && language !== "en") return;
  ctx.actor = { ...ctx.actor, language };
  ctx.texts = textsFor(language);
}

export async function refused(ctx: BotContext): Promise<void> {
  await refuseConsent(ctx.world);
  await forgetInvitation(ctx);
  if (isKnown(ctx.actor)) return show(ctx, ctx.texts.ownData.changeRefused());
  await show(ctx, ctx.texts.registration.refused());
}

async function openClass(ctx: BotContext, token: string | undefined): Promise<TrainingClass | null> {
  if (token === undefined || token === NO_TOKEN) return null;
  const found = await ctx.world.store.classes.findByToken(token);
  return found === null || found.joinTokenExpiresAt <= ctx.world.clock.now() ? null : found;
}

function subjectOf(trainingClass: TrainingClass | null): string {
  return trainingClass === null ? "new" : `class:${trainingClass.id}`;
}
