// Phone numbers as rosters hold them. A wrong number lets a stranger in, so what is not certain is a doubt and nothing is repaired.
import { readPhone } from "../../people/phone.js";
import type { Severity } from "../row-verdict.js";
import { saidText } from "./said-text.js";

export type RosterPhoneReading =
  | { readonly ok: true /** E.164 */; readonly phone: string }
  | { readonly ok: false; readonly reason: "missing-phone" | "bad-phone"; readonly severity: Severity };

const BAD = { ok: false, reason: "bad-phone", severity: "error" } as const;
const DOUBTED = { ok: false, reason: "bad-phone", severity: "doubt" } as const;

/** A spreadsheet that once rounded a number and saved it in full leaves zeros where digits were: "6281230000000". */
const ZEROS_OF_ROUNDING = /0{6,}$/;

/** No mobile number of Indonesia begins so: 0800 and 0809 are services. */
const NO_MOBILE = /^\+6280/;

/** @param isRounded whether the spreadsheet itself has lost the last digits, whatever the cell shows */
export function readRosterPhone(cell: string, isRounded: boolean): RosterPhoneReading {
  const text = saidText(cell.replace(/[\n\r]+/g, " / "));
  if (text === "") return { ok: false, reason: "missing-phone", severity: "error" };
  if (isRounded) return BAD;
  const parts = numbersIn(text);
  return parts.length > 1 ? readSeveral(parts) : readOne(parts[0] ?? text);
}

function readOne(text: string): RosterPhoneReading {
  const reading = readPhone(text);
  if (!reading.ok) return reading.reason === "several" ? DOUBTED : BAD;
  const { phone } = reading;
  if (NO_MOBILE.test(phone)) return BAD;
  if (ZEROS_OF_ROUNDING.test(phone)) return DOUBTED;
  if (phone.startsWith("+62")) return reading;
  // Another country's number says so itself. "+812…" is rather one of ours without its 62 than a Japanese one.
  if (!/^(\+|00)/.test(text.replace(/^[^\d+]+/, ""))) return BAD;
  return phone.startsWith("+8") ? DOUBTED : reading;
}

/** One mobile number beside landlines is plain; so is one number written twice. Of two nobody knows which is on Telegram. */
function readSeveral(parts: readonly string[]): RosterPhoneReading {
  const mobiles = new Set<string>();
  for (const part of parts) {
    const reading = readOne(part);
    if (reading.ok) mobiles.add(reading.phone);
    else if (!isLandline(part)) return DOUBTED;
  }
  const [only] = mobiles;
  if (only === undefined) return BAD;
  return mobiles.size === 1 ? { ok: true, phone: only } : DOUBTED;
}

function isLandline(text: string): boolean {
  const reading = readPhone(text);
  return !reading.ok && reading.reason === "landline";
}

/** The numbers of a cell. Commas and slashes inside one number ("0812,3456,7890") leave no part long enough to be a number. */
function numbersIn(text: string): readonly string[] {
  // A plus behind a digit begins another number. Not by looking back from each: thousands of them would take minutes.
  const first = text.search(/\d/);
  const rest = text.slice(first + 1).replace(/\+/g, ";+");
  const parts = `${text.slice(0, first + 1)}${rest}`
    .split(/[/;,&|]|\b(?:atau|dan|or|and)\b|(?<=\d{9,}) +(?=(?:\+?62|0)\d{8,})/i)
    .map((part) => part.trim())
    .filter((part) => /\d/.test(part));
  const isOne = parts.every((part) => part.replace(/\D/g, "").length < SHORTEST_NUMBER);
  return isOne ? [parts.join("")] : parts;
}

/** Landlines without their area have six digits at least. */
const SHORTEST_NUMBER = 6;
