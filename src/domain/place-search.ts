/** Finding places by typed names: comparing, ranking, and saying honestly how sure we are. */
import { baseName, type Place, type PlaceLevel } from "./place.js";

/** How many letters two words differ by (Levenshtein). Given from outside, because the domain imports no library. */
export type SpellingDistance = (a: string, b: string) => number;

export type MatchKind = "exact" | "prefix" | "contains" | "similar";

export interface RankedPlace<P> {
  readonly place: P;
  readonly match: MatchKind;
  /** 1 is the same name; below LOWEST_SCORE nothing is offered. */
  readonly score: number;
}

const IS_ASCII = /^[ -~]*$/;

type Searchable = Pick<Place, "code" | "searchName">;

/** Half the letters wrong is another name: such a likeness is not offered, let alone taken. */
export const LOWEST_SCORE = 0.5;

/** Scores keep the order exact > prefix > contains > similar whatever the lengths. Each band is 0.1 wide, likeness has the rest. */
const FLOOR = { prefix: 0.89, contains: 0.79 } as const;
const BAND = 0.1;
const BEST_SIMILAR = 0.78;

/** A form of the name that guesses at what the person meant ranks just behind the form as typed. */
const PENALTY_FOR_READING = 0.005;

/** "Tanjung" is typed as "Tj." more often than not. Only first words, only readings that the data know. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  tj: "tanjung",
  tg: "tanjung",
  tjg: "tanjung",
  sei: "sungai",
  kp: "kampung",
  kmp: "kampung",
  gn: "gunung",
  gg: "gunung",
  bt: "batu",
  pd: "padang",
  pdg: "padang",
  lb: "lubuk",
  tlk: "teluk",
  tl: "teluk",
  ps: "pasar",
  psr: "pasar",
  pl: "pulau",
  kep: "kepulauan",
};

/** What the offices call provinces among themselves, and so write into rosters. */
const PROVINCE_NICKNAMES: Readonly<Record<string, string>> = {
  nad: "aceh",
  sumut: "sumaterautara",
  sumbar: "sumaterabarat",
  sumsel: "sumateraselatan",
  babel: "kepulauanbangkabelitung",
  bangkabelitung: "kepulauanbangkabelitung",
  kepri: "kepulauanriau",
  jabar: "jawabarat",
  jateng: "jawatengah",
  jatim: "jawatimur",
  diy: "yogyakarta",
  jogja: "yogyakarta",
  jogjakarta: "yogyakarta",
  ntb: "nusatenggarabarat",
  ntt: "nusatenggaratimur",
  kalbar: "kalimantanbarat",
  kalteng: "kalimantantengah",
  kalsel: "kalimantanselatan",
  kaltim: "kalimantantimur",
  kaltara: "kalimantanutara",
  sulut: "sulawesiutara",
  sulteng: "sulawesitengah",
  sulsel: "sulawesiselatan",
  sultra: "sulawesitenggara",
  sulbar: "sulawesibarat",
  malut: "malukuutara",
};

/** The word for the kind that people put before a name; the ones ending in \b may be part of the name ("Desa Baru", "Kota Batu"). */
const KIND_WORDS: Readonly<Record<PlaceLevel, { readonly surely: RegExp; readonly maybe: RegExp }>> = {
  province: {
    surely: /^(provinsi|propinsi|prov|prop)\b\.?/,
    maybe: /^(dki|d\.? ?i|daerah istimewa|daerah khusus ibukota)\b\.?/,
  },
  regency: {
    surely: /^(kabupaten|kab|kotamadya|kodya)\b\.?( (administrasi|adm)\b\.?)?/,
    maybe: /^kota\b\.?( (administrasi|adm)\b\.?)?/,
  },
  district: { surely: /^(kecamatan|kec|kapanewon|kemantren)\b\.?/, maybe: /^(distrik|kampung)\b/ },
  village: {
    surely: /^(ds|kel|desa\/kelurahan|desa\/kel)\b\.?/,
    maybe: /^(desa|kelurahan|kampung|gampong|nagari|pekon|kalurahan)\b/,
  },
};

/**
 * The bare letters and digits of a name: no case, accents, quotes, spaces or hyphens. "Suka Maju" = "SUKAMAJU" = "Suka-maju",
 * `Ja"an` = "Ja’an" = "jaan". Whole numbers up to 39 become Roman, as most of the names have them: "Sihare'o 3" = "Sihare'o III".
 */
export function normaliseName(text: string): string {
  return plain(text)
    .replace(/\b[1-3]?\d\b/g, (digits) => roman(Number(digits)))
    .replace(/[^a-z0-9]/g, "");
}

