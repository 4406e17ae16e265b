// A library changes hands: for how long its code works, and how it is read where somebody typed it.
import { DASH, spokenCodeReader } from "../spoken-code.js";

const HANDOVER_DAYS = 7;

/** After the word for it or without. */
export const readHandoverCode = spokenCodeReader("(?:KODE|CODE)?:? *");

/** Letters and digits mixed as in no word, in halves as ours are: somebody meant a code, even where there is none like it. */
export function looksLikeCode(text: string): boolean {
  const bare = text.trim().toUpperCase();
  return (
    new RegExp(`^(?:KODE|CODE)?:? *[0-9A-Z]{5}${DASH}[0-9A-Z]{5}[.]?$`).test(bare) &&
    /[0-9]/.test(bare) &&
    /[A-Z]/.test(bare.replace(/^(KODE|CODE)/, ""))
  );
}

export function handoverEndsAt(now: Date): Date {
  return new Date(now.getTime() + HANDOVER_DAYS * 86_400_000);
}
