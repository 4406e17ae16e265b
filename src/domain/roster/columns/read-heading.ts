// What a column holds, by the words of its heading in any order.
import type { ColumnRole } from "../reading/roster-reading.js";
import type { Meaning } from "./heading-vocabulary.js";
import { type HeadingWord, headingWords } from "./heading-words.js";

export interface HeadingReading {
  readonly role: ColumnRole;
  /** Every word was known. */
  readonly isPlain: boolean;
  /** At least one word was known: such cells make a row a heading. */
  readonly isKnown: boolean;
}

const LEVELS = ["village", "kecamatan", "kabupaten", "province"] as const;

export function readHeading(heading: string): HeadingReading {
  const words = headingWords(heading);
  const meanings = new Set(words.map(({ meaning }) => meaning));
  const isPlain = words.length > 0 && !meanings.has(undefined);
  const isKnown = words.some(({ meaning }) => meaning !== undefined && meaning !== "explains");
  return { role: isKnown ? roleOf(words, meanings) : "other", isPlain, isKnown };
}

/** The first that fits; the order says which word outweighs which. */
function roleOf(words: readonly HeadingWord[], meanings: ReadonlySet<Meaning | undefined>): ColumnRole {
  const has = (...any: readonly Meaning[]) => any.some((meaning) => meanings.has(meaning));
  const says = (...any: readonly string[]) => words.some(({ word }) => any.includes(word));
  if (has("count")) return "other";
  if (has("personal")) return has("phone") && !says("rumah") ? "phone" : "personal";
  if (has("id-number") && !has("phone")) return has("name") ? "name" : "personal";
  if (has("phone")) return phoneRole(has, says);
  if (has("somebody-else") && !has("kind", "class")) return "personal";
  if (has("code")) return codeRole(has, says);
  if (has("kind")) return has("event", "other") ? "other" : "kind";
  if (has("class")) return "className";
  if (has("day", "start", "end")) return dayRole(has);
  if (has("wave")) return has("number", "name") || words.length === 1 ? "className" : "other";
  if (has("name") && has("person")) return nameOf(words);
  if (has("other", "sign-up") && !has("institution", "village")) return "other";
  return placeOrName(has, meanings);
}

/** "Nama Pengelola Perpustakaan" names a person, "Nama Perpustakaan Peserta" a library. */
function nameOf(words: readonly HeadingWord[]): ColumnRole {
  const first = words.find(({ meaning }) => meaning === "person" || meaning === "institution");
  return first?.meaning === "institution" ? "institution" : "name";
}

type Has = (...any: readonly Meaning[]) => boolean;
type Says = (...any: readonly string[]) => boolean;

/** The office's own telephone reaches no participant. */
function phoneRole(has: Has, says: Says): ColumnRole {
  if (has("somebody-else")) return "personal";
  return says("username", "id", "fax", "faks") || has("institution") ? "other" : "phone";
}

function codeRole(has: Has, says: Says): ColumnRole {
  if (has("class")) return "className";
  if (has("other", "person", "institution")) return "other";
  if (has("village", "address") || says("kemendagri", "bps", "dagri", "permendagri")) return "code";
  return has("kecamatan", "kabupaten", "province", "sign-up", "name") || says("id") ? "other" : "code";
}

function dayRole(has: Has): ColumnRole {
  if (has("sign-up", "other")) return "other";
  return has("end") && !has("start") ? "endOn" : "startOn";
}

function placeOrName(has: Has, meanings: ReadonlySet<Meaning | undefined>): ColumnRole {
  if (has("institution")) return has("person") && !has("where") ? "name" : "institution";
  if (has("work") && !has("person")) return "institution";
  const levels = LEVELS.filter((level) => meanings.has(level));
  const [only] = levels;
  if (only !== undefined) return levels.length === 1 ? only : "address";
  if (has("event")) return "other";
  if (has("address")) return "address";
  if (has("name")) return "name";
  if (has("number")) return "number";
  if (has("person")) return "name";
  return has("where") ? "address" : "other";
}
