// A poster as a drawing of an A4 page.
import type { PosterSheet } from "../../domain/files/paper.js";
import { codePath } from "../code-path.js";
import { LINE_HEIGHT, openColumn } from "../column.js";
import { ACCENT, box, circle, type Drawing, PAGE, round, type Shape, type TextLine } from "../drawing.js";
import type { Measure } from "../fit-text.js";

const MARGIN = 48;
const WIDTH = PAGE.width - 2 * MARGIN;
const TOP = 40;
const FOOT = 34;
/** Twelve centimetres are read from four metres; no poster's code is smaller than nine. */
const LARGEST_CODE = 344;
const SYMBOL = 12;
const INDENT = 26;
const STEP_INDENT = 40;

export interface PosterDrawing extends Drawing {
  /** Where the code stands, its white margin included. */
  code: { x: number; y: number; side: number };
}

/** The name and the facts stand above, the steps below; the code takes the room between them. */
export function drawPoster(sheet: PosterSheet, measure: Measure): PosterDrawing {
  const head = drawHead(sheet, measure);
  const height = drawFoot(sheet, measure, 0).bottom;
  const foot = drawFoot(sheet, measure, PAGE.height - FOOT - height);
  const room = PAGE.height - FOOT - height - head.bottom;
  const side = Math.min(LARGEST_CODE, room);
  const [x, y] = [(PAGE.width - side) / 2, head.bottom + (room - side) / 2];
  const code: Shape = { path: codePath(sheet.link, { x, y, side }), colour: "#000000", crisp: true };
  return {
    ...PAGE,
    texts: [...head.texts, ...foot.texts],
    shapes: [{ path: box(0, 0, PAGE.width, 14), colour: ACCENT }, ...head.shapes, ...foot.shapes, code],
    code: { x, y, side },
  };
}

interface Part {
  texts: TextLine[];
  shapes: Shape[];
  bottom: number;
}

function drawHead({ heading, className, facts }: PosterSheet, measure: Measure): Part {
  const column = openColumn(TOP, measure);
  const middle = PAGE.width / 2;
  column.put(heading, { lines: 1, from: 16, to: 12, isBold: false, width: WIDTH }, { x: middle, at: "middle" });
  column.y += 4;
  const name = { lines: 3, from: 32, to: 17, isBold: true, width: WIDTH };
  column.put(className, name, { x: middle, at: "middle", colour: ACCENT });
  column.y += 10;
  for (const { about, text } of facts) {
    const { y } = column;
    const room = { lines: 2, from: 15, to: 11, isBold: false, width: WIDTH - INDENT };
    const { size } = column.put(text, room, { x: MARGIN + INDENT });
    column.shapes.push({ path: SYMBOLS[about](MARGIN, y + size * LINE_HEIGHT - SYMBOL + 1), colour: ACCENT });
    column.y += 3;
  }
  return { texts: column.texts, shapes: column.shapes, bottom: column.y };
}

function drawFoot({ linkLine, steps, help }: PosterSheet, measure: Measure, top: number): Part {
  const column = openColumn(top, measure);
  const small = { lines: 2, from: 12, to: 8, isBold: false, width: WIDTH };
  column.put(linkLine, small, { x: PAGE.width / 2, at: "middle" });
  column.y += 18;
  for (const [n, step] of steps.entries()) {
    const { y } = column;
    const room = { lines: 2, from: 16, to: 11, isBold: false, width: WIDTH - STEP_INDENT };
    const { size } = column.put(step, room, { x: MARGIN + STEP_INDENT });
    const middle = y + size * LINE_HEIGHT - size * 0.36;
    column.shapes.push({ path: circle(MARGIN + 13, middle, 13), colour: ACCENT });
    const number = { size: 14, isBold: true, colour: "#ffffff", at: "middle" as const };
    column.texts.push({ x: MARGIN + 13, y: middle + 5, text: String(n + 1), ...number });
    column.y += 12;
  }
  column.y += 6;
  column.put(help, { lines: 3, from: 14, to: 9, isBold: true, width: WIDTH }, { x: MARGIN });
  return { texts: column.texts, shapes: column.shapes, bottom: column.y };
}

/** Symbols are shapes: no font has them everywhere. */
const SYMBOLS = {
  days: (x: number, y: number) =>
    [box(x, y, SYMBOL, 3), box(x, y + 4, SYMBOL, SYMBOL - 4), box(x + 2, y - 2, 2, 3), box(x + 8, y - 2, 2, 3)].join(
      "",
    ),
  place: (x: number, y: number) =>
    `M${round(x + 6)} ${round(y + SYMBOL)}L${round(x + 1)} ${round(y + 5)}A5 5 0 1 1 ${round(x + 11)} ${round(y + 5)}Z`,
} as const;
