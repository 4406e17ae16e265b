// A library changes hands: for how long its code works, and how it is read where somebody typed it.
import { spokenCodeReader } from "../spoken-code.js";

const HANDOVER_DAYS = 7;

/** After the word for it or without. */
export const readHandoverCode = spokenCodeReader("(?:KODE|CODE)?:? *");

export function handoverEndsAt(now: Date): Date {
  return new Date(now.getTime() + HANDOVER_DAYS * 86_400_000);
}
