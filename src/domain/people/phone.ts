/** Reading phone numbers, so that the roster's and the one a person shares meet: "0812-3456-7890" = "+62 812 3456 7890". */
import { cleanWords } from "../words/clean-words.js";

export type PhoneReading =
  | { readonly ok: true /** E.164, "+6281234567890". */; readonly phone: string }
  | { readonly ok: false; readonly reason: PhoneFault };

/**
 * several: two numbers in one cell · rounded: a spreadsheet wrote 6.28E+12 and the last digits are lost · landline: an Indonesian
 * number, but no mobile one, so nobody on Telegram has it.
 */
export type PhoneFault = "empty" | "letters" | "several" | "rounded" | "landline" | "too-short" | "too-long";

/** Indonesian mobile numbers without +62: 8xx and 6 to 9 more digits (ITU E.164, national numbering plan of Kominfo). */
const INDONESIAN_MOBILE = { min: 9, max: 12 } as const;

/** E.164: never more than 15 digits; no country has subscribers with fewer than 7 behind the country code. */
const INTERNATIONAL = { min: 8, max: 15 } as const;

/**
 * Reads a number typed by a person or kept in a roster. Digits that begin with 8 are an Indonesian mobile number whose 0 a
 * spreadsheet ate; digits that begin with neither 0, 8, 62 nor + are taken as international.
 */
export function readPhone(text: string): PhoneReading {
  const cleaned = clean(text);
  const fault = faultOfForm(cleaned);
  if (fault !== undefined) return { ok: false, reason: fault };
  const digits = cleaned.replace(/\D/g, "");
  // No country's code begins with 0: "+0812…" is an Indonesian number with a plus too many.
  if (cleaned.startsWith("+") && !digits.startsWith("0")) return international(digits);
  if (digits.startsWith("00")) return international(digits.slice(2));
  if (digits.startsWith("62")) return international(digits);
  if (digits.startsWith("0")) return indonesian(digits.slice(1));
  return digits.startsWith("8") && digits.length <= INDONESIAN_MOBILE.max ? indonesian(digits) : international(digits);
}

/** Reads the number of a contact shared in Telegram, which always has its country code, with or without "+". */
export function readContactPhone(text: string): PhoneReading {
  return readPhone(`+${clean(text).replace(/^\+/, "")}`);
}

function international(digits: string): PhoneReading {
  // "+62 (0)812…" and "+62 0812…" are common and mean the same number.
  if (digits.startsWith("62")) return indonesian(digits.slice(2).replace(/^0/, ""));
  if (digits.length < INTERNATIONAL.min) return { ok: false, reason: "too-short" };
  if (digits.length > INTERNATIONAL.max) return { ok: false, reason: "too-long" };
  return { ok: true, phone: `+${digits}` };
}

function indonesian(national: string): PhoneReading {
  if (!national.startsWith("8")) return { ok: false, reason: national.length < 7 ? "too-short" : "landline" };
  if (national.length < INDONESIAN_MOBILE.min) return { ok: false, reason: "too-short" };
  if (national.length > INDONESIAN_MOBILE.max) return { ok: false, reason: "too-long" };
  return { ok: true, phone: `+62${national}` };
}

function faultOfForm(text: string): PhoneFault | undefined {
  if (text === "" || text === "+") return "empty";
  if (/^\d[.,]\d+e\+?\d+$/i.test(text)) return "rounded";
  if (/\p{L}/u.test(text)) return "letters";
  const numbers = text.split(/[/;,&]|(?<=.)\+/).filter((part) => /\d/.test(part));
  if (numbers.length > 1) return "several";
  return /\d/.test(text) ? undefined : "empty";
}

/**
 * Full-width digits become plain ones; invisible marks that copying a contact leaves behind go, and so do "HP:" before the number,
 * "(WA)" behind it, a spreadsheet's apostrophe and its ".0".
 */
function clean(text: string): string {
  return cleanWords(text)
    .normalize("NFKC")
    .trim()
    .replace(/^(no|nomor|hp|wa|telp|tel|tlp)\b[.: ]*((hp|wa|telp)\b[.: ]*)?/i, "")
    .replace(/ ?\(?\b(hp|wa|whatsapp|telp)\)?$/i, "")
    .replace(/^['’`]/, "")
    .replace(/^(\d{9,})\.0$/, "$1");
}

/**
 * "+62 812-3456-7890": as people write it, and never a row of digits that a spreadsheet would round. Other countries' numbers are cut
 * into fours from the end: where their own code ends is not known here.
 */
export function writePhone(phone: string): string {
  const national = /^\+62(8\d{2})(\d{6,9})$/.exec(phone);
  if (national !== null) {
    const [, prefix = "", rest = ""] = national;
    const cut = rest.length > 6 ? 4 : 3;
    return `+62 ${prefix}-${rest.slice(0, cut)}-${rest.slice(cut)}`;
  }
  return phone.replace(/\B(?=(\d{4})+$)/g, " ").replace(/^\+ /, "+");
}

/** The same for every number that stands within a text. */
export function writePhonesIn(text: string): string {
  return text.replace(/\+\d{8,15}(?!\d)/g, writePhone);
}
