// Writes a workbook for an office. The one file that knows the library by which it is done.

import {
  type Cell,
  type CellStyle,
  type CellValue,
  type DataValidation,
  type WriteSheet,
  writeXlsx as write,
} from "hucre/xlsx";
import type { CellOut, ColumnOut, SheetOut, WorkbookOut } from "../../domain/files/workbook.js";
import { columnLetter } from "../../domain/roster/reading/column-letter.js";
import { type Day, daysBetween } from "../../domain/time/calendar.js";
import { startOf } from "../../domain/words/cut-to.js";

const DAY_ZERO: Day = "1899-12-30";
/** Of a cell, in every spreadsheet. */
const LONGEST_TEXT = 32_000;

const TEXT = "@";
const DAY = "dd/mm/yyyy";
const FORMATS = { day: DAY, number: "General", share: "0%" };

const HEADING: CellStyle = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "DDEBF7" } },
  alignment: { vertical: "top", wrapText: true },
  numFmt: TEXT,
};
const TOTAL: CellStyle = { font: { bold: true } };
const GREY: CellStyle = { font: { italic: true, color: { rgb: "7F7F7F" } } };

/** Values of drop-downs stand in hidden sheets: written into the cell's own rule, they may have 255 letters and no comma. */
const LISTS_SHEET = "Daftar";
const CHOICES_SHEET = "Pilihan";

/** Takes a second for 10,000 rows: the bot has many of them written in a worker (workers/workbook-worker.ts). */
export async function writeXlsx({ sheets, lists = {} }: WorkbookOut): Promise<Uint8Array> {
  const names = Object.keys(lists);
  const hidden: WriteSheet[] = [];
  if (names.length > 0) hidden.push(listsSheet(Object.values(lists)));
  const chosen = sheets.flatMap(({ choices = [] }) => choices.map(({ values }) => values));
  if (chosen.length > 0) hidden.push({ name: CHOICES_SHEET, hidden: true, rows: chosen.map((values) => [...values]) });
  let line = 0;
  const out = sheets.map((sheet): WriteSheet => {
    const ofCells = (sheet.choices ?? []).map(({ row, column, values }): DataValidation => {
      line += 1;
      const last = columnLetter(Math.max(0, values.length - 1));
      return rule(`${columnLetter(column)}${row + 2}`, `${CHOICES_SHEET}!$A$${line}:$${last}$${line}`);
    });
    const ofColumns = sheet.columns.flatMap(({ list }, column): DataValidation[] => {
      const [at, values] = [names.indexOf(list ?? ""), lists[list ?? ""]];
      if (list === undefined) return [];
      if (values === undefined) throw new Error(`The workbook has no list ${list}.`);
      const [letter, from] = [columnLetter(column), columnLetter(at)];
      const source = `${LISTS_SHEET}!$${from}$1:$${from}$${Math.max(1, values.length)}`;
      return [rule(`${letter}2:${letter}${sheet.rows.length + 1 + (sheet.emptyRows ?? 0)}`, source)];
    });
    return sheetOf(sheet, [...ofColumns, ...ofCells]);
  });
  const bytes = await write({ sheets: [...out, ...hidden], properties: { creator: "" } });
  return bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
}

function sheetOf(
  { name, columns, rows, examples = 0, totals = 0, emptyRows = 0 }: SheetOut,
  dataValidations: DataValidation[],
): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const [column, { heading, note }] of columns.entries()) {
    cells.set(`0,${column}`, {
      value: heading,
      style: HEADING,
      ...(note !== undefined && { comment: { author: "Bot", text: note } }),
    });
  }
  const dress = (row: number, style: CellStyle) => {
    for (const [column, one] of columns.entries()) {
      const value = writtenCell(rows[row]?.[column] ?? null);
      if (value !== null) cells.set(`${row + 1},${column}`, { value, style: { ...style, ...styleOf(one) } });
    }
  };
  for (let row = 0; row < examples; row += 1) dress(row, GREY);
  for (let row = rows.length - totals; row < rows.length; row += 1) dress(row, TOTAL);
  // Words of several lines are read as such: on one line a spreadsheet shows the last of them.
  for (const [row, values] of rows.entries()) {
    for (const [column, value] of values.entries()) {
      if (typeof value !== "string" || !value.includes("\n") || cells.has(`${row + 1},${column}`)) continue;
      const style = { ...styleOf(columns[column] ?? {}), alignment: LINES };
      cells.set(`${row + 1},${column}`, { value: writtenCell(value), style });
    }
  }
  // The library gives a column's look to its cells alone: an empty cell must be there to have one.
  const empty = Array.from({ length: emptyRows }, () => columns.map(() => null));
  return {
    name,
    columns: columns.map((one) => ({ width: one.width, style: styleOf(one) })),
    rows: [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(writtenCell)), ...empty],
    cells,
    dataValidations,
    freezePane: { rows: 1 },
    pageSetup: ON_PAPER,
  };
}

const LINES: NonNullable<CellStyle["alignment"]> = { wrapText: true, vertical: "top" };

/** Printed as it is, a table is as wide as a page, and as long as it takes: columns of a row do not lie on different sheets. */
const ON_PAPER: NonNullable<WriteSheet["pageSetup"]> = {
  ...({ paperSize: "a4", orientation: "landscape" } as const),
  ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
};

function styleOf({ holds }: Pick<ColumnOut, "holds">): CellStyle {
  return { numFmt: holds === undefined ? TEXT : FORMATS[holds] };
}

function writtenCell(cell: CellOut): CellValue {
  if (cell === null || cell === "") return null;
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  return typeof cell === "string" ? printable(cell) : daysBetween(DAY_ZERO, cell.day);
}

/** What no XML can hold would make the file unreadable: control characters, and halves of a pair. */
function printable(text: string): string {
  return startOf(text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu, ""), LONGEST_TEXT);
}

function rule(range: string, source: string): DataValidation {
  // Another value may be written too: a place that we do not know of is no reason to keep somebody from typing it.
  return { type: "list", range, formula1: source, allowBlank: true, showErrorMessage: true, errorStyle: "warning" };
}

function listsSheet(lists: readonly (readonly string[])[]): WriteSheet {
  const longest = Math.max(...lists.map(({ length }) => length));
  const rows = Array.from({ length: longest }, (_, line) => lists.map((values) => values[line] ?? null));
  return { name: LISTS_SHEET, hidden: true, rows };
}
