// A new version of the consent notice stands before everything else, until it is accepted. What only serves the person's own
// rights goes on without it.
import type { NextFunction } from "grammy";
import { type ActionName, action, readAction } from "../domain/action.js";
import { isKnown } from "../domain/person.js";
import { findCommand, readCommand } from "./commands.js";
import { consentButtons } from "./consent-buttons.js";
import type { BotContext } from "./context.js";
import { NO_TOKEN } from "./handlers/start.js";
import { send } from "./show.js";

const FREE_COMMANDS = new Set(["start", "berhenti", "mulai", "dataku", "hapus", "bahasa", "bantuan"]);
const FREE_ACTIONS: readonly ActionName[] = [
  "consent",
  "refuse",
  "language",
  "opt_out",
  "opt_in",
  "erase",
  "keep_data",
];

export async function askAgainForConsent(ctx: BotContext, next: NextFunction): Promise<void> {
  const { actor, texts, world } = ctx;
  if (!isKnown(actor) || isFree(ctx)) return next();
  const state = await world.store.people.consentState(actor.person.id, world.settings.noticeVersion);
  // Whoever never gave a consent is asked where they start, see handlers/start.ts; staff may have been entered by others.
  if (state !== "outdated") return next();
  await send(ctx, {
    ...texts.ownData.noticeChanged(world.settings.dataContact),
    buttons: [consentButtons(texts, action("consent", NO_TOKEN))],
  });
}

function isFree(ctx: BotContext): boolean {
  if (ctx.callbackQuery !== undefined) {
    const pressed = readAction(ctx.callbackQuery.data ?? "");
    return pressed !== null && FREE_ACTIONS.includes(pressed.name);
  }
  if (ctx.message === undefined) return true;
  const command = readCommand(ctx.message.text ?? "");
  return command !== null && FREE_COMMANDS.has(findCommand(command.name)?.name ?? "");
}
