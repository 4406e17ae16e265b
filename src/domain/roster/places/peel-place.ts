// Texts without commas: "Sukamaju Cibungbulang Bogor". Taken apart from the right, and only into names that exist.
import type { PlaceLevel } from "../../places/place.js";
import type { PlaceLine } from "../../places/place-line.js";
import type { PlaceNames } from "./place-names.js";

const UPWARDS: readonly PlaceLevel[] = ["village", "district", "regency", "province"];

/** "Kabupaten Kepulauan Siau Tagulandang Biaro" has six words, which nobody writes without a comma; four are usual. */
const MOST_WORDS = 4;

/** More words than this are a description of the way. Each further word would multiply the ways to cut. */
const LONGEST = 12;

/**
 * All ways to read the text as a name of this level, followed by names of higher levels in their order. Empty when it has none: a slip
 * anywhere makes it unreadable here, and a question elsewhere.
 */
export function peelPlace(names: PlaceNames, text: string, level: PlaceLevel): readonly PlaceLine[] {
  const words = text.split(" ");
  return words.length > LONGEST ? [] : peel(names, words, level, UPWARDS.length);
}

/** @param above levels from this index of UPWARDS on are taken already */
function peel(names: PlaceNames, words: readonly string[], level: PlaceLevel, above: number): readonly PlaceLine[] {
  const text = words.join(" ");
  const ways: PlaceLine[] = names.called(level, text).length > 0 ? [{ [level]: text }] : [];
  for (let at = UPWARDS.indexOf(level) + 1; at < above; at += 1) {
    const upper = UPWARDS[at]!;
    for (let count = 1; count <= Math.min(MOST_WORDS, words.length - 1); count += 1) {
      const last = words.slice(-count).join(" ");
      if (names.called(upper, last).length === 0) continue;
      for (const rest of peel(names, words.slice(0, -count), level, at)) ways.push({ ...rest, [upper]: last });
    }
  }
  return ways;
}
