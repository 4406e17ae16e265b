/**
 * Reading amounts as people write them in reports: "25 orang", "1.250", "± 30", "Rp 1,5 juta", "dua puluh", "3 ratus ribu". What may
 * mean something else than the number that stands there ("25 tidak", "5 M", "25-an") is asked about, never guessed.
 */

import { cleanWords } from "../words/clean-words.js";
import { isNumberWord, isScale, type NumberToken, numberWordsIn, readNumberRun } from "./number-words.js";
import { plainDigits } from "./plain-digits.js";
import { isBesideTheNumber, withoutFriendlyEmoji } from "./words-beside-amounts.js";

export type AmountReading =
  | { readonly ok: true /** A whole number, zero or more. */; readonly amount: number }
  | { readonly ok: false; readonly reason: AmountFault }
  /** One number, among words that may change it: anyone who wrote it says whether it is this. */
  | { readonly ok: false; readonly reason: "unsure"; readonly guess: number };

/**
 * several: more than one number, as in "20-30" or "10 L, 15 P", where choosing one would be guessing. unknown: they say that they do
 * not know.
 */
export type AmountFault = "empty" | "not a number" | "negative" | "fraction" | "several" | "too large" | "unknown";

/** A thousand times the national budget in rupiah would still be exact; anything longer is a phone number or a slip. */
const LARGEST = 1_000_000_000_000;

const NOT = "(?:tidak|tdk|tak|gak|ga|nggak|ngga|belum|blm)";
/** People answer "none" in words, and "I do not know" too. */
const NOTHING = new RegExp(`^(?:nol|nihil|kosong|${NOT} (?:ada|punya)|none|zero|nothing|no one|nobody|-)(?=$| )`);
const NOT_KNOWN = new RegExp(
  `^(?:saya |kami )?(?:(?:${NOT}|kurang) (?:tahu|tau|ingat|pasti|dihitung|terhitung|didata|terdata|ada data)|lupa|entah(?:lah)?)$|` +
    "^(?:(?:i |we )?(?:do not|don't) know|not known|not counted|unknown)(?: yet)?$",
);

