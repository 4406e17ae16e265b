// A library changes hands: for how long its code works, and what the code looks like.

const HANDOVER_DAYS = 7;

/** Letters and digits that nobody mistakes for each other, on paper or on the telephone. */
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const HALF = 5;
const LENGTH = 2 * HALF;

/** Of a random token: "K7MPQ-2XWRD". Some 45 bits, so that nobody guesses one of those that work. */
export function handoverCode(token: string): string {
  const letters = [...token.slice(-LENGTH)].map((letter) => ALPHABET[letter.charCodeAt(0) % ALPHABET.length]);
  return `${letters.slice(0, HALF).join("")}-${letters.slice(HALF).join("")}`;
}

const TYPED = new RegExp(`^(?:KODE|CODE)?:? *([${ALPHABET}]{${HALF}}) *[-–—]? *([${ALPHABET}]{${HALF}})[.]?$`);

/** As it was read out or copied: in small letters, without its dash, after the word for it. Null where it can be none. */
export function readHandoverCode(text: string): string | null {
  const [, first, second] = TYPED.exec(text.trim().toUpperCase()) ?? [];
  return first === undefined ? null : `${first}-${second}`;
}

export function handoverEndsAt(now: Date): Date {
  return new Date(now.getTime() + HANDOVER_DAYS * 86_400_000);
}
