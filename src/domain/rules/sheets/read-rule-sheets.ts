// From the sheets of a workbook to the rows of rules in it, as far as they are kept small: what they mean is judged later.

import type { Language } from "../../people/person.js";
import { cellAddress } from "../../roster/reading/column-letter.js";
import type { Cell, Grid, Row } from "../../roster/reading/grid.js";
import { said } from "../../roster/reading/sheet-view.js";
import { startOf } from "../../words/cut-to.js";
import { isValueName, RULE_VALUES } from "../rule-values.js";
import {
  NEEDED_COLUMNS,
  ONLY_READ,
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
  /** As its tab is called; null where the file has none. */
  readonly name: string | null;
  readonly epoch: Grid["epoch"];
  readonly rows: readonly RuleRow[];
  /** There are more rows than anybody can mean; they were not read. */
  readonly isCut: boolean;
  /** Columns that have no heading: what stands in them is not known, so nothing of the sheet is taken. */
  readonly lacks: readonly string[];
  /** Cells that look filled and say nothing: a formula that was never worked out, or that went wrong. */
  readonly broken: readonly { readonly line: number; readonly column: string }[];
}

export interface RuleSheets {
  /** Of which version the workbook was made; null where it does not say. */
  readonly base: number | null;
  readonly sheets: Readonly<Partial<Record<RuleSheet, ReadSheet>>>;
  /** Sheets that are there once more, by the names of their tabs: nobody knows which one is meant. */
  readonly again: readonly { readonly sheet: RuleSheet; readonly name: string }[];
  /** Tabs that are none of ours. */
  readonly unread: readonly string[];
}

/** More than any list of ours may have, and few enough to be looked at at once. */
const MOST_RULE_ROWS = 400;
const ROWS_LOOKED_AT = 12;
const LONGEST_TEXT = 600;
/** Where a tab has another name, so many of our headings make it ours all the same. */
const ENOUGH_HEADINGS = 3;

export function readRuleSheets(grids: readonly Grid[]): RuleSheets {
  const sheets: Partial<Record<RuleSheet, ReadSheet>> = {};
  const again: RuleSheets["again"][number][] = [];
  const unread: string[] = [];
  let base: number | null = null;
  for (const grid of grids) {
    if (grid.isHidden) continue;
    const found = findRuleSheet(grid);
    if (found !== null && sheets[found.sheet] !== undefined) again.push({ sheet: found.sheet, name: grid.name ?? "" });
    else if (found !== null) sheets[found.sheet] = found.read;
    else {
      const mark = markIn(grid);
      base ??= mark;
      if (mark === null && !isNamed("notes", grid) && grid.rows.length > 0) unread.push(grid.name ?? "");
    }
  }
  return { base, sheets, again, unread };
}

/** The workbook that the bot gave out, also under another name: lists of people have no version of the rules in them. */
export function isRules(grids: readonly Grid[]): boolean {
  const { base, sheets } = readRuleSheets(grids);
  return base !== null && Object.keys(sheets).length > 0;
}

function findRuleSheet(grid: Grid): { sheet: RuleSheet; read: ReadSheet } | null {
  const heading = headingOf(grid);
  if (heading === null) return null;
  const { at, columns } = heading;
  const own = new Map(columns);
  const rows = grid.rows.slice(at + 1).flatMap((one) => rowOf(grid, one, own));
  const lacks = Object.keys(SHEET_COLUMNS[heading.sheet]).filter(
    (column) => !own.has(column) && !(ONLY_READ as readonly string[]).includes(column),
  );
  const read: ReadSheet = {
    ...{ name: grid.name, epoch: grid.epoch, rows: rows.slice(0, MOST_RULE_ROWS), isCut: rows.length > MOST_RULE_ROWS },
    ...{ lacks, broken: brokenIn(grid, at, own) },
  };
  return { sheet: sheetMeant(heading.sheet, grid, rows), read };
}

