// Whether two Indonesian words are forms of one: "mengirim", "dikirim" and "pengiriman" are all "kirim". A slip counts in
// words of six letters and more: "pelatihn".
import type { SpellingDistance } from "../places/place-search.js";

/** Shorter ones are left whole: "diam" is no form of "am". */
const SHORTEST_ROOT = 4;

const ENDINGS = ["nya", "lah", "kah", "pun", "kan", "an", "ku", "mu", "i"];

/** With what the first letter of the root may have been, where the prefix has swallowed it. */
const BEGINNINGS: [prefix: string, swallowed: string[]][] = [
  ["meng", ["", "k"]],
  ["peng", ["", "k"]],
  ["meny", ["s"]],
  ["peny", ["s"]],
  ["mem", ["", "p"]],
  ["pem", ["", "p"]],
  ["men", ["", "t"]],
  ["pen", ["", "t"]],
  ["me", [""]],
  ["pe", [""]],
  ["ber", [""]],
  ["per", [""]],
  ["ter", [""]],
  ["pel", [""]],
  ["di", [""]],
  ["ke", [""]],
  ["se", [""]],
  // As it is spoken: "ngirim", "nyimpan".
  ["ng", ["", "k"]],
  ["ny", ["s"]],
];

/** The longest word in which one wrong letter may be a word of its own: "lapor" and "lapar". */
const SURE_LETTERS = 5;
const LONG_WORD = 9;

/** What the word may be a form of; the word itself is one of them. */
export function rootsOf(word: string): Set<string> {
  const ends = withoutEndings(word);
  return new Set([...ends, ...ends.flatMap(withoutBeginning)]);
}

function withoutEndings(word: string): string[] {
  const found = [word];
  // "laporannya" has two; the list grows while it is gone through.
  for (const one of found) {
    for (const ending of ENDINGS) {
      const bare = one.slice(0, -ending.length);
      if (one.endsWith(ending) && bare.length >= SHORTEST_ROOT && !found.includes(bare)) found.push(bare);
    }
  }
  return found;
}

function withoutBeginning(word: string): string[] {
  return BEGINNINGS.flatMap(([prefix, swallowed]) =>
    word.startsWith(prefix)
      ? swallowed.map((letter) => letter + word.slice(prefix.length)).filter(({ length }) => length >= SHORTEST_ROOT)
      : [],
  );
}

/** Forms of one root, or a slip of the finger apart. A slip rarely hits the first letter: "bencana" is not "rencana". */
export function isSameWord(one: ReadonlySet<string>, other: ReadonlySet<string>, distance: SpellingDistance): boolean {
  for (const a of one) {
    if (other.has(a)) return true;
    for (const b of other) if (isSlip(a, b, distance)) return true;
  }
  return false;
}

function isSlip(a: string, b: string, distance: SpellingDistance): boolean {
  const longer = Math.max(a.length, b.length);
  if (a[0] !== b[0] || longer <= SURE_LETTERS) return false;
  return distance(a, b) <= (longer >= LONG_WORD ? 2 : 1) || isSwapped(a, b);
}

/** Two letters beside each other, in the wrong order: "renacna". */
function isSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, n) => letter !== b[n]);
  return `${a.slice(0, at)}${a.charAt(at + 1)}${a.charAt(at)}${a.slice(at + 2)}` === b;
}
