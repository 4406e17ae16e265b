// The letter that somebody's work plans are carried out, as a drawing of an A4 page.
import type { LetterSheet } from "../../domain/files/paper.js";
import { codePath } from "../code-path.js";
import { LINE_HEIGHT, openColumn } from "../column.js";
import { ACCENT, box, type Drawing, PAGE, type Shape } from "../drawing.js";
import type { Measure } from "../fit-text.js";

const MARGIN = 64;
const WIDTH = PAGE.width - 2 * MARGIN;
const MIDDLE = PAGE.width / 2;
const TOP = 64;
const FRAME = 22;
const LABEL = 96;
const CODE = 132;
const FOOT = PAGE.height - 64;
const QUIET = "#c5ced6";

export function drawLetter(sheet: LetterSheet, measure: Measure): Drawing {
  const column = openColumn(TOP, measure);
  const line = (from: number, isBold = false, width = WIDTH) => ({ lines: 1, from, to: 9, isBold, width });
  const centred = { x: MIDDLE, at: "middle" as const };
  if (sheet.practice !== null) column.put(sheet.practice, line(20, true), { ...centred, colour: QUIET });
  column.put(sheet.heading, line(28, true), { ...centred, colour: ACCENT });
  column.y += 4;
  column.put(sheet.numberLine, line(12), centred);
  column.y += 30;
  column.put(sheet.opening, line(13), centred);
  column.y += 8;
  column.put(sheet.name, { ...line(26, true), lines: 2 }, centred);
  column.y += 18;
  for (const { label, text } of sheet.facts) {
    const { y } = column;
    const room = { ...line(13, false, WIDTH - LABEL), lines: 2 };
    const { size } = column.put(text, room, { x: MARGIN + LABEL });
    const words = { size, isBold: true, colour: ACCENT, at: "start" as const };
    column.texts.push({ x: MARGIN, y: y + size * LINE_HEIGHT, text: label, ...words });
    column.y += 4;
  }
  column.y += 16;
  column.put(sheet.done, { ...line(13), lines: 3 }, { x: MARGIN });
  column.y += 8;
  for (const { type, activity } of sheet.plans) {
    column.put(type, line(13, true), { x: MARGIN, colour: ACCENT });
    if (activity !== "") column.put(activity, { ...line(12), lines: 2 }, { x: MARGIN });
    column.y += 6;
  }
  column.y += 10;
  column.put(sheet.closing, { ...line(13), lines: 2 }, { x: MARGIN });

  const foot = openColumn(FOOT - CODE, measure);
  const besides = { ...line(12, false, WIDTH - CODE - 18), lines: 3 };
  for (const text of sheet.issued) foot.put(text, besides, { x: MARGIN });
  foot.y += 12;
  foot.put(sheet.check, { ...besides, lines: 4 }, { x: MARGIN });
  const code: Shape = {
    path: codePath(sheet.link, { x: PAGE.width - MARGIN - CODE, y: FOOT - CODE, side: CODE }),
    colour: "#000000",
    crisp: true,
  };
  return {
    ...PAGE,
    shapes: [...frame(), ...column.shapes, ...foot.shapes, code],
    texts: [...column.texts, ...foot.texts],
  };
}

/** Four bars: paths are filled, never drawn along. */
function frame(): Shape[] {
  const [width, height, thick] = [PAGE.width - 2 * FRAME, PAGE.height - 2 * FRAME, 3];
  return [
    box(FRAME, FRAME, width, thick),
    box(FRAME, FRAME + height - thick, width, thick),
    box(FRAME, FRAME, thick, height),
    box(FRAME + width - thick, FRAME, thick, height),
  ].map((path) => ({ path, colour: ACCENT }));
}
