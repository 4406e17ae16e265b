// When two names, written by different people, are one person's: titles and degrees taken off, one slip forgiven. For rosters, admission and merges.
/** Titles, forms of address and degrees: some write them, some do not. */
const DRESS = new RegExp(
  `^(?:${[
    ...[
      "bapak",
      "bpk",
      "pak",
      "ibu",
      "bu",
      "sdr",
      "sdri",
      "saudara",
      "saudari",
      "kak",
      "mas",
      "mbak",
      "h",
      "hj",
      "haji",
    ],
    ...[
      "hajah",
      "ust",
      "ustaz",
      "ustadz",
      "kh",
      "ki",
      "nyi",
      "dr",
      "dra",
      "drs",
      "ir",
      "prof",
      "tgk",
      "rd",
      "r",
      "drg",
    ],
  ].join("|")})$`,
);
const DEGREE =
  /^(?:[sdm]\.?\s?[a-z]{1,4}\.?(?:\s?[a-z]{1,4}\.?)?|a\.?\s?m\.?\s?d\.?(?:\s?[a-z]{1,5}\.?)?|m\.?m\.?|m\.?si\.?|m\.?hum\.?)$/;

export interface NamedPlace {
  name: string;
  placeCode: string | null;
}

/** One slip (isOneSlip) is forgiven in names of so many letters; shorter ones differ by it. */
const LONG_ENOUGH = 6;

/** Of the same village too. */
export function isPlainlySame(row: NamedPlace, person: NamedPlace): boolean {
  if (row.placeCode === null || row.placeCode !== person.placeCode) return false;
  const [a, b] = [bareName(row.name), bareName(person.name)];
  return isNearlySame(a, b);
}

/** Of bare names. */
export function isNearlySame(a: string, b: string): boolean {
  if (a === "" || b === "") return false;
  return a === b || (Math.min(a.length, b.length) >= LONG_ENOUGH && isOneSlip(a, b));
}

/** Small letters only, without titles before the name and degrees behind it. */
export function bareName(name: string): string {
  const [called = "", ...behind] = name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .split(",")
    .map((part) => part.trim());
  // What stands behind a comma and is no degree is part of the name: "Susilo, Tono".
  const rest = behind.filter((part) => part !== "" && !part.split(/\s+/).every((word) => DEGREE.test(word)));
  const words = [called, ...rest]
    .join(" ")
    .replace(/[^\p{L}.\s]/gu, "")
    .split(/[\s]+/)
    .filter((word) => word !== "");
  while (words.length > 1 && DRESS.test((words[0] ?? "").replace(/\./g, ""))) words.shift();
  while (words.length > 1 && isDegree(words.at(-1) ?? "")) words.pop();
  return words.join("").replace(/\./g, "");
}

/** Without a comma only what is written with a dot inside: "S.Pd" and not "Sari". */
function isDegree(word: string): boolean {
  return /^[a-z]{1,3}\.[a-z]/.test(word) && DEGREE.test(word);
}

/** One letter more, less or other, or two neighbours the wrong way round. */
function isOneSlip(a: string, b: string): boolean {
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  const isSwapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return isSwapped || restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
