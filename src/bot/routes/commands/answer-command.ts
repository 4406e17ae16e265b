// From what somebody typed to the command it means, and to its answer.
import { isAmong } from "../../../domain/people/is-among.js";
import { plainLetters, type SteeringWord, steeringWord } from "../../../domain/words/steering-words.js";
import { whereMoved } from "../../../use-cases/index.js";
import type { BotContext, KnownContext } from "../../context.js";
import { refuseTo } from "../../gate/former-staff.js";
import { send } from "../../kit/show.js";
import { menuButtons } from "../../talk/menu.js";
import type { Command } from "./command.js";
import { COMMANDS } from "./commands.js";

/** "/dataku", "/mydata@the_bot x": the name in small letters, and what stands behind it. */
export function readCommand(text: string): { name: string; argument: string } | null {
  const [, name, argument] = /^\/([a-z_]+)(?:@\w+)?(?:\s+(.*\S))?/is.exec(text) ?? [];
  if (name === undefined) return null;
  // Many bots have a /menu, and anyone who types it means the word.
  if (steeringWord(name) === "menu") return { name: SPOKEN.menu, argument: "" };
  return { name: name.toLowerCase(), argument: argument ?? "" };
}

/**
 * A command without its slash: a steering word at any time; the other names where no form is open, in whose answers they may stand.
 */
export function readSpokenCommand(text: string, isInForm: boolean): { name: string; argument: string } | null {
  const word = steeringWord(text);
  if (word !== null) return { name: SPOKEN[word], argument: "" };
  const name = plainLetters(text);
  return !isInForm && findCommand(name) !== undefined ? { name, argument: "" } : null;
}

/** What the steering words mean where they steer no form. */
const SPOKEN: Record<SteeringWord, string> = {
  help: "bantuan",
  menu: "start",
  cancel: "batal",
  next: "lanjut",
  back: "start",
  skip: "start",
  done: "start",
};

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

export function findCommand(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name || command.aliases.includes(name));
}
