// A sheet: rows and columns that are described once, and said as a workbook, as CSV, on paper or as a picture with the same values.
import { percentOf, shareOf } from "../numbers/percent.js";
import type { Light } from "../plans/work-plan.js";
import type { Day } from "../time/calendar.js";
import { writeCsv } from "./csv.js";
import type { CellOut, WorkbookOut } from "./workbook.js";

export interface Sheet {
  /** Of the page, and of the sheet in a workbook: there without the signs that it does not take, and cut at 31 letters. */
  readonly title: string;
  /** When it was counted, in which zone, what was left out: a line each. */
  readonly notes: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** A last line, set apart. */
  readonly totals?: readonly SheetCell[];
  /** Drawn whole beneath the notes, whatever its length: words to be said or written to those in the rows. */
  readonly words?: string;
  /** Headings within the rows, where it is drawn: what stands above the row with this number, and over the next page where they go on. */
  readonly sections?: readonly { readonly at: number; readonly heading: string }[];
  /** On paper its rows are tall and its columns ruled, so that it can be filled in by hand. */
  readonly toWriteOn?: boolean;
  /** Drawn, each row is one line: what is longer is cut. So a class is no taller than a phone. */
  readonly oneLine?: boolean;
}

export interface SheetColumn {
  readonly heading: string;
  /** In letters of a workbook; on paper the columns share the page by it. */
  readonly width: number;
  /** Codes and phone numbers are texts: a number would lose their zeros. */
  readonly holds: "text" | "number" | "day" | "light" | "share";
}

/** Columns that hold texts, each by its heading and its width. */
export function textColumns(columns: readonly (readonly [heading: string, width: number])[]): SheetColumn[] {
  return columns.map(([heading, width]) => ({ heading, width, holds: "text" }));
}

/** A text whatever it begins with, a number, a day, a light with its word, a part of a whole in percent, or nothing. */
export type SheetCell =
  | string
  | number
  | { readonly day: Day }
  | { readonly light: Light; readonly word: string }
  | { readonly part: number; readonly whole: number }
  | null;

/** The same everywhere that is no spreadsheet: a day as people write it, digits without signs between them. */
export function cellText(cell: SheetCell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return String(cell);
  if ("light" in cell) return cell.word;
  if ("part" in cell) return percentText(cell);
  const [year, month, day] = cell.day.split("-");
  return `${day}/${month}/${year}`;
}

export function sheetCsv({ columns, rows, totals }: Sheet): string {
  const lines = totals === undefined ? rows : [...rows, totals];
  return writeCsv([columns.map(({ heading }) => heading), ...lines.map((row) => row.map(cellText))]);
}

/** `about`: the name of a last sheet, with what stands above the rows on paper. */
export function sheetsWorkbook(sheets: readonly Sheet[], about: string): WorkbookOut {
  const notes = sheets.flatMap(({ title, notes }) => [title, ...notes]).map((line) => [line]);
  const names = new Set<string>();
  const tables = sheets.map(({ title, columns, rows, totals }) => ({
    name: sheetName(title, names),
    columns: columns.map(({ heading, width, holds }) => ({
      ...{ heading, width },
      ...((holds === "day" || holds === "number" || holds === "share") && { holds }),
    })),
    rows: (totals === undefined ? rows : [...rows, totals]).map((row) => row.map(cellOut)),
    ...(totals !== undefined && { totals: 1 }),
  }));
  return {
    sheets: [...tables, { name: sheetName(about, names), columns: [{ heading: about, width: 80 }], rows: notes }],
  };
}

/** Of a sheet in a workbook, in every spreadsheet. */
const LONGEST_NAME = 31;

function sheetName(title: string, taken: Set<string>): string {
  const plain = title
    .replace(/[[\]:*?/\\']/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  for (let n = 1; ; n += 1) {
    const end = n === 1 ? "" : ` ${n}`;
    const name = `${plain.slice(0, LONGEST_NAME - end.length).trim()}${end}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function cellOut(cell: SheetCell): CellOut {
  if (cell === null || typeof cell !== "object") return cell;
  if ("light" in cell) return cell.word;
  // A spreadsheet shows it in percent, and can go on reckoning with it.
  return "part" in cell ? shareOf(cell.part, cell.whole) : cell;
}

function percentText({ part, whole }: { part: number; whole: number }): string {
  const percent = percentOf(part, whole);
  return percent === null ? "–" : `${percent} %`;
}
