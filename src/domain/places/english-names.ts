/** What English speakers call places, in the words of the official names: "West Java Province" is Jawa Barat. */
import type { PlaceKind } from "./place.js";

const DIRECTIONS: Readonly<Record<string, string>> = {
  north: "utara",
  northern: "utara",
  south: "selatan",
  southern: "selatan",
  east: "timur",
  eastern: "timur",
  west: "barat",
  western: "barat",
  central: "tengah",
  southeast: "tenggara",
  southwest: "barat daya",
  northeast: "timur laut",
  northwest: "barat laut",
  highland: "pegunungan",
};
const DIRECTION = new RegExp(`^(${Object.keys(DIRECTIONS).join("|")}) (.+)$`);

/** Names that are other words in English. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\bjava\b/g, "jawa"],
  [/\bsumatra\b/g, "sumatera"],
  [/\bmoluccas\b/g, "maluku"],
  [/\bcelebes\b/g, "sulawesi"],
  [/\bthousand islands\b/g, "kepulauan seribu"],
  [/\bcentral jakarta\b/g, "jakarta pusat"],
  [/^papua highlands?$/g, "papua pegunungan"],
];

/** Before the name or behind it, as people like. The kind where the word tells namesakes apart. */
const KINDS: readonly { word: string; kind?: PlaceKind }[] = [
  { word: "province" },
  { word: "special region" },
  { word: "(?:special )?capital(?: city)?(?: region)?" },
  { word: "(?:administrative )?regency", kind: "kabupaten" },
  { word: "(?:administrative )?(?:city|municipality)", kind: "kota" },
  { word: "(?:sub ?)?district" },
  { word: "village" },
];

export interface EnglishReading {
  /** In Indonesian words, small letters. */
  text: string;
  kind?: PlaceKind;
}

/** The ways to understand this text as English; none for what has no English word in it. @param text small letters, single spaces */
export function englishReadingsOf(text: string): readonly EnglishReading[] {
  const bare = text
    .replace(/[,.-]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^the /, "")
    .replace(/\b(north|south) (east|west)/, "$1$2");
  const { rest, kind } = withoutKind(bare);
  const named = NAMES.reduce((name, [pattern, word]) => name.replace(pattern, word), rest.replace(/^the /, ""));
  const meant = islandsOf(directed(named));
  const isEnglish = kind !== undefined || rest !== bare || meant.some((one) => one !== bare);
  if (!isEnglish) return [];
  return meant.map((one) => ({ text: one, ...(kind !== undefined && { kind }) }));
}

function withoutKind(text: string): { rest: string; kind?: PlaceKind } {
  for (const { word, kind } of KINDS) {
    const rest = text.replace(new RegExp(`^(?:${word}) of `), "").replace(new RegExp(` (?:${word})$`), "");
    // "Special Capital Region of Jakarta", "Jakarta Special Capital Region".
    if (rest !== text) return { rest: rest.replace(/ special$/, ""), ...(kind !== undefined && { kind }) };
  }
  return { rest: text };
}

/** "west java": jawa barat. */
function directed(text: string): string {
  const [, word = "", name = ""] = DIRECTION.exec(text) ?? [];
  return name === "" ? text : `${name} ${DIRECTIONS[word]}`;
}

/** "riau islands": kepulauan riau; one island may be either. */
function islandsOf(text: string): string[] {
  const name = /^(.+) islands?( [a-z ]+)?$/.exec(text);
  if (name === null) return [text];
  const rest = `${name[1]}${name[2] ?? ""}`;
  return [`kepulauan ${rest}`, `pulau ${rest}`];
}
