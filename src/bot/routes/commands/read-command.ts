// Which command is meant by what somebody typed: with its slash, or as a word alone.
import { plainLetters, type SteeringWord, steeringWord } from "../../../domain/words/steering-words.js";
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

export function findCommand(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name || command.aliases.includes(name));
}
