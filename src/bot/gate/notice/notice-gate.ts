// What stands before everything else: the notice in force, until it is agreed to, and then the name of those who hold a role. What
// only serves the person's own rights goes on without them.
import type { NextFunction } from "grammy";
import { readAction } from "../../../domain/messages/action.js";
import { isKnown } from "../../../domain/people/person.js";
import { steeringWord } from "../../../domain/words/steering-words.js";
import { NO_TOKEN } from "../../../use-cases/index.js";
import type { BotContext } from "../../context.js";
import { startForm } from "../../forms/fill-in-form.js";
import { findCommand, readCommand, readSpokenCommand } from "../../routes/commands/read-command.js";
import { ROUTES } from "../../routes/routes.js";
import { isTypedConsent } from "../joining-words.js";
import { askForConsent } from "./ask-for-consent.js";

export async function askAgainForConsent(ctx: BotContext, next: NextFunction): Promise<void> {
  if (!isKnown(ctx.actor) || isFree(ctx) || (await isTypedConsent(ctx))) return next();
  if (!(await askForConsent(ctx, NO_TOKEN))) await next();
}

/** Admins named in the configuration come without a name, and others must see who did what. Behind the forms: an answer passes. */
export async function askForName(ctx: BotContext, next: NextFunction): Promise<void> {
  const { actor } = ctx;
  if (!isKnown(actor) || actor.roles.length === 0 || actor.person.name !== "" || isFree(ctx)) return next();
  await startForm(ctx, "staff_name", "own");
}

function isFree(ctx: BotContext): boolean {
  if (ctx.callbackQuery !== undefined) {
    const pressed = readAction(ctx.callbackQuery.data ?? "");
    return pressed !== null && ROUTES[pressed.name].beforeConsent === true;
  }
  if (ctx.message === undefined) return true;
  const { text = "" } = ctx.message;
  const word = steeringWord(text);
  // The other words may answer an open question.
  const spoken = word === "help" || word === "menu" ? readSpokenCommand(text, true) : null;
  const command = readCommand(text) ?? spoken;
  return command !== null && findCommand(command.name)?.beforeConsent === true;
}
