/** People's words without what nobody sees: marks of direction, zero-width characters, controls, odd spaces. One function for every door. */

/** Unicode's own list of what is not drawn (marks of direction, zero-width, soft hyphen, BOM), and marks of annotation. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffc\p{Cs}]/gu;
/** Fillers of Hangul and the empty pattern of Braille are as wide as a letter and as empty as a space. */
const LIKE_SPACE = /[\p{Zs}\t\u115f\u1160\u2800\u3164\uffa0]/gu;
const LINE_BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const CONTROL = /[^\P{Cc}\n]/gu;

/** Joiners, selectors and tags are part of what an emoji looks like: "👩‍🌾", "❤️", "2️⃣", and the flags of England or Wales. */
const EMOJI =
  /^(?:\p{Extended_Pictographic}|\p{RI}{2}|[\d#*]\ufe0f?\u20e3)(?:\ufe0f|[\p{Emoji_Modifier}\u{e0020}-\u{e007f}]|\u200d\p{Extended_Pictographic})*$/u;

/** What a phone shows as one letter. */
const letters = new Intl.Segmenter("id", { granularity: "grapheme" });

/** Cleaned and in Unicode's composed form (NFC). Twice is once. Line breaks stay, and so do spaces at the ends. */
export function cleanWords(text: string): string {
  return cleanMarked(text, []).text;
}

/** The same for words with formatting: what was bold stays bold, wherever it has moved. Marks of which nothing is left are dropped. */
export function cleanMarked<M extends { offset: number; length: number }>(
  text: string,
  marks: readonly M[],
): { text: string; marks: M[] } {
  // Most messages have nothing to clean, and looking is many times quicker than taking apart.
  if (withoutUnseen(text) === text) return { text, marks: [...marks] };
  const places: number[] = [];
  let cleaned = "";
  for (const { segment } of letters.segment(text)) {
    const letter = EMOJI.test(segment) ? segment : withoutUnseen(segment);
    for (let n = 0; n < segment.length; n += 1) places.push(cleaned.length + Math.min(n, letter.length));
    cleaned += letter;
  }
  const placeOf = (place: number) => places[place] ?? cleaned.length;
  const moved = marks.flatMap((mark) => {
    const offset = placeOf(mark.offset);
    const length = placeOf(mark.offset + mark.length) - offset;
    return length > 0 ? [{ ...mark, offset, length }] : [];
  });
  // An accent can meet its letter only now that nothing stands between them.
  return cleaned === text ? { text, marks: moved } : cleanMarked(cleaned, moved);
}

function withoutUnseen(text: string): string {
  return text
    .replace(LINE_BREAK, "\n")
    .replace(LIKE_SPACE, " ")
    .replace(UNSEEN, "")
    .replace(CONTROL, "")
    .normalize("NFC");
}
