// A heading as words in small letters, each with its meaning.
import { cleanWords } from "../../words/clean-words.js";
import { type Meaning, VOCABULARY } from "./heading-vocabulary.js";

export interface HeadingWord {
  readonly word: string;
  /** Undefined for a word that we do not know. */
  readonly meaning: Meaning | undefined;
}

/** Shorter words differ by one letter all the time: "kab" and "kec". */
const LONG_ENOUGH_FOR_A_SLIP = 6;

/** What stands in brackets and behind "sesuai", "yang" explains the rest, and is left out unless nothing else is there. */
export function headingWords(heading: string): readonly HeadingWord[] {
  const outside = heading.replace(/\([^)]*\)|\[[^\]]*\]/g, " ");
  const words = known(outside);
  const explanation = words.findIndex(({ meaning }, index) => meaning === "explains" && index > 0);
  const said = explanation === -1 ? words : words.slice(0, explanation);
  return said.some(({ meaning }) => meaning !== undefined) ? said : known(heading);
}

function known(text: string): readonly HeadingWord[] {
  return wordsOf(text).map((word) => ({ word, meaning: VOCABULARY.get(word) ?? slippedMeaning(word) }));
}

function wordsOf(text: string): readonly string[] {
  const words = cleanWords(text)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/\p{L}+/gu, apart)
    .toLowerCase()
    .replace(/\bl *[/-] *p\b/g, "lp")
    .replace(/\be-?mail\b/g, "email")
    .replace(/\bs *[/.] *d\b\.?/g, "sampai")
    .replace(/#/g, " no ")
    .replace(/\bjenis kel\.?$/, "jenis kelamin");
  return words.split(/[^\p{L}]+/u).filter((word) => word !== "");
}

/** "NamaLengkap" and "noHP" are two words each, "WhatsApp" is one. */
function apart(word: string): string {
  return VOCABULARY.has(word.toLowerCase()) ? word : word.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ");
}

/** "Kecmatan", "Propinsii": the meaning of the only words that are one letter away. */
function slippedMeaning(word: string): Meaning | undefined {
  if (word.length < LONG_ENOUGH_FOR_A_SLIP) return undefined;
  const meanings = new Set<Meaning>();
  for (const [candidate, meaning] of VOCABULARY) {
    if (candidate.length >= LONG_ENOUGH_FOR_A_SLIP && isOneSlip(word, candidate)) meanings.add(meaning);
  }
  const [only] = meanings;
  return meanings.size === 1 ? only : undefined;
}

/** One letter more, less, or another one, or two that changed places. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let behind = 0;
  while (behind < Math.min(a.length, b.length) - from && a.at(-1 - behind) === b.at(-1 - behind)) behind += 1;
  const [middleA, middleB] = [a.slice(from, a.length - behind), b.slice(from, b.length - behind)];
  if (middleA.length <= 1 && middleB.length <= 1) return true;
  return middleA.length === 2 && middleB.length === 2 && middleA[0] === middleB[1] && middleA[1] === middleB[0];
}
