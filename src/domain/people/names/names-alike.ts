// When two names, written by different people, are one person's: titles and degrees taken off, one slip forgiven. For rosters, admission and merges.
/** Titles, forms of address and degrees: some write them, some do not. */
const TITLES = [
  ...["bapak", "bpk", "pak", "ibu", "bu", "sdr", "sdri", "saudara", "saudari", "kak", "mas", "mbak"],
  ...["h", "hj", "haji", "hajah", "hajjah", "ust", "ustaz", "ustadz", "kh", "ki", "nyi", "tgk", "rd", "r"],
  ...["dr", "dra", "drs", "drg", "ir", "prof", "ns"],
].join("|");
const DRESS = new RegExp(`^(?:${TITLES})$`);
/** A title with no space behind it, after none or some that have one. "R.A." are not two titles, and the name has more than one letter. */
const GLUED = new RegExp(`^((?:(?:${TITLES})\\.? )*(?:k\\.h|${TITLES})\\.)(?=\\p{L}{2}|h\\.)`, "u");
const DEGREE =
  /^(?:[sdm]\.?[a-z]{1,4}\.?(?:[a-z]{1,4}\.?)?|a\.?m\.?d\.?(?:[a-z]{1,5}\.?)?|a\.m\.?a\.?(?:pust\.?|pd\.?)?|b\.?a\.?|ph\.?d\.?|gr\.?|lc\.?|ns\.?)$/;
/** "S. Pd. I." is "S.Pd.I.": only what is known, because "M. Tono" is a name. */
const SPREAD = [
  /(?<![\p{L}.])([sm])\. +(?=(?:ag|ak|an|ap|ars|e|farm|fil|gz|h|hum|i|ikom|ip|k|keb|kep|kes|km|kom|mat|p|pd|pdi|psi|pt|ptk|pust|s|sc|si|sn|sos|st|t|th)(?![\p{L}]))/gu,
  /(?<![\p{L}.])(a)\. +(?=m[ad](?![\p{L}]))/gu,
  /(?<![\p{L}.])(ph)\. +(?=d(?![\p{L}]))/gu,
  /(?<![\p{L}.])([sm]\.pd|s\.kom|s\.sos|s\.th|s\.h)\. +(?=i(?![\p{L}]))/gu,
  /(?<![\p{L}.])(s\.i)\. +(?=(?:kom|p|pust)(?![\p{L}]))/gu,
  /(?<![\p{L}.])(a\.m[ad])\. +(?=(?:ak|keb|kep|kes|kom|lib|pd|pust)(?![\p{L}]))/gu,
];

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
  return bareWords(name).join("");
}

/** An initial is a word of its own: "M.Yusuf" are two. */
export function bareWords(name: string): string[] {
  const small = name.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").trim();
  const [called = "", ...behind] = (small.includes(".") ? respaced(small) : small)
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
  return words.flatMap((word) => word.split(".")).filter((word) => word !== "");
}

/** Titles one by one and each degree in one piece: "drs.h.ahmad, s. pd" → "drs. h. ahmad, s.pd". */
function respaced(small: string): string {
  const next = small.replace(GLUED, "$1 ");
  return next === small ? SPREAD.reduce((text, one) => text.replace(one, "$1."), small) : respaced(next);
}

/** Without a comma only what is written with a dot inside, "S.Pd" and not "Sari"; and what is nobody's name. */
function isDegree(word: string): boolean {
  return /^(?:gr|lc|ns)\.?$/.test(word) || (/^[a-z]{1,3}\.[a-z]/.test(word) && DEGREE.test(word));
}

/** One letter more, less or other, or two neighbours the wrong way round. */
function isOneSlip(a: string, b: string): boolean {
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  const isSwapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return isSwapped || restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
