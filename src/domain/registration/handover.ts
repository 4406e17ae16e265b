// A library changes hands: for how long its code works, and what the code looks like.

const HANDOVER_DAYS = 7;

/** Letters and digits that nobody mistakes for each other, on paper or on the telephone. */
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const LENGTH = 10;

/** Of a random token: "K7MPQ-2XWRD". Fifty bits, so that nobody guesses one of those that work. */
export function handoverCode(token: string): string {
  const letters = [...token.slice(-LENGTH)].map((letter) => ALPHABET[letter.charCodeAt(0) % ALPHABET.length]);
  return `${letters.slice(0, LENGTH / 2).join("")}-${letters.slice(LENGTH / 2).join("")}`;
}

/** Whether a word can be one at all: nobody looks for others. */
export function isHandoverCode(word: string): boolean {
  return new RegExp(`^[${ALPHABET}]{5}-[${ALPHABET}]{5}$`).test(word.toUpperCase());
}

export function handoverEndsAt(now: Date): Date {
  return new Date(now.getTime() + HANDOVER_DAYS * 86_400_000);
}
