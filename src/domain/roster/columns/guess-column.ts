// What a column holds by its cells alone, where no heading says it. Only what cannot be mistaken.
import type { ColumnRole } from "../reading/roster-reading.js";

/** Of the cells that hold something; the rest are slips. */
const MOST = 0.8;

const KINDS: readonly (readonly [ColumnRole, RegExp])[] = [
  ["personal", /^\S+@\S+\.\S+$/],
  // NIK (16) and NIP (18), however they are grouped. A phone number has 15 digits at most.
  ["personal", /^[^\d\p{L}]*(\d[ .-]?){16}((\d[ .-]?){2})?$/u],
  ["code", /^\d{2}[. ]?\d{2}[. ]?\d{2}[. ]?\d{4}$/],
  ["phone", /^(\+?62|0)?[ -]?\(?8\d{1,2}\)?([ .-]?\d){6,10}$/],
];

/** Undefined where the cells say nothing certain. */
export function guessColumn(texts: readonly string[]): "personal" | "code" | "phone" | undefined {
  const filled = texts.filter((text) => text !== "");
  if (filled.length === 0) return undefined;
  const found = KINDS.find(([, pattern]) => filled.filter((text) => pattern.test(text)).length >= filled.length * MOST);
  return found?.[0] as "personal" | "code" | "phone" | undefined;
}

/** Whether these can be names of people: most have letters. */
export function mayBeNames(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== "");
  return filled.filter((text) => /\p{L}{2}/u.test(text)).length >= filled.length / 2;
}
