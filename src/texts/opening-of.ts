// The beginning of a longer text, in one line.

/** As much of a text as tells one from another. */
const OPENING = 60;

export function openingOf(text: string, most = OPENING): string {
  const line = text.replace(/\s+/g, " ").trim();
  // By characters, so that an emoji at the cut is not halved.
  const characters = [...line];
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join("")}…`;
}
