// What nothing else has answered: an unfinished form goes on, an old button gets the current menu, anything else a way forward.
import { isAdmin, isKnown, isTrainer, type KnownActor } from "../../domain/person.js";
import type { Draft } from "../../ports/drafts.js";
import type { BotContext } from "../context.js";
import { startForm } from "../conversations/fill-in-form.js";
import { FORMS, type FormName } from "../conversations/forms.js";
import { menuButtons, menuMessage } from "../menu.js";
import { send, show } from "../show.js";
import { answerReportNumber } from "./reports.js";
import { welcome } from "./start.js";

export async function answerAnythingElse(ctx: BotContext): Promise<void> {
  const { actor, texts } = ctx;
  // A shared live position is edited every few seconds by the phone itself: nobody waits for an answer to that.
  if (ctx.editedMessage?.location !== undefined) return;
  if (ctx.editedMessage !== undefined) return send(ctx, texts.common.editedMessage());
  if (await answerReportNumber(ctx, ctx.message?.text ?? "")) return;
  if (ctx.callbackQuery !== undefined) {
    await send(ctx, texts.common.oldMenu());
    // Of somebody in the middle of a form the current menu is its open question.
    if (await resumeForm(ctx, send)) return;
    return isKnown(actor) ? send(ctx, menuMessage(actor, texts)) : welcome(ctx, null);
  }
  if (await resumeForm(ctx)) return;
  if (!isKnown(actor) || (await isNowhere(ctx, actor))) return welcome(ctx, null);
  const ask = isTrainer(actor) || isAdmin(actor) ? null : texts.questions.menu;
  await send(ctx, { ...texts.common.notUnderstood(ask), buttons: menuButtons(actor, texts) });
}

/** The button of a nudge goes on with its own draft, however many there are; one of a menu with the latest. */
export async function resume(ctx: BotContext, [id]: string[]): Promise<void> {
  const { actor, texts, world } = ctx;
  if (!id) return (await resumeForm(ctx)) ? undefined : welcome(ctx, null);
  const draft = await world.store.drafts.findUnfinished(actor.telegramId, Number(id) || 0);
  if (draft !== null && (await goOn(ctx, draft))) return;
  await send(ctx, { ...texts.common.nothingToStop(), buttons: menuButtons(actor, texts) });
}

/** Agreed once, and never registered: the menu holds nothing for them yet. */
async function isNowhere({ world }: BotContext, { person, roles }: KnownActor): Promise<boolean> {
  return roles.length === 0 && (await world.store.participants.ofPerson(person.id)).length === 0;
}

/** Goes on with the form that was left unfinished last; false when there is none. */
export async function resumeForm(ctx: BotContext, say = show): Promise<boolean> {
  return goOn(ctx, await ctx.world.store.drafts.latestOf(ctx.actor.telegramId), say);
}

async function goOn(ctx: BotContext, draft: Draft | null, say = show): Promise<boolean> {
  if (draft === null || !isKnown(ctx.actor) || !(draft.form in FORMS)) return false;
  await say(ctx, ctx.texts.common.unfinished());
  await startForm(ctx, draft.form as FormName, draft.subject, true);
  return true;
}
