// Whether words can be a name: at least one letter, of any script.
import { cleanWords } from "../words/clean-words.js";

/** Digits, dots, emoji and what looks like an empty space name nobody. */
export function hasLetter(words: string): boolean {
  return /\p{L}/u.test(cleanWords(words));
}
