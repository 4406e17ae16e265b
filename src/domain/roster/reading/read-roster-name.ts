// Names as rosters hold them: kept as they are written, titles, degrees and capitals too. Only numbering before them goes.
import { hasLetter } from "../../people/has-letter.js";
import { saidText } from "./said-text.js";

/** The longest name that fits a button and a line of a list with its library. */
const LONGEST_NAME = 100;

const NUMBERING = /^\d{1,4}\s*[.)]\s+/;

export type NameReading =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly name: string; readonly reason: "missing-name" | "bad-name" };

export function readRosterName(cell: string): NameReading {
  const name = saidText(cell).replace(NUMBERING, "").trim();
  if (name === "") return { ok: false, name, reason: "missing-name" };
  // Digits belong to a phone number, a NIK or a second person; one letter or "xxx" names nobody.
  const isName = hasLetter(name) && !/\d/.test(name) && name.length <= LONGEST_NAME && !isFiller(name);
  return isName ? { ok: true, name } : { ok: false, name, reason: "bad-name" };
}

function isFiller(name: string): boolean {
  const letters = name.toLowerCase().replace(/[^\p{L}]/gu, "");
  return letters.length < 2 || (letters.length > 2 && new Set(letters).size === 1);
}
