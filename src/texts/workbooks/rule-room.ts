// How much of what a change of the rules does is read in one message of 700 letters; the whole goes with it as a file.
import type { RichText } from "../../domain/messages/message.js";
import { withinLetters } from "../lists.js";
import { bullets } from "../rich.js";

export const RULE_ROOM = { faults: 360, differences: 160, effects: 250 } as const;

export function isReadWhole(items: readonly string[], room: keyof typeof RULE_ROOM): boolean {
  return withinLetters(items, RULE_ROOM[room]).length === items.length;
}

/** `rest`: how many more there are. */
export function asMuchAsFits(
  items: readonly string[],
  room: keyof typeof RULE_ROOM,
  rest: (more: number) => string,
): RichText {
  const shown = withinLetters(items, RULE_ROOM[room]);
  const more = items.length - shown.length;
  return bullets([...shown, ...(more > 0 ? [rest(more)] : [])]);
}
