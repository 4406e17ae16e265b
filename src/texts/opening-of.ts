// The beginning of a longer text, in one line.
import { cutTo } from "../domain/words/cut-to.js";

/** As much of a text as tells one from another. */
const OPENING = 60;

export function openingOf(text: string, most = OPENING): string {
  return cutTo(text.replace(/\s+/g, " ").trim(), most);
}