interface Heading {
  sheet: RuleSheet;
  /** Which row it is, from 0. */
  at: number;
  columns: ReadonlyMap<string, number>;
}

/** By the name of its tab, which people leave alone; else by the headings alone, as in CSV. */
function headingOf(grid: Grid): Heading | null {
  const looked = grid.rows.slice(0, ROWS_LOOKED_AT).map(({ cells }, at) => ({
    at,
    headings: cells.map((cell) => plain(said(cell))),
  }));
  const headings = RULE_SHEETS.flatMap((sheet) =>
    looked.map(({ at, headings: words }): Heading => ({ sheet, at, columns: columnsOf(sheet, words) })),
  );
  const most = (of: readonly Heading[]) => of.toSorted((a, b) => b.columns.size - a.columns.size)[0] ?? null;
  const named = most(headings.filter(({ sheet, columns }) => isNamed(sheet, grid) && columns.size > 0));
  if (named !== null) return named;
  const whole = headings.filter(({ sheet, columns }) => NEEDED_COLUMNS[sheet].every((column) => columns.has(column)));
  if (whole.length > 0) return most(whole);
  return most(headings.filter(({ columns }) => columns.size >= ENOUGH_HEADINGS));
}

function isNamed(sheet: RuleSheet | "notes", { name }: Grid): boolean {
  return name !== null && Object.values(SHEET_NAMES[sheet]).map(plain).includes(plain(name));
}

/** Sheets of values look alike: their codes tell them apart, else their name. */
function sheetMeant(sheet: RuleSheet, grid: Grid, rows: readonly RuleRow[]): RuleSheet {
  if (!("value" in SHEET_COLUMNS[sheet])) return sheet;
  const code = rows.map(({ cells }) => said(cells.code)).find(isValueName);
  if (code !== undefined) return RULE_VALUES[code].sheet;
  return RULE_SHEETS.find((one) => isNamed(one, grid)) ?? sheet;
}

function brokenIn(grid: Grid, at: number, columns: ReadonlyMap<string, number>): ReadSheet["broken"] {
  const first = grid.rows[at]?.line ?? 0;
  const wrong = grid.rows.flatMap(({ line, cells }) =>
    cells.flatMap((cell, column) => (cell?.isError === true ? [{ line, column }] : [])),
  );
  const never = grid.unworkedFormulas.flatMap((address) => cellAddress(address) ?? []);
  return [...wrong, ...never]
    .filter(({ line }) => line > first)
    .flatMap(({ line, column: place }) => {
      const column = [...columns].find(
        ([name, of]) => of === place && !(ONLY_READ as readonly string[]).includes(name),
      );
      return column === undefined ? [] : [{ line, column: column[0] }];
    })
    .toSorted((a, b) => a.line - b.line);
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

function rowOf(grid: Grid, { line, cells }: Row, columns: ReadonlyMap<string, number>): RuleRow[] {
  if ([...columns.values()].every((at) => said(cells[at]) === "")) return [];
  const own = [...columns].map(([column, at]) => [column, shortCell(cells[at] ?? drawnOver(grid, line, at))] as const);
  return [{ line, cells: Object.fromEntries(own) }];
}

/** Of cells that were made one over several rows each row has what its reader sees. */
function drawnOver({ merges, rows }: Grid, line: number, column: number): Cell | undefined {
  const over = merges.find(
    (one) => one.firstColumn === column && one.lastColumn === column && one.firstLine < line && one.lastLine >= line,
  );
  return over === undefined ? undefined : rows.find((row) => row.line === over.firstLine)?.cells[column];
}

function shortCell(cell: Cell | undefined): Cell | undefined {
  return cell === undefined || cell.text.length <= LONGEST_TEXT ? cell : { text: startOf(cell.text, LONGEST_TEXT) };
}

function markIn({ rows }: Grid): number | null {
  const marks = Object.values(VERSION_MARK);
  for (const { cells } of rows.slice(0, MOST_RULE_ROWS)) {
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