/** Digits grouped by spaces, "1 250 000". */
const SPACED = /(?<![\d.,] ?)[1-9]\d{0,2}(?: \d{3})+(?! ?\d|[.,]\d)/g;
const TOKEN = /\d[\d.,]*|\p{L}[\p{L}\p{M}'.-]*|[^\s]/gu;
/** Before a number they mean nothing. "-" does. */
const BEFORE = /^[:=~≈.,;"'•*]$/;
/** Behind a number neither: "25!", "Rp 5.000,-". "?" does. */
const BEHIND = /^[.,;:!"'-]$/;

/** "±" by whatever keys it is written, and its words: "+/- 25", "+ - 25", "plus minus 25", "25 lebih kurang". */
const ABOUT =
  /[±∓]|\+\s*\/?\s*-|-\s*\/\s*\+|-\+|\bplus[-\s]*min(?:us)?\b|\b(?:kurang[-\s]+lebih|lebih[-\s]+kurang|more or less)\b/g;

const ASIDE = /\(([^()]*)\)/g;

type Token = NumberToken | { other: string };

export function readAmount(input: string): AmountReading {
  const text = tidy(input);
  if (/[¼-¾⅐-⅟↉]/u.test(text)) return fault("fraction");
  // "25²" is no 252, nor "①" a number that somebody counted.
  if (/[\p{No}\p{Nl}]/u.test(text)) return fault("not a number");
  if (NOT_KNOWN.test(text)) return fault("unknown");
  const nothing = NOTHING.exec(text);
  if (nothing !== null && tokensOf(text.slice(nothing[0].length)).every(isMeaningless)) return { ok: true, amount: 0 };

  const asides = [...text.matchAll(ASIDE)].map(([, words = ""]) => words);
  const outside = text.replace(ASIDE, " ").trim();
  const [aside] = asides;
  if (outside === "" && aside !== undefined) return asides.length === 1 ? readTokens(aside) : fault("several");
  return withAsides(readTokens(outside), asides);
}

/** In the official "25 (dua puluh lima)" the brackets say the same; "25 (tidak jadi)" does not. */
function withAsides(reading: AmountReading, asides: readonly string[]): AmountReading {
  if (!reading.ok) return reading;
  for (const aside of asides) {
    if (tokensOf(aside).every(isMeaningless)) continue;
    const inside = readTokens(aside);
    if (!inside.ok) return { ok: false, reason: "unsure", guess: reading.amount };
    if (inside.amount !== reading.amount) return fault("several");
  }
  return reading;
}

function readTokens(text: string): AmountReading {
  const tokens = tokensOf(text);
  const from = tokens.findIndex((token) => isOther(token, "-") || !(isMeaningless(token) || isBefore(token)));
  const first = tokens[from];
  if (first === undefined) return fault("empty");
  const isNegative = isOther(first, "-") || first === "minus" || first === "min";
  if (isNegative && tokens.some((token) => typeof token === "number")) return fault("negative");
  const behind = tokens.findIndex((token, n) => n >= from && !isPartOfNumber(token));
  const run = tokens.slice(from, behind === -1 ? undefined : behind) as NumberToken[];
  const rest = behind === -1 ? [] : tokens.slice(behind);
  if (run.length === 0) return fault("not a number");

  if (rest.some(isPartOfNumber)) return fault("several");
  if (run.some(Number.isNaN)) return fault("not a number");
  const read = readNumberRun(run);
  if (read === undefined)
    return fault(run.filter((token) => typeof token === "number").length > 1 ? "several" : "not a number");
  if (rest.some((token) => isOther(token, "%") || CHANGES.test(String(token)))) return fault("not a number");
  const reading = whole(read.value);
  const isPhoneLike = /^0\d{3}/.test(text);
  if (!reading.ok || (!read.isUnsure && !isPhoneLike && rest.every(isMeaningless))) return reading;
  return { ok: false, reason: "unsure", guess: reading.amount };
}

/** Of these nobody can say which number is meant. */
const CHANGES = /^(persen|percent|belasan|puluhan|ratusan|ribuan|jutaan|hundreds|thousands|millions)/;

function tokensOf(text: string): Token[] {
  return (text.match(TOKEN) ?? []).flatMap((token): Token[] => {
    if (/^\d/.test(token)) return [numberOf(token.replace(/[.,]+$/, ""))];
    if (!/^\p{L}/u.test(token)) return [{ other: token }];
    const word = baseOf(token);
    return numberWordsIn(word) ?? [word];
  });
}

/** "ibu-ibu", "ibu2" and "ibu" are one word to us, and so are "org." and "org", "k.l." and "kl". */
function baseOf(token: string): string {
  const word = token.replaceAll(".", "").replace(/[-']+$/, "");
  return /^(.+)-\1$/.exec(word)?.[1] ?? word;
}

function isPartOfNumber(token: Token): boolean {
  return typeof token === "number" || (typeof token === "string" && isNumberWord(token));
}

function isMeaningless(token: Token): boolean {
  if (typeof token === "number") return false;
  return typeof token === "string" ? isBesideTheNumber(token) : BEHIND.test(token.other);
}

function isBefore(token: Token): boolean {
  return typeof token === "object" && BEFORE.test(token.other);
}

function isOther(token: Token, mark: string): boolean {
  return typeof token === "object" && token.other === mark;
}

/**
 * The number of these digits; NaN when its marks follow no custom, as in "1.25.0". A point or comma before exactly three digits groups
 * thousands ("1.250", "1,250"); before other digits it is a decimal mark.
 */
function numberOf(digits: string): number {
  if (/^\d+$/.test(digits)) return Number(digits);
  const form = /^(\d{1,3}(?:([.,])\d{3}(?:\2\d{3})*)?|\d+)(?:[.,](\d+))?$/.exec(digits);
  if (form === null || (form[2] !== undefined && form[1]?.startsWith("0"))) return Number.NaN;
  const grouped = form[1] ?? "";
  return Number(`${grouped.replace(/[.,]/g, "")}.${form[3] ?? "0"}`);
}

function whole(number: number): { ok: true; amount: number } | { ok: false; reason: AmountFault } {
  // 1.1 × 1,000,000 is 1100000.0000000001 in binary; a millionth of a person is no fraction worth asking about.
  const rounded = Math.round(number);
  if (Math.abs(number - rounded) > 1e-6) return fault("fraction");
  return rounded > LARGEST ? fault("too large") : { ok: true, amount: rounded };
}

/** Small letters, plain digits and hyphens; without friendly emoji, smileys and the 2 that doubles a word ("orang2", "kira2"). */
function tidy(input: string): string {
  return withoutFriendlyEmoji(plainDigits(cleanWords(input)))
    .toLowerCase()
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/[’‘`´]/g, "'")
    .replace(ABOUT, " kl ")
    .replace(/[:;]-?[)d](?=\s|$)/g, " ")
    .replace(/\ban? (?=hundred|thousand|million|billion|trillion|dozen)/g, "one ")
    .replace(/(\p{L}{2,})2(?![\d.,])/gu, (all, word: string) => (countsTwo(word) ? all : word))
    .replace(/\s+/g, " ")
    .replace(SPACED, (digits) => digits.replaceAll(" ", ""))
    .trim();
}

/** The 2 behind it is a number: "jt2", and "Rp2", as rupiah are written. */
function countsTwo(word: string): boolean {
  return isScale(word) || word === "rp" || word === "idr";
}

function fault(reason: AmountFault): { ok: false; reason: AmountFault } {
  return { ok: false, reason };
}
