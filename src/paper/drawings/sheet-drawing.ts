// A sheet as drawings: A4 pages to print, or one long picture for a phone. The heading of the table stands on every page.
import { cellText, type Sheet, type SheetCell, type SheetColumn } from "../../domain/files/sheet.js";
import { ACCENT, box, type Drawing, INK, PAGE, type Shape, type TextLine } from "../drawing.js";
import { type FittedText, fitText, type Measure } from "../fit-text.js";
import { lightShape, lightWidth } from "../light-shape.js";

/** How large things are: on paper, read at arm's length; on a phone, as wide as the screen. */
interface Look {
  width: number;
  /** Of a page; null: as long as the rows. */
  height: number | null;
  margin: number;
  title: number;
  note: number;
  text: number;
  /** No text becomes smaller. */
  smallest: number;
}

const PAPER: Look = { ...PAGE, margin: 36, title: 16, note: 9, text: 9, smallest: 7 };
/** More columns than that are unreadable on an upright page. */
const MOST_UPRIGHT = 6;
const LYING: Look = { ...PAPER, width: PAGE.height, height: PAGE.width };
/** Half of the pixels of the picture. */
const PHONE: Look = { width: 540, height: null, margin: 16, title: 20, note: 12, text: 13, smallest: 10 };

/** Of a row that is written on: a line by hand, and the name of somebody in two. */
const WRITING_HEIGHT = 30;

/** A text of Telegram's full length needs as many at most. */
const MOST_WORDS_LINES = 48;

const PADDING = 4;
const LINE_HEIGHT = 1.25;
const MOST_LINES = 2;
/** A row that is written on is tall anyway. */
const MOST_WRITING_LINES = 3;
const BAND = "#f0f4f8";
const RULE = "#cbd2d9";
const GREY = "#616e7c";
const BAR = "#9fc5e8";
const BAR_ROOM = "#e4e7eb";

export function drawSheetPages(sheet: Sheet, measure: Measure, pageOf: (page: number, pages: number) => string) {
  const look = sheet.columns.length > MOST_UPRIGHT ? LYING : PAPER;
  const pages = layOut(sheet, look, measure);
  return pages.map((page, at): Drawing => {
    const place = { x: look.width - look.margin, y: (look.height ?? 0) - look.margin / 2, at: "end" as const };
    const small = { size: 8, isBold: false, colour: GREY };
    const foot = { ...place, ...small, text: pageOf(at + 1, pages.length) };
    // Pages are parted: each says what it is of.
    const room = {
      width: look.width - 2 * look.margin - 60,
      lines: 1,
      from: small.size,
      to: small.size,
      isBold: false,
    };
    const [title = ""] = at === 0 ? [] : fitText(sheet.title, room, measure).lines;
    const name = { ...place, ...small, x: look.margin, at: "start" as const, text: title };
    return { ...page, texts: [...page.texts, ...(title === "" ? [] : [name]), foot] };
  });
}

export function drawSheetPicture(sheet: Sheet, measure: Measure): Drawing {
  const [picture] = layOut(sheet, PHONE, measure);
  if (picture === undefined) throw new Error("A sheet has at least its heading.");
  return picture;
}

interface Line {
  cells: readonly SheetCell[];
  kind: "heading" | "row" | "totals";
  /** A heading of a part begins here. */
  opens?: string;
}

function layOut(sheet: Sheet, look: Look, measure: Measure): Drawing[] {
  const { title, notes, columns, rows, totals, sections = [] } = sheet;
  const widths = sharedWidths(columns, look);
  const heading: Line = { cells: columns.map((column) => column.heading), kind: "heading" };
  const openings = new Map(sections.map(({ at, heading }) => [at, heading]));
  const lines: Line[] = [
    ...rows.map((cells, at): Line => {
      const opens = openings.get(at);
      return { cells, kind: "row", ...(opens !== undefined && { opens }) };
    }),
    ...(totals === undefined ? [] : [{ cells: totals, kind: "totals" } satisfies Line]),
  ];
  const pages = [openPage(look, sheet)];
  let page = pages[0]!;
  page.put(title, { lines: 2, from: look.title, to: look.note, isBold: true }, ACCENT, measure);
  for (const note of notes)
    page.put(note, { lines: 2, from: look.note, to: look.smallest, isBold: false }, GREY, measure);
  for (const paragraph of (sheet.words ?? "").split("\n").filter((text) => text !== "")) {
    page.put(paragraph, { lines: MOST_WORDS_LINES, from: look.text, to: look.smallest, isBold: false }, INK, measure);
  }
  page.y += PADDING;
  page.row(heading, columns, widths, measure, false);
  let part: string | undefined;
  for (const [at, line] of lines.entries()) {
    part = line.kind === "totals" ? undefined : (line.opens ?? part);
    const isNewPage = !page.hasRoomFor(line, columns, widths, measure);
    if (isNewPage) {
      page = openPage(look, sheet);
      pages.push(page);
      page.row(heading, columns, widths, measure, false);
    }
    if (part !== undefined && (isNewPage || line.opens !== undefined)) page.section(part, measure);
    page.row(line, columns, widths, measure, at % 2 === 1);
  }
  return pages.map((one) => one.drawing());
}

function sharedWidths(columns: readonly SheetColumn[], look: Look): number[] {
  const whole = look.width - 2 * look.margin;
  const sum = columns.reduce((all, { width }) => all + width, 0);
  return columns.map(({ width }) => (width / sum) * whole);
}

