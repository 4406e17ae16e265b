// Codes that are read out, printed and typed again.

/** Letters and digits that nobody mistakes for each other, on paper or on the telephone. */
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const HALF = 5;
const LENGTH = 2 * HALF;

/** Part of a pattern: what people write in place of a dash, or leave out. */
export const DASH = " *[-–—_/.]? *";

/** Of a random token: "K7MPQ-2XWRD". Some 50 bits, so that nobody guesses one. */
export function spokenCode(token: string): string {
  const letters = [...token.slice(-LENGTH)].map((letter) => ALPHABET[letter.charCodeAt(0) % ALPHABET.length]);
  return `${letters.slice(0, HALF).join("")}-${letters.slice(HALF).join("")}`;
}

/** `before`: what may or must stand in front of it, as part of a pattern over capitals. */
export function spokenCodeReader(before: string): (text: string) => string | null {
  const typed = new RegExp(`^${before}([${ALPHABET}]{${HALF}})${DASH}([${ALPHABET}]{${HALF}})[.]?$`);
  /** As it was read out or copied: in small letters, without its dash. Null where it can be none. */
  return (text) => {
    const [, first, second] = typed.exec(text.trim().toUpperCase()) ?? [];
    return first === undefined ? null : `${first}-${second}`;
  };
}
