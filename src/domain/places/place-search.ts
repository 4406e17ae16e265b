/** Finding places by typed names: comparing, ranking, and saying honestly how sure we are. */
import { englishReadingsOf } from "./english-names.js";
import { baseName, type Place, type PlaceKind, type PlaceLevel } from "./place.js";
import { PROVINCE_NICKNAMES, REGENCY_NICKNAMES } from "./place-nicknames.js";
import { ABBREVIATIONS, KIND_WORDS } from "./place-words.js";

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

type Searchable = Pick<Place, "code" | "kind" | "searchName">;

/** More than a third of the letters wrong is another name: such a likeness is not offered, let alone taken. */
export const LOWEST_SCORE = 0.5;

/** Scores keep the order exact > prefix > contains > similar whatever the lengths. Each band is 0.1 wide, likeness has the rest. */
const FLOOR = { prefix: 0.89, contains: 0.79 } as const;
const BAND = 0.1;
const BEST_SIMILAR = 0.78;

/** A form of the name that guesses at what the person meant ranks just behind the form as typed. */
const PENALTY_FOR_READING = 0.005;

/** There is no Kota Kudus: who types it is offered Kab. Kudus, but as a likeness, never as the same name. */
const SCORE_OF_OTHER_KIND = 0.6;

/**
 * The bare letters and digits of a name: no case, accents, quotes, spaces or hyphens. "Suka Maju" = "SUKAMAJU" = "Suka-maju",
 * `Ja"an` = "Ja’an" = "jaan". Whole numbers up to 39 become Roman, as most of the names have them: "Sihare'o 3" = "Sihare'o III".
 * The database says the same of stored names: bare_name(), of the migration search_names.
 */
export function normaliseName(text: string): string {
  const bare = IS_ASCII.test(text)
    ? text
    : text
        .normalize("NFKD")
        .replace(/[\u0300-\u036f]/g, "")
        .replace(/[^!-~]/g, " ");
  return bare
    .toLowerCase()
    .replace(/\b[1-3]?\d\b/g, (digits) => roman(Number(digits)))
    .replace(/[^a-z0-9]/g, "");
}

/** The name under which a place is found; a regency or province without the word for its kind. */
export function searchNameOf(level: PlaceLevel, officialName: string): string {
  return normaliseName(baseName(level, officialName));
}

/** One way to understand what was typed; with a kind when a word for it was said. */
export interface Reading {
  readonly form: string;
  readonly kind?: PlaceKind;
}

/** The ways to understand what was typed at this level, the plainest first: "Desa Baru" may be Desa Baru or Baru. */
export function readingsOf(typed: string, level: PlaceLevel): readonly Reading[] {
  const text = plain(typed).trim();
  const english = englishReadingsOf(text).flatMap(({ text: meant, kind }) =>
    indonesianReadingsOf(meant, level).map((one) =>
      kind === undefined || level !== "regency" ? one : { ...one, kind },
    ),
  );
  return [...indonesianReadingsOf(text, level), ...english];
}

function indonesianReadingsOf(text: string, level: PlaceLevel): readonly Reading[] {
  const word = KIND_WORDS[level].find(({ pattern }) => pattern.test(text));
  const rest = word === undefined ? "" : text.replace(word.pattern, "").trim();
  if (word === undefined || rest === "") return formsOf(text, level).map((form) => ({ form }));
  const bare = formsOf(rest, level).map((form) => (word.kind === undefined ? { form } : { form, kind: word.kind }));
  return word.isPartOfNames ? [...formsOf(text, level).map((form) => ({ form })), ...bare] : bare;
}

/** The name as it stands, with its abbreviated first word spelled out, and what is meant by a nickname or an old name. */
function formsOf(text: string, level: PlaceLevel): readonly string[] {
  const spelledOut = text.replace(/^([a-z]+)(?:\. ?| )/, (start, word: string) => ABBREVIATIONS[word] ?? start);
  const forms = [text, spelledOut].map(normaliseName);
  const meant = forms.flatMap((form) => nicknamesAt(level, form));
  return [...new Set([...forms, ...meant])].filter((form) => form !== "");
}

function nicknamesAt(level: PlaceLevel, form: string): readonly string[] {
  if (level === "province") return PROVINCE_NICKNAMES.get(form) ?? [];
  return level === "regency" ? (REGENCY_NICKNAMES.get(form) ?? []) : [];
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
  const readings = readingsOf(typed, level);
  return candidates
    .map((place) => bestMatch(place, readings, distance))
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

function bestMatch<P extends Searchable>(place: P, readings: readonly Reading[], distance: SpellingDistance) {
  let best: RankedPlace<P> | undefined;
  for (const [index, { form, kind }] of readings.entries()) {
    const match = matchOf(form, place.searchName, distance);
    if (match === undefined) continue;
    const isOtherKind = kind !== undefined && kind !== place.kind;
    const score = Math.min(match.score - index * PENALTY_FOR_READING, isOtherKind ? SCORE_OF_OTHER_KIND : 1);
    if (score < LOWEST_SCORE || score <= (best?.score ?? 0)) continue;
    best = { place, match: isOtherKind ? "similar" : match.kind, score };
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
export function misspellingsAllowed(typed: string): number {
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