function openPage(look: Look, { toWriteOn = false, oneLine = false }: Sheet) {
  const mostLines = oneLine ? 1 : toWriteOn ? MOST_WRITING_LINES : MOST_LINES;
  const shapes: Shape[] = [];
  const texts: TextLine[] = [];
  const left = look.margin;
  const width = look.width - 2 * left;
  const sectionHeight = (look.text + 1) * LINE_HEIGHT + 2 * PADDING;

  const fitted = (line: Line, columns: readonly SheetColumn[], widths: readonly number[], measure: Measure) =>
    columns.map((column, at): FittedText => {
      const cell = line.cells[at] ?? null;
      const taken = line.kind !== "heading" && isLight(cell) ? lightWidth(look.text) : 0;
      const room = { width: Math.max(8, (widths[at] ?? 0) - 2 * PADDING - taken), lines: mostLines };
      const isBold = line.kind !== "row";
      const text = line.kind === "heading" ? column.heading : cellText(cell);
      return fitText(text, { ...room, from: look.text, to: oneLine ? look.text - 2 : look.smallest, isBold }, measure);
    });
  const heightOf = (cells: readonly FittedText[], { kind }: Line) => {
    const filled = Math.max(look.text, ...cells.map(({ size, lines }) => size * lines.length)) * LINE_HEIGHT;
    return Math.max(filled + 2 * PADDING, toWriteOn && kind === "row" ? WRITING_HEIGHT : 0);
  };

  const page = {
    y: look.margin,
    put(
      text: string,
      room: { lines: number; from: number; to: number; isBold: boolean },
      colour: string,
      measure: Measure,
    ) {
      const { size, lines } = fitText(text, { ...room, width }, measure);
      for (const line of lines) {
        page.y += size * LINE_HEIGHT;
        texts.push({ x: left, y: page.y, text: line, size, isBold: room.isBold, colour, at: "start" });
      }
      page.y += PADDING / 2;
    },
    hasRoomFor(line: Line, columns: readonly SheetColumn[], widths: readonly number[], measure: Measure): boolean {
      if (look.height === null) return true;
      // A heading of a part stands above its first row, never alone at the foot of a page.
      const above = line.opens === undefined ? 0 : sectionHeight;
      return page.y + above + heightOf(fitted(line, columns, widths, measure), line) <= look.height - look.margin;
    },
    section(heading: string, measure: Measure) {
      const room = { width: width - 2 * PADDING, lines: 1, from: look.text + 1, to: look.smallest, isBold: true };
      const { size, lines } = fitText(heading, room, measure);
      shapes.push({ path: box(left, page.y, width, sectionHeight), colour: RULE });
      const y = page.y + (sectionHeight - size * LINE_HEIGHT) / 2 + size;
      for (const text of lines) {
        texts.push({ x: left + PADDING, y, text, size, isBold: true, colour: INK, at: "start" });
      }
      page.y += sectionHeight;
    },
    row(line: Line, columns: readonly SheetColumn[], widths: readonly number[], measure: Measure, isBanded: boolean) {
      const cells = fitted(line, columns, widths, measure);
      const height = heightOf(cells, line);
      const isHeading = line.kind === "heading";
      if (isHeading) shapes.push({ path: box(left, page.y, width, height), colour: ACCENT });
      else if (isBanded && !toWriteOn) shapes.push({ path: box(left, page.y, width, height), colour: BAND });
      if (!isHeading) shapes.push({ path: box(left, page.y + height - 0.5, width, 0.5), colour: RULE });
      let x = left;
      for (const [at, { size, lines }] of cells.entries()) {
        const cell = line.cells[at] ?? null;
        const isNumber = (columns[at]?.holds === "number" || columns[at]?.holds === "share") && !isHeading;
        if (!isHeading && isShare(cell)) shapes.push(...barShapes(cell, x, page.y, widths[at] ?? 0, height));
        let from = x + PADDING;
        if (!isHeading && isLight(cell)) {
          shapes.push(...lightShape(cell.light, from, page.y + height / 2, look.text));
          from += lightWidth(look.text);
        }
        const block = size * LINE_HEIGHT * lines.length;
        for (const [n, text] of lines.entries()) {
          const y = page.y + (height - block) / 2 + size * LINE_HEIGHT * n + size;
          const place = isNumber
            ? { x: x + (widths[at] ?? 0) - PADDING, at: "end" as const }
            : { x: from, at: "start" as const };
          texts.push({ ...place, y, text, size, isBold: line.kind !== "row", colour: isHeading ? "#ffffff" : INK });
        }
        x += widths[at] ?? 0;
        if (toWriteOn && !isHeading) shapes.push({ path: box(x - 0.5, page.y, 0.5, height), colour: RULE });
      }
      page.y += height;
    },
    drawing: (): Drawing => ({
      width: look.width,
      height: look.height ?? Math.ceil(page.y + look.margin),
      shapes,
      texts,
    }),
  };
  return page;
}

function isLight(cell: SheetCell): cell is Extract<SheetCell, { light: unknown }> {
  return cell !== null && typeof cell === "object" && "light" in cell;
}

function isShare(cell: SheetCell): cell is Extract<SheetCell, { part: unknown }> {
  return cell !== null && typeof cell === "object" && "part" in cell;
}

/** Behind its percent: as long as the share, in what is left and right of the padding. */
function barShapes(
  { part, whole }: { part: number; whole: number },
  x: number,
  y: number,
  width: number,
  height: number,
) {
  const room = width - 2 * PADDING;
  const long = whole === 0 ? 0 : (part / whole) * room;
  const [top, high] = [y + height * 0.2, height * 0.6];
  return [
    { path: box(x + PADDING, top, room, high), colour: BAR_ROOM },
    { path: box(x + PADDING, top, long, high), colour: BAR },
  ];
}
