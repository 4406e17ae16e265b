// What nothing else has answered: an old button gets the current menu or question, anything else a way forward.
import { isAdmin, isKnown, isOnTheWay, isTrainer } from "../../domain/people/person.js";
import { answerLetterNumber } from "../completion/letter-handlers.js";
import type { BotContext } from "../context.js";
import { askAgain, openForm } from "../forms/fill-in-form.js";
import { sayHandedOver } from "../gate/handed-over.js";
import { send } from "../kit/show.js";
import { takeLooseRoster } from "../programme/roster/roster-handlers.js";
import { answerUnknownCode, openHandover } from "../registration/handover-handlers.js";
import { welcome } from "../registration/welcome.js";
import { takeLooseFile } from "../reports/loose-files.js";
import { answerReportNumber } from "../reports/report-handlers.js";
import { menuButtons } from "./main-menu.js";
import { mainMenu, savedButtons } from "./menu-with-saved-forms.js";
import { answerSmallTalk } from "./small-talk.js";

export async function answerAnythingElse(ctx: BotContext): Promise<void> {
  const { actor, texts } = ctx;
  // A shared live position is edited every few seconds by the phone itself: nobody waits for an answer to that.
  if (ctx.editedMessage?.location !== undefined) return;
  if (ctx.editedMessage !== undefined) {
    // On a page of buttons new words are no answer to anything: which button asks for them is said.
    const isDraft = openForm(ctx)?.name === "announcement";
    return send(ctx, isDraft ? texts.announcement.draft.editedMessage() : texts.common.editedMessage());
  }
  const text = ctx.message?.text ?? "";
  if (await answerReportNumber(ctx, text)) return;
  if (await answerLetterNumber(ctx, text)) return;
  if (await openHandover(ctx, text)) return;
  if (await answerUnknownCode(ctx, text)) return;
  if (await sayHandedOver(ctx)) return;
  if (ctx.callbackQuery !== undefined) {
    await send(ctx, texts.common.oldMenu());
    // Of somebody in the middle of a form the current menu is its open question.
    if (await askAgain(ctx)) return;
    return isKnown(actor) ? send(ctx, await mainMenu(ctx)) : welcome(ctx, null);
  }
  if (!isKnown(actor)) return welcome(ctx, null);
  if (await takeLooseRoster(ctx)) return;
  if (await takeLooseFile(ctx)) return;
  const saved = await savedButtons(ctx, await ctx.begun());
  // What was put aside is gone on with by a button, not by whatever somebody writes.
  if (saved.length === 0 && isOnTheWay(actor)) return welcome(ctx, null);
  if (await answerSmallTalk(ctx)) return;
  const command = /^\/\S{1,40}/.exec(text)?.[0];
  const buttons = [...saved, ...menuButtons(actor, texts)];
  if (command !== undefined) return send(ctx, { ...texts.common.noSuchCommand(command), buttons });
  const ask = isTrainer(actor) || isAdmin(actor) ? null : texts.threads.menu;
  await send(ctx, { ...texts.common.notUnderstood(ask), buttons });
}
