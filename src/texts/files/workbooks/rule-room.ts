// How much of what a change of the rules does is read in one message of 700 letters; the whole goes with it as a file.
import type { RichText } from "../../../domain/messages/message.js";
import { withinLetters } from "../../lists.js";
import { bold, bullets, lines, paragraphs } from "../../rich.js";

/** Of lists with their headings and the words for what is left out, and what stands around them; the rest of the 700 is for a sentence above. */
const LETTERS = 560;
const OF_ONE = 360;
/** A line's bullet and its end. */
const AROUND = 3;
/** Two lists share what there is: the second has so much of it where the first one needs more than the rest. */
const SHARE_OF_SECOND = 0.6;

const lettersOf = (items: readonly string[]) => items.reduce((sum, { length }) => sum + length + AROUND, 0);

/** Of two lists, how many letters each may take: what one does not need the other has. `beside`: the letters of what stands beside them. */
function roomOf(first: readonly string[], second: readonly string[], beside: number): [number, number] {
  const all = LETTERS - beside;
  const ofSecond = Math.min(lettersOf(second), Math.max(Math.floor(all * SHARE_OF_SECOND), all - lettersOf(first)));
  return [all - ofSecond, ofSecond];
}

interface TwoLists {
  differences: readonly string[];
  effects: readonly string[];
  heads: { differences: string; effects: string };
  rest: (more: number) => string;
  above?: RichText | false;
  below?: string | false;
}

/** What changes, and what it does: together as much as fits. */
export function whatChanges({ differences, effects, heads, rest, above = false, below = false }: TwoLists): RichText {
  const [ofDifferences, ofEffects] = roomOf(differences, effects, paragraphs(above, below).text.length);
  return paragraphs(
    above,
    lines(bold(heads.differences), asMuchAsFits(differences, rest, ofDifferences)),
    effects.length > 0 && lines(bold(heads.effects), asMuchAsFits(effects, rest, ofEffects)),
    below,
  );
}

/** A list with what stands around it: as much as fits. */
export function listBetween(
  above: RichText,
  items: readonly string[],
  { below, rest }: { below: RichText; rest: (more: number) => string },
): RichText {
  const room = Math.min(OF_ONE, LETTERS - paragraphs(above, below).text.length);
  return paragraphs(above, asMuchAsFits(items, rest, room), below);
}

/** `rest`: how many more there are. */
export function asMuchAsFits(items: readonly string[], rest: (more: number) => string, room = OF_ONE): RichText {
  const padded = items.map((item) => item.padEnd(item.length + AROUND));
  const shown = items.slice(0, withinLetters(padded, room).length);
  const more = items.length - shown.length;
  return bullets([...shown, ...(more > 0 ? [rest(more)] : [])]);
}

/** Who changed something, as many as are read at a glance. */
const MOST_NAMES = 2;

export function someNames(names: readonly string[], others: (more: number) => string): string[] {
  const more = names.length - MOST_NAMES;
  return more > 0 ? [...names.slice(0, MOST_NAMES), others(more)] : [...names];
}

/** Names of tabs, as many as are read at a glance. */
const LETTERS_OF_TABS = 60;

export function someTabs(names: readonly string[]): string {
  const quoted = names.filter((name) => name !== "").map((name) => `“${name}”`);
  return withinLetters(quoted, LETTERS_OF_TABS).join(", ");
}
