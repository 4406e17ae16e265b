// How much of a button's label a narrow phone (360 px) shows, and how buttons share rows so that none is cut.
import { practiceMarkOf, withoutPracticeMark } from "../programme/practice-name.js";
import type { Button } from "./message.js";
import { shortName } from "./short-name.js";

/** Letters that show on one of so many buttons in a row. */
const LETTERS_SHOWN = { 1: 30, 2: 15, 3: 10 } as const;

const segmenter = new Intl.Segmenter("id", { granularity: "grapheme" });

/** As a reader counts them: a sign made of several characters is one. */
function lettersOf(label: string): number {
  return [...segmenter.segment(label)].length;
}

/**
 * Cut with "…" where it is longer; what tells it apart from others belongs into `before` or `behind`, which stay whole. `isName`: of a
 * place or a class, which differ at their ends.
 */
export function fitLabel(
  label: string,
  room: number = LETTERS_SHOWN[1],
  { before = "", behind = "", isName = false } = {},
): string {
  // What says that somebody only practises stays whole too.
  const mark = practiceMarkOf(label);
  const longest = room - lettersOf(before) - lettersOf(mark) - lettersOf(behind);
  const bare = withoutPracticeMark(label);
  const letters = [...segmenter.segment(bare)].map(({ segment }) => segment);
  const cut = () =>
    `${letters
      .slice(0, Math.max(longest - 1, 1))
      .join("")
      .trimEnd()}…`;
  const shown = letters.length <= longest ? bare : isName ? shortName(bare, Math.max(longest, 2)) : cut();
  return `${before}${shown}${mark}${behind}`;
}

/** Rows of at most so many buttons, in order; a row takes fewer where its labels would be cut. */
export function rowsThatFit<B extends Pick<Button, "label">>(buttons: B[], most: 1 | 2 | 3): B[][] {
  const rows: B[][] = [];
  let at = 0;
  while (at < buttons.length) {
    const row = longestThatFits(buttons.slice(at, at + most));
    rows.push(row);
    at += row.length;
  }
  return rows;
}

function longestThatFits<B extends Pick<Button, "label">>(row: B[]): B[] {
  for (let length = row.length; length > 1; length--) {
    const room = LETTERS_SHOWN[length as 1 | 2 | 3];
    const shown = row.slice(0, length);
    if (shown.every(({ label }) => lettersOf(label) <= room)) return shown;
  }
  return row.slice(0, 1);
}
