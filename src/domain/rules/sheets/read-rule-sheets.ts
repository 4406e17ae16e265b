// From the sheets of a workbook to the rows of rules in it, as far as they are kept small: what they mean is judged later.
import type { Language } from "../../people/person.js";
import type { Cell, Grid, Row } from "../../roster/reading/grid.js";
import { said } from "../../roster/reading/sheet-view.js";
import { isValueName, RULE_VALUES } from "../rule-values.js";
import {
  NEEDED_COLUMNS,
  RULE_SHEETS,
  type RuleSheet,
  SHEET_COLUMNS,
  SHEET_NAMES,
  VERSION_MARK,
} from "./rule-sheets.js";

export interface RuleRow {
  /** As the spreadsheet numbers it. */
  readonly line: number;
  readonly cells: Readonly<Record<string, Cell | undefined>>;
}

export interface ReadSheet {
  readonly epoch: Grid["epoch"];
  readonly rows: readonly RuleRow[];
  /** There are more rows than anybody can mean; they were not read. */
  readonly isCut: boolean;
}

export interface RuleSheets {
  /** Of which version the workbook was made; null where it does not say. */
  readonly base: number | null;
  readonly sheets: Readonly<Partial<Record<RuleSheet, ReadSheet>>>;
}

/** More than any list of ours may have, and few enough to be looked at at once. */
const MOST_ROWS = 400;
const ROWS_LOOKED_AT = 12;
const LONGEST_TEXT = 600;

export function readRuleSheets(grids: readonly Grid[]): RuleSheets {
  const sheets: Partial<Record<RuleSheet, ReadSheet>> = {};
  let base: number | null = null;
  for (const grid of grids) {
    if (grid.isHidden) continue;
    const found = findRuleSheet(grid);
    if (found === null) base ??= markIn(grid);
    else sheets[found.sheet] ??= found.read;
  }
  return { base, sheets };
}

function findRuleSheet(grid: Grid): { sheet: RuleSheet; read: ReadSheet } | null {
  for (const [at, row] of grid.rows.slice(0, ROWS_LOOKED_AT).entries()) {
    const headings = row.cells.map((cell) => plain(said(cell)));
    const found = RULE_SHEETS.map((sheet) => ({ sheet, columns: columnsOf(sheet, headings) }))
      .filter(({ sheet, columns }) => NEEDED_COLUMNS[sheet].every((column) => columns.has(column)))
      .sort((a, b) => b.columns.size - a.columns.size)[0];
    if (found === undefined) continue;
    const rows = grid.rows.slice(at + 1).flatMap((one) => rowOf(one, found.columns));
    const read = { epoch: grid.epoch, rows: rows.slice(0, MOST_ROWS), isCut: rows.length > MOST_ROWS };
    return { sheet: sheetMeant(found.sheet, grid, rows), read };
  }
  return null;
}

/** Sheets of values look alike: their codes tell them apart, else their name. */
function sheetMeant(sheet: RuleSheet, { name }: Grid, rows: readonly RuleRow[]): RuleSheet {
  if (!("value" in SHEET_COLUMNS[sheet])) return sheet;
  const codes = rows.map(({ cells }) => said(cells.code)).find(isValueName);
  if (codes !== undefined) return RULE_VALUES[codes].sheet;
  const called = plain(name ?? "");
  const named = RULE_SHEETS.find((one) => Object.values(SHEET_NAMES[one]).map(plain).includes(called));
  return named ?? sheet;
}

function columnsOf(sheet: RuleSheet, headings: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    Object.entries<Readonly<Record<Language, string>>>(SHEET_COLUMNS[sheet]).flatMap(
      ([column, names]): [string, number][] => {
        const at = headings.findIndex((heading) => Object.values(names).map(plain).includes(heading));
        return at < 0 ? [] : [[column, at]];
      },
    ),
  );
}

function rowOf({ line, cells }: Row, columns: ReadonlyMap<string, number>): RuleRow[] {
  const own = [...columns].map(([column, at]) => [column, shortCell(cells[at])] as const);
  return own.every(([, cell]) => said(cell) === "") ? [] : [{ line, cells: Object.fromEntries(own) }];
}

function shortCell(cell: Cell | undefined): Cell | undefined {
  return cell === undefined || cell.text.length <= LONGEST_TEXT ? cell : { text: cell.text.slice(0, LONGEST_TEXT) };
}

function markIn({ rows }: Grid): number | null {
  const marks = Object.values(VERSION_MARK);
  for (const { cells } of rows.slice(0, MOST_ROWS)) {
    const [text = "", next = ""] = cells.map(said);
    const number = marks.some((mark) => text.startsWith(mark)) ? /\d{1,9}/.exec(`${text} ${next}`) : null;
    if (number !== null) return Number(number[0]);
  }
  return null;
}

/** Bare letters. What stands in brackets belongs to it: it says which language. */
function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}
