// Numbers as people write them: each way is a printer, for tests that read them back.

const ONES = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split(" ");
const ENGLISH =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** In Indonesian words, below a milliard. */
export function inWords(n: number): string {
  if (n < 10) return ONES[n] ?? "";
  if (n < 20) return n === 10 ? "sepuluh" : n === 11 ? "sebelas" : `${inWords(n - 10)} belas`;
  if (n < 100) return `${inWords(Math.floor(n / 10))} puluh${and(n % 10)}`;
  if (n < 1_000) return `${n < 200 ? "seratus" : `${inWords(Math.floor(n / 100))} ratus`}${and(n % 100)}`;
  if (n < 1_000_000) return `${n < 2_000 ? "seribu" : `${inWords(Math.floor(n / 1_000))} ribu`}${and(n % 1_000)}`;
  return `${inWords(Math.floor(n / 1_000_000))} juta${and(n % 1_000_000)}`;
}

function and(rest: number): string {
  return rest === 0 ? "" : ` ${inWords(rest)}`;
}

function inEnglish(n: number): string {
  if (n < 20) return ENGLISH[n] ?? "";
  if (n < 100) return `${ENGLISH_TENS[Math.floor(n / 10) - 2]}${n % 10 === 0 ? "" : `-${inEnglish(n % 10)}`}`;
  if (n < 1_000) return `${inEnglish(Math.floor(n / 100))} hundred${n % 100 === 0 ? "" : ` and ${inEnglish(n % 100)}`}`;
  const [size, word] = n < 1_000_000 ? [1_000, "thousand"] : [1_000_000, "million"];
  return `${inEnglish(Math.floor(n / size))} ${word}${n % size === 0 ? "" : ` ${inEnglish(n % size)}`}`;
}

const grouped = (n: number, mark: string) => String(n).replace(/\B(?=(\d{3})+$)/g, mark);

/** "1,5 juta" where the number has at most two digits behind the comma at this scale. */
function scaled(n: number, scale: number, word: string): string | null {
  const times = n / scale;
  return n < scale || times >= 1_000 || !Number.isInteger(times * 100)
    ? null
    : `${String(times).replace(".", ",")}${word}`;
}

/** "3 ratus 12 ribu", "2 juta 3 ratus ribu": digits before each word. */
function mixed(n: number): string | null {
  const [hundreds, rest] = [Math.floor(n / 100), n % 100];
  if (n < 100 || n >= 1_000) return null;
  return rest === 0 ? `${hundreds} ratus` : `${hundreds} ratus ${rest}`;
}

/** From the number to the words; null where nobody would write it so. */
export const WAYS_TO_WRITE: Readonly<Record<string, (n: number) => string | null>> = {
  "in digits": String,
  "in digits with a unit": (n) => `${n} orang`,
  "in digits with its unit before it": (n) => `Peserta: ${n} orang.`,
  "with points": (n) => grouped(n, "."),
  "with commas": (n) => grouped(n, ","),
  "with spaces": (n) => grouped(n, " "),
  "as rupiah": (n) => `Rp ${grouped(n, ".")},00`,
  "as rupiah, ending in a dash": (n) => `Rp${grouped(n, ".")},-`,
  "in wide digits": (n) => String(n).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  "in Arabic digits": (n) => String(n).replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
  "behind a mark of direction": (n) => `\u200f${n} orang\u200e`,
  "as an estimate": (n) => `± ${n}`,
  "in words": inWords,
  "in words with a unit": (n) => `${inWords(n)} orang`,
  "in joined words": (n) => inWords(n).replaceAll(" ", ""),
  "in capitals": (n) => inWords(n).toUpperCase(),
  "in digits and words": (n) => `${n} (${inWords(n)}) orang`,
  "in words and digits": (n) => `${inWords(n)} (${n})`,
  "in thousands": (n) => scaled(n, 1_000, " ribu"),
  "in thousands, in short": (n) => scaled(n, 1_000, "rb"),
  "in thousands with a k": (n) => scaled(n, 1_000, "k"),
  "in millions": (n) => scaled(n, 1_000_000, " juta"),
  "in millions, in short": (n) => scaled(n, 1_000_000, "jt"),
  "in digits before words": mixed,
  "in hundreds of thousands": (n) => (n % 100_000 === 0 && n < 1_000_000 && n > 0 ? `${n / 100_000} ratus ribu` : null),
  "in dozens": (n) => (n % 12 === 0 && n < 1_000 && n > 0 ? `${n / 12} lusin` : null),
  "as a teen, half in digits": (n) => (n > 11 && n < 20 ? `${n - 10} belas` : null),
  "in tens, half in digits": (n) => (n >= 20 && n < 100 && n % 10 === 0 ? `${n / 10} puluh` : null),
  "in English": inEnglish,
};