/** The name under which a place is found; a regency or province without the word for its kind. */
export function searchNameOf(level: PlaceLevel, officialName: string): string {
  return normaliseName(baseName(level, officialName));
}

/** The ways to understand what was typed at this level, the plainest first: "Desa Baru" may be Desa Baru or Baru. */
export function searchForms(typed: string, level: PlaceLevel): readonly string[] {
  const { surely, maybe } = KIND_WORDS[level];
  const text = plain(typed).trim();
  const named = text.replace(surely, "").trim() || text;
  const readings = [named, named.replace(maybe, "").trim()];
  const spelledOut = readings.map((reading) =>
    reading.replace(/^([a-z]+)(?:\. ?| )/, (start, word: string) => ABBREVIATIONS[word] ?? start),
  );
  const forms = [...readings, ...spelledOut].map(normaliseName);
  const nicknames = level === "province" ? forms.flatMap((form) => PROVINCE_NICKNAMES[form] ?? []) : [];
  return [...new Set([...forms, ...nicknames])].filter((form) => form !== "");
}

/**
 * The candidates like the typed name, best first: the same, beginning so, containing it, or spelled nearly so; equal scores by
 * code. Give it the places of one parent, or of one level; at most `limit` come back.
 */
export function rankPlaces<P extends Searchable>(
  typed: string,
  level: PlaceLevel,
  candidates: readonly P[],
  distance: SpellingDistance,
  limit = 10,
): readonly RankedPlace<P>[] {
  const forms = searchForms(typed, level);
  return candidates
    .map((place) => bestMatch(place, forms, distance))
    .filter((ranked) => ranked !== undefined)
    .sort((a, b) => b.score - a.score || (a.place.code < b.place.code ? -1 : 1))
    .slice(0, limit);
}

export type PlaceVerdict<P> =
  | { readonly kind: "found"; readonly place: P }
  | { readonly kind: "doubtful"; readonly places: readonly P[] }
  | { readonly kind: "unknown" };

/** Taken without asking is only the one place that has exactly this name; all else that is like it is a list to choose from. */
export function placeVerdict<P>(ranked: readonly RankedPlace<P>[]): PlaceVerdict<P> {
  const exact = ranked.filter(({ match }) => match === "exact");
  const [only] = exact;
  if (only !== undefined && exact.length === 1) return { kind: "found", place: only.place };
  const places = (exact.length > 1 ? exact : ranked).map(({ place }) => place);
  return places.length > 0 ? { kind: "doubtful", places } : { kind: "unknown" };
}

function bestMatch<P extends Searchable>(place: P, forms: readonly string[], distance: SpellingDistance) {
  let best: RankedPlace<P> | undefined;
  for (const [index, form] of forms.entries()) {
    const match = matchOf(form, place.searchName, distance);
    if (match === undefined) continue;
    const score = match.score - index * PENALTY_FOR_READING;
    if (score >= LOWEST_SCORE && (best === undefined || score > best.score)) best = { place, match: match.kind, score };
  }
  return best;
}

function matchOf(
  typed: string,
  name: string,
  distance: SpellingDistance,
): { kind: MatchKind; score: number } | undefined {
  if (typed === name) return { kind: "exact", score: 1 };
  const share = typed.length / name.length;
  if (name.startsWith(typed)) return { kind: "prefix", score: FLOOR.prefix + BAND * share };
  // Two letters are inside almost every name.
  if (typed.length >= 3 && name.includes(typed)) return { kind: "contains", score: FLOOR.contains + BAND * share };
  const bound = misspellingsAllowed(typed);
  if (Math.abs(typed.length - name.length) > bound) return undefined;
  const wrong = distance(typed, name);
  if (wrong > bound) return undefined;
  return { kind: "similar", score: BEST_SIMILAR * (1 - wrong / Math.max(typed.length, name.length)) };
}

/** One slip in a short name, two from six letters on, three from ten; under four letters any slip makes another name. */
function misspellingsAllowed(typed: string): number {
  if (typed.length < 4) return 0;
  return typed.length < 6 ? 1 : typed.length < 10 ? 2 : 3;
}

/** Lower case without accents. Almost every name is plain ASCII and spared the slow part: 84,000 names are read at start. */
function plain(text: string): string {
  const bare = IS_ASCII.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "");
  return bare.toLowerCase().replace(/\s+/g, " ");
}

function roman(number: number): string {
  if (number === 0) return "0";
  const ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][number % 10] ?? "";
  return "x".repeat(Math.floor(number / 10)) + ones;
}
