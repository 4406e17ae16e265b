// When one name is another with words left out, shortened to initials or turned round. Not enough by itself: for two who share a number.
import { bareWords, isNearlySame } from "./names-alike.js";

/** Written in a dozen ways, and before half of all names. */
const MUHAMMAD = /^(?:m|md|m[uo]h|m[uo]hd|m[uo]c?ha?mm?[ae]d)$/;
const ABDUL = /^(?:abd|abdul|abdoel)$/;
/** Shorter ones tell nobody apart. */
const LONG_ENOUGH = 3;

/** Every word of the shorter name stands for a word of its own in the longer, and one that tells people apart is written out in both. */
export function isWrittenShorter(one: string, other: string): boolean {
  const [fewer = [], more = []] = [bareWords(one), bareWords(other)].sort((a, b) => a.length - b.length);
  const left = new Set(more.keys());
  let isTold = false;
  // The longest first: an initial takes what is left.
  for (const word of [...fewer].sort((a, b) => b.length - a.length)) {
    const places = [...left].filter((n) => isShortFor(word, more[n] ?? ""));
    const at = places.find((n) => isTelling(word, more[n] ?? "")) ?? places[0];
    if (at === undefined) return false;
    left.delete(at);
    isTold ||= isTelling(word, more[at] ?? "");
  }
  return isTold;
}

function isTelling(a: string, b: string): boolean {
  return a.length >= LONG_ENOUGH && isNearlySame(a, b) && !MUHAMMAD.test(a) && !ABDUL.test(a);
}

function isShortFor(a: string, b: string): boolean {
  if (isNearlySame(a, b)) return true;
  if ([MUHAMMAD, ABDUL].some((form) => form.test(a) && form.test(b))) return true;
  return (a.length === 1 || b.length === 1) && a[0] === b[0];
}
