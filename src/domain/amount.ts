/** Reading amounts as people write them in reports: "25 orang", "1.250", "± 30", "Rp 1,5 juta", "dua puluh". */
import { readNumberWords } from "./number-words.js";

export type AmountReading =
  | { readonly ok: true /** A whole number, zero or more. */; readonly amount: number }
  | { readonly ok: false; readonly reason: AmountFault };

/** several: more than one number, as in "20-30" or "10 L, 15 P", where choosing one would be guessing. */
export type AmountFault = "empty" | "not a number" | "negative" | "fraction" | "several" | "too large";

/** A thousand times the national budget in rupiah would still be exact; anything longer is a phone number or a slip. */
const LARGEST = 1_000_000_000_000;

/** "m" is left out: it means a milliard to some and metres to others. */
const MULTIPLIERS: Readonly<Record<string, number>> = {
  rb: 1e3,
  ribu: 1e3,
  thousand: 1e3,
  jt: 1e6,
  juta: 1e6,
  million: 1e6,
  miliar: 1e9,
  milyar: 1e9,
  billion: 1e9,
};

/** Words that change nothing about the number behind them. "kurang dari" does, and is not here. */
const LEAD_WORDS =
  /^(±|~|\+\/-|kurang lebih|kl|k\.l\.|sekitar|kira-kira|kira2|ada|total|jumlah|jumlahnya|sebanyak|about|around|approximately|rp|idr)[.: ]*/;

/** People answer "none" in words. */
const NOTHING = /^(nol|nihil|kosong|tidak ada|tdk ada|belum ada|blm ada|none|zero|nothing|-)$/;

const BEHIND_THE_DIGITS = new RegExp(`^ ?(?:(${Object.keys(MULTIPLIERS).join("|")})(?!\\p{L}))?[.,-]* ?(.*)$`, "u");

/** What may stand behind a number: up to three words, such as "orang", "org ibu-ibu" or "buku tulis". */
const UNIT = /^(\p{L}[\p{L}'-]*\.?( \p{L}[\p{L}'-]*\.?){0,2})?$/u;

/** A point or comma before exactly three digits groups thousands ("1.250", "1,250"); before other digits it is a decimal mark. */
export function readAmount(input: string): AmountReading {
  const text = withoutLead(tidy(input));
  if (text === "") return fault("empty");
  if (NOTHING.test(text)) return { ok: true, amount: 0 };
  if (/^(-|−|–|minus )/.test(text) && /\d/.test(text)) return fault("negative");

  const [, digits, rest = ""] = /^(\d[\d.,]*)(.*)$/.exec(text) ?? [];
  if (digits === undefined) return inWords(text);
  const [, multiplierWord, unit = ""] = BEHIND_THE_DIGITS.exec(rest) ?? [];
  if (/\d/.test(unit)) return fault("several");
  if (!UNIT.test(unit) || /^(persen|percent)/.test(unit)) return fault("not a number");

  const number = numberOf(digits.replace(/[.,]$/, ""));
  if (number === undefined) return fault("not a number");
  return whole(number * (MULTIPLIERS[multiplierWord ?? ""] ?? 1));
}

/** The number of these digits; undefined when its marks follow no custom, as in "1.25.0". */
function numberOf(digits: string): number | undefined {
  if (/^\d+$/.test(digits)) return Number(digits);
  const form = /^(\d{1,3}(?:([.,])\d{3}(?:\2\d{3})*)?|\d+)(?:[.,](\d+))?$/.exec(digits);
  if (form === null || (form[2] !== undefined && form[1]?.startsWith("0"))) return undefined;
  const grouped = form[1] ?? "";
  return Number(`${grouped.replace(/[.,]/g, "")}.${form[3] ?? "0"}`);
}

function inWords(text: string): AmountReading {
  const number = readNumberWords(text);
  return number === undefined ? fault("not a number") : whole(number);
}

function whole(number: number): AmountReading {
  // 1.1 × 1,000,000 is 1100000.0000000001 in binary; a millionth of a person is no fraction worth asking about.
  const rounded = Math.round(number);
  if (Math.abs(number - rounded) > 1e-6) return fault("fraction");
  return rounded > LARGEST ? fault("too large") : { ok: true, amount: rounded };
}

/** Drops what does not change the number: emoji, a final mark, and words in brackets, as in the official "25 (dua puluh lima)". */
function tidy(input: string): string {
  return input
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Extended_Pictographic}|\ufe0f|\([^()\d]*\)/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/ ?!+$/, "");
}

function withoutLead(text: string): string {
  const shorter = text.replace(LEAD_WORDS, "");
  return shorter === text ? text : withoutLead(shorter);
}

function fault(reason: AmountFault): AmountReading {
  return { ok: false, reason };
}
