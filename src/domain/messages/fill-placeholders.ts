// Fills a receiver's own words into a text with placeholders such as {nama}; marks grow and move with what is filled in.
import type { Mark, RichText } from "./message.js";

const PLACEHOLDER = /\{([a-z_]{1,30})\}/g;

/** The names used in the text, each once, in order. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1]!))];
}

/**
 * A name without a value stays as it was written: whether that may be sent is decided when the text is composed. Values are never
 * read for placeholders themselves, so nobody's name can pull in something else.
 */
export function fillPlaceholders(rich: RichText, values: Readonly<Record<string, string>>): RichText {
  const swaps: { start: number; end: number; value: string }[] = [];
  for (const match of rich.text.matchAll(PLACEHOLDER)) {
    const name = match[1]!;
    if (!Object.hasOwn(values, name)) continue;
    swaps.push({ start: match.index, end: match.index + match[0].length, value: values[name]! });
  }
  // Where a place of the old text lies in the new one; inside a placeholder, the edge decides which end is meant.
  const moved = (place: number, edge: "start" | "end"): number => {
    let shift = 0;
    for (const { start, end, value } of swaps) {
      if (place <= start) break;
      if (place < end) return start + shift + (edge === "start" ? 0 : value.length);
      shift += value.length - (end - start);
    }
    return place + shift;
  };
  const marks = rich.marks.flatMap((mark): Mark[] => {
    const offset = moved(mark.offset, "start");
    const length = moved(mark.offset + mark.length, "end") - offset;
    // A mark around an empty value is around nothing: Telegram would refuse it.
    return length > 0 ? [{ ...mark, offset, length }] : [];
  });
  let text = "";
  let from = 0;
  for (const { start, end, value } of swaps) {
    text += rich.text.slice(from, start) + value;
    from = end;
  }
  return { text: text + rich.text.slice(from), marks };
}
