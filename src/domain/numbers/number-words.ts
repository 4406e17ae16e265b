/** Reading a whole run of numbers and number words: "dua puluh lima", "3 ratus ribu", "seribu dua ratus", "2 lusin", "1,5 juta". */

const ONES = new Map(
  [
    ["nol", "zero"],
    ["satu", "one"],
    ["dua", "two"],
    ["tiga", "three"],
    ["empat", "four"],
    ["lima", "five"],
    ["enam", "six"],
    ["tujuh", "seven"],
    ["delapan", "lapan", "eight"],
    ["sembilan", "nine"],
  ].flatMap((words, value) => words.map((word) => [word, value] as const)),
);
const TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const BELOW_HUNDRED: ReadonlyMap<string, number> = new Map([
  ...TEENS.map((word, n) => [word, 10 + n] as const),
  ...TENS.map((word, n) => [word, 20 + 10 * n] as const),
]);

/** "m" is left out: it means a milliard to some and metres to others. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ...["k", "rb", "ribu", "thousand"].map((word) => [word, 1e3] as const),
  ...["jt", "juta", "million"].map((word) => [word, 1e6] as const),
  ...["miliar", "milyar", "miliard", "billion"].map((word) => [word, 1e9] as const),
  ...["triliun", "trilyun", "trillion"].map((word) => [word, 1e12] as const),
]);
const DOZENS: ReadonlyMap<string, number> = new Map([
  ...["lusin", "dozen", "dozens"].map((word) => [word, 12] as const),
  ["kodi", 20],
  ["gross", 144],
]);
const HUNDRED = new Set(["ratus", "hundred"]);
const INSIDE = new Set(["belas", "puluh", "setengah", "and"]);

/** "se-" is one of what follows. */
const SE = "se(?=belas|puluh|ratus|ribu|juta|miliar|milyar|triliun|lusin|kodi|orang)";
const JOINABLE = [
  ...ONES.keys(),
  ...BELOW_HUNDRED.keys(),
  ...SCALES.keys(),
  ...HUNDRED,
  ...DOZENS.keys(),
  "belas",
  "puluh",
]
  .filter((word) => word.length > 2)
  .sort((a, b) => b.length - a.length);
const JOINED = new RegExp(`^(?:${SE}|${JOINABLE.join("|")})+$`);
const PARTS = new RegExp(`${SE}|${JOINABLE.join("|")}`, "g");

/** A number in digits, or one number word. */
export type NumberToken = number | string;

/** The number words that this word consists of ("duapuluhlima", "sebelas", "twenty-five"), or undefined when it is none. */
export function numberWordsIn(word: string): string[] | undefined {
  if (word === "seorang") return ["satu"];
  if (isNumberWord(word)) return [word];
  const parts = word.split("-");
  if (!parts.every((part) => JOINED.test(part) || isNumberWord(part))) return undefined;
  return parts
    .flatMap((part) => (isNumberWord(part) ? [part] : (part.match(PARTS) ?? [])))
    .map((part) => (part === "se" ? "satu" : part));
}

/** "setengah" and "and" count only beside a number. */
export function isNumberWord(word: string): boolean {
  return ONES.has(word) || BELOW_HUNDRED.has(word) || isScale(word) || INSIDE.has(word);
}

export function isScale(word: string): boolean {
  return SCALES.has(word) || HUNDRED.has(word) || DOZENS.has(word);
}

export interface RunReading {
  value: number;
  /** "2 juta 5" is 2,000,005 in the books and two and a half million in the market. */
  isUnsure: boolean;
}

/** The number that the whole run says; undefined when it says none, or two. */
export function readNumberRun(tokens: readonly NumberToken[]): RunReading | undefined {
  const run = tokens.filter((token, n) => token !== "and" || n === 0);
  let [value, at, below, isUnsure] = [0, 0, Number.POSITIVE_INFINITY, false];
  while (at < run.length) {
    const group = groupAt(run, at);
    if (group === undefined) return undefined;
    const word = run[group.next];
    const scale = typeof word === "string" ? SCALES.get(word) : undefined;
    const dozen = typeof word === "string" ? DOZENS.get(word) : undefined;
    if (dozen !== undefined) {
      return value === 0 && at === 0 && group.next === run.length - 1
        ? { value: group.value * dozen, isUnsure }
        : undefined;
    }
    const part = group.value * (scale ?? 1);
    if (part >= below) return undefined;
    isUnsure = scale === undefined && at > 0 && typeof run[at] === "number";
    value += part;
    below = scale ?? 0;
    at = group.next + (scale === undefined ? 0 : 1);
  }
  return run.length === 0 ? undefined : { value, isUnsure };
}

interface Group {
  value: number;
  next: number;
}

/** What stands before a scale: "25", "1,5", "dua puluh lima", "3 ratus dua belas", "satu setengah". */
function groupAt(run: readonly NumberToken[], at: number): Group | undefined {
  const small = belowHundredAt(run, at);
  if (small === undefined) return undefined;
  if (run[small.next] === "setengah") return { value: small.value + 0.5, next: small.next + 1 };
  if (!HUNDRED.has(String(run[small.next]))) return small;
  const hundreds = { value: small.value * 100, next: small.next + 1 };
  const rest = belowHundredAt(run, hundreds.next);
  // "2 ratus 50" goes on; "30 ratus 50" are two numbers that somebody wrote beside each other.
  if (small.value > 9 && typeof run[hundreds.next] === "number") return undefined;
  if (rest === undefined || run[hundreds.next] === "setengah") return hundreds;
  return rest.value < 100 ? { value: hundreds.value + rest.value, next: rest.next } : undefined;
}

function belowHundredAt(run: readonly NumberToken[], at: number): Group | undefined {
  const token = run[at];
  if (token === undefined) return undefined;
  if (token === "setengah") return { value: 0.5, next: at + 1 };
  const tens = typeof token === "string" ? BELOW_HUNDRED.get(token) : undefined;
  if (tens !== undefined)
    return tens < 20 ? { value: tens, next: at + 1 } : withOnes(run, { value: tens, next: at + 1 });
  const ones = typeof token === "number" ? token : ONES.get(token);
  if (ones === undefined) return undefined;
  const isDigit = Number.isInteger(ones) && ones >= 1 && ones <= 9;
  if (run[at + 1] === "belas") return isDigit ? { value: 10 + ones, next: at + 2 } : undefined;
  if (run[at + 1] === "puluh") return isDigit ? withOnes(run, { value: 10 * ones, next: at + 2 }) : undefined;
  return { value: ones, next: at + 1 };
}

/** "dua puluh" and "lima" behind it; "dua puluh lima ratus" is nothing, so what follows decides later. */
function withOnes(run: readonly NumberToken[], tens: Group): Group {
  const token = run[tens.next];
  const ones = typeof token === "number" ? token : ONES.get(token ?? "");
  const fits = ones !== undefined && Number.isInteger(ones) && ones >= 1 && ones <= 9;
  return fits ? { value: tens.value + ones, next: tens.next + 1 } : tens;
}
