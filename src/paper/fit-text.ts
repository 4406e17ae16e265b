// Text in the room that there is: wrapped, made smaller, and cut only when nothing else helps.

export type Measure = (text: string, size: number, isBold: boolean) => number;

export interface Room {
  width: number;
  lines: number;
  /** The largest size that looks well, and the smallest that is read from an arm's length. */
  from: number;
  to: number;
  isBold: boolean;
}

export interface FittedText {
  size: number;
  lines: string[];
}

/** Neither of our fonts draws these: an empty box would stand in their place. */
const PICTOGRAPHS = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3/gu;

/** Who dials a number reads it on one line: "+62 812-3456-7890" is one word. */
const INSIDE_NUMBER = /(?<=^|\s)(\+\d{1,3}) (?=\d[\d-]*(\s|$))/g;
const NO_BREAK = "\u00a0";

export function fitText(written: string, room: Room, measure: Measure): FittedText {
  const bare = written.replace(PICTOGRAPHS, "").replace(/\s+/g, " ").trim();
  const text = bare.replace(INSIDE_NUMBER, `$1${NO_BREAK}`);
  const fits = (mayBreakWords: boolean): FittedText | undefined => {
    for (let size = room.from; size >= room.to; size -= 1) {
      const widthOf = (part: string) => measure(part, size, room.isBold);
      if (!mayBreakWords && text.split(" ").some((word) => widthOf(word) > room.width)) continue;
      const lines = wrap(text, room.width, widthOf);
      if (lines.length <= room.lines) return { size, lines };
    }
    return undefined;
  };
  const fitted = fits(false) ?? fits(true);
  if (fitted !== undefined) return fitted;
  const widthOf = (part: string) => measure(part, room.to, room.isBold);
  const lines = wrap(text, room.width, widthOf);
  const kept = lines.slice(0, room.lines);
  // Letters of the next word stand there too, as far as there is room for them.
  const last = cut(lines.slice(room.lines - 1).join(" "), room.width, widthOf);
  return { size: room.to, lines: [...kept.slice(0, -1), last] };
}

function wrap(text: string, width: number, widthOf: (part: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((one) => broken(one, width, widthOf))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/** A word wider than a line goes on in the next one. */
function broken(word: string, width: number, widthOf: (part: string) => number): string[] {
  if (widthOf(word) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const letter of word) {
    if (part !== "" && widthOf(part + letter) > width) {
      parts.push(part);
      part = letter;
    } else part += letter;
  }
  return [...parts, part];
}

function cut(line: string, width: number, widthOf: (part: string) => number): string {
  const letters = [...line];
  while (letters.length > 0 && widthOf(`${letters.join("")}…`) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
