/** Understanding a whole line about a place, as rosters hold it: "Ds. Suka Maju, Kec. Cibungbulang, Kab. Bogor". */
import type { Place, PlaceLevel } from "./place.js";
import { rankPlaces, type SpellingDistance } from "./place-search.js";

/** What was written for each level, its word for the kind included; levels that were left out are missing. */
export type PlaceLine = Partial<Readonly<Record<PlaceLevel, string>>>;

export type PlaceLineVerdict =
  | { readonly kind: "found"; readonly place: Place }
  /** Some to choose from, the likeliest first; also a single one, when it was not spelled so. */
  | { readonly kind: "doubtful"; readonly places: readonly Place[] }
  /** Nothing like this text at this level, inside what the levels above it left. */
  | { readonly kind: "unknown"; readonly level: PlaceLevel; readonly text: string }
  | { readonly kind: "empty" };

const UPWARDS: readonly PlaceLevel[] = ["village", "district", "regency", "province"];
const DOWNWARDS: readonly PlaceLevel[] = [...UPWARDS].reverse();

/**
 * Words that say the level wherever they stand; before another such word it is a name itself, as of Kelurahan Kabupaten in Klaten. "desa",
 * "kota" and "kampung" say it at the beginning of a part only: they occur in names.
 */
const LEVEL_WORD =
  /(?<=^|[\s,;(])(ds|kel|kalurahan|kec|kecamatan|kab|kabupaten|kotamadya|prov|provinsi)\b(?![.\s]*(?:kec|kecamatan|kab|prov)\b)/gi;
const LEVEL_AT_START: readonly (readonly [RegExp, PlaceLevel])[] = [
  [/^(ds|desa|kel|kelurahan|kalurahan)\b(?=[. ]*\w)/i, "village"],
  [/^(kec|kecamatan|distrik|kapanewon|kemantren)\b(?=[. ]*\w)/i, "district"],
  [/^(kab|kabupaten|kotamadya)\b(?=[. ]*\w)/i, "regency"],
  [/^(prov|provinsi|dki|daerah istimewa)\b(?=[. ]*\w)/i, "province"],
];

/** More than ten to choose from is a search, not a question. */
const MOST_OFFERED = 10;

/** With a comma before every word for a level: "Ds. Sukamaju Kec. Ciomas" → ",Ds. Sukamaju ,Kec. Ciomas". */
export function apartAtLevelWords(text: string): string {
  return text.replace(LEVEL_WORD, ",$1");
}

/**
 * Takes a line apart at commas and at words for a level. Parts without such a word follow each other upwards, beginning with the
 * village: "Sukamaju, Cibungbulang, Bogor"; or with `from`, where the line stands in a column for that level: "Bogor, Jawa Barat".
 */
export function splitPlaceLine(text: string, from: PlaceLevel = "village"): PlaceLine {
  const parts = apartAtLevelWords(text)
    .split(/[,;()\n]/)
    .map((part) => part.trim().replace(/\s+/g, " "))
    .filter((part) => part !== "");
  const said = saidLevels(parts);
  const line: { -readonly [level in PlaceLevel]?: string } = {};
  let next = UPWARDS.indexOf(from);
  for (const [index, part] of parts.entries()) {
    const level = said[index] ?? UPWARDS[next];
    if (level === undefined || line[level] !== undefined) continue;
    line[level] = part;
    next = UPWARDS.indexOf(level) + 1;
  }
  return line;
}

/**
 * The place that the line names, looked for from the top: each level narrows the next, and namesakes are kept until a lower
 * level decides ("Kediri" may be Kab. or Kota; only one has a Kec. Pare). Found is what was spelled so and is the only one.
 * @param childrenOf the places directly below a code, or the provinces for null
 */
export function findPlace(
  line: PlaceLine,
  childrenOf: (code: string | null) => readonly Place[],
  distance: SpellingDistance,
): PlaceLineVerdict {
  let within: readonly (Place | null)[] = [null];
  let reached: readonly Place[] = [];
  let isCertain = true;
  for (const level of DOWNWARDS) {
    const pool = within.flatMap((place) => childrenOf(place?.code ?? null));
    const text = line[level];
    within = pool;
    if (text === undefined) continue;
    const ranked = rankPlaces(text, level, pool, distance, pool.length);
    if (ranked.length === 0) return { kind: "unknown", level, text };
    const exact = ranked.filter(({ match }) => match === "exact");
    if (exact.length === 0) isCertain = false;
    reached = (exact.length > 0 ? exact : ranked.slice(0, MOST_OFFERED)).map(({ place }) => place);
    within = reached;
  }
  const [only] = reached;
  if (only === undefined) return { kind: "empty" };
  if (isCertain && reached.length === 1) return { kind: "found", place: only };
  return { kind: "doubtful", places: reached.slice(0, MOST_OFFERED) };
}

/** For each part the level that it says, if any. */
function saidLevels(parts: readonly string[]): readonly (PlaceLevel | undefined)[] {
  const said = parts.map((part) => LEVEL_AT_START.find(([pattern]) => pattern.test(part))?.[1]);
  // "Kota Batu" is a village, "Kota Agung" a district, "Kota Jambi" a regency: the last one in a line, unless a kabupaten is named.
  const lastKota = parts.findLastIndex((part) => /^kota\b[. ]*\w/i.test(part));
  const isRegency = !said.includes("regency") && (lastKota > 0 || parts.length === 1);
  return said.map((level, index) => (index === lastKota && isRegency ? "regency" : level));
}
