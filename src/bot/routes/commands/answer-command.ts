// The answer to a command: its own, or a friendly no.
import { isAmong } from "../../../domain/people/is-among.js";
import { whereMoved } from "../../../use-cases/index.js";
import type { BotContext, KnownContext } from "../../context.js";
import { refuseTo } from "../../gate/former-staff.js";
import { send } from "../../kit/show.js";
import { menuButtons } from "../../talk/main-menu.js";
import type { Command } from "./command.js";

/** Those who may not use it get a friendly no, and strangers the way to become known. */
export async function answerCommand(ctx: BotContext, command: Command, argument: string): Promise<void> {
  const { actor, texts } = ctx;
  if (!isAmong(actor, command.who)) {
    const isForAllKnown = command.who === "known" || command.who === "participant";
    if (!isForAllKnown) return refuseTo(ctx, command.who);
    // Who has an account elsewhere is not asked to register once more.
    const moved = await whereMoved(ctx.world, actor);
    const say = moved === null ? texts.common.notRegistered() : texts.account[moved]();
    return send(ctx, { ...say, buttons: menuButtons(actor, texts) });
  }
  // Just asked: anyone who is no stranger to the table is none to the handler.
  await command.run(ctx as KnownContext, argument);
}
