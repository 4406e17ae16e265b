// Text files with a separator, as spreadsheets and offices' other programs write them.
import { CsvError, type Options, parse } from "csv-parse/sync";
import type { Grid } from "../../domain/roster/reading/grid.js";
import { MOST_CELLS } from "../bounds/bounds.js";
import { FileRefusal } from "../bounds/file-refusal.js";
import { GridBuilder } from "../cells/grid-builder.js";

const SEPARATORS = [";", ",", "\t", "|"] as const;

/** Enough to see beyond the longest letterhead; few enough to try every separator. */
const TRIAL_LINES = 60;

/** @throws FileRefusal when the text has no columns */
export function readCsv(text: string): Grid {
  const [, said, rest] = /^"?sep=(.)"?\r?\n([\s\S]*)$/i.exec(text) ?? [];
  // Spreadsheets do not show the line "sep=;", so it is not numbered.
  const body = rest ?? text;
  refuseCountless(body);
  const separator = said ?? separatorOf(body);
  if (separator === undefined) throw new FileRefusal("not-a-table", "a text without columns");
  const builder = new GridBuilder({ name: null, isHidden: false, epoch: 1900 }, { cells: 0 });
  for (const [index, row] of rowsOf(body, separator).entries()) {
    for (const [column, cell] of row.entries()) builder.put(column, { text: unwrapped(cell) });
    builder.endRow(index + 1, false);
  }
  return builder.grid();
}

/** Millions of empty lines or cells would fill the memory before the first person is found. */
function refuseCountless(text: string): void {
  let signs = 0;
  for (let at = 0; at < text.length; at += 1) if (SIGNS.has(text.charCodeAt(at))) signs += 1;
  if (signs > MOST_CELLS) throw new FileRefusal("too-many-rows", `${signs} separators`);
}

const SIGNS: ReadonlySet<number> = new Set([..."\n\r", ...SEPARATORS].map((sign) => sign.charCodeAt(0)));

/** The one that cuts most of the lines into equally many parts. */
function separatorOf(text: string): string | undefined {
  const lines = text.split(/\r\n|\n|\r/, TRIAL_LINES * 4).filter((line) => line.trim() !== "");
  const trial = lines.slice(0, TRIAL_LINES).join("\n");
  const scores = SEPARATORS.map((separator) => ({ separator, score: evenness(rowsOf(trial, separator)) }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.separator : undefined;
}

/** How many rows have the commonest number of cells; of two that are equally even the one with more cells is the likelier. */
function evenness(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [cells = 0, times = 0] = [...counts].reduce((a, b) => (b[1] * b[0] > a[1] * a[0] ? b : a), [0, 0]);
  return times === 0 ? 0 : times + cells / 1000;
}

function rowsOf(text: string, separator: string): string[][] {
  const rows = quotedRows(text, separator);
  if (rows !== undefined && !hasSwallowedRows(rows, separator)) return rows;
  const plain = parse(text, { ...PLAIN, delimiter: separator, quote: false });
  // An address of two lines looks swallowed too; then it is the reading without quotes that comes apart.
  return rows !== undefined && evenness(rows) >= evenness(plain) ? rows : plain;
}

const PLAIN = {
  relax_column_count: true,
  skip_empty_lines: false,
  record_delimiter: ["\r\n", "\n", "\r"],
} satisfies Options;

/** Undefined where a quote is opened and never closed. */
function quotedRows(text: string, separator: string): string[][] | undefined {
  try {
    return parse(text, { ...PLAIN, delimiter: separator, relax_quotes: true });
  } catch (fault) {
    if (fault instanceof CsvError && fault.code === "CSV_QUOTE_NOT_CLOSED") return undefined;
    throw fault;
  }
}

/** A bare " stands for "as above" in many rosters: read as the beginning of a quoted cell it swallows the rows up to the next one. */
function hasSwallowedRows(rows: readonly (readonly string[])[], separator: string): boolean {
  return rows.some((row) => row.some((cell) => cell.includes("\n") && cell.split(separator).length > 3));
}

/** ="0812" and '0812 keep a spreadsheet from eating the zero. */
function unwrapped(cell: string): string {
  const trimmed = cell.trim();
  return /^="([^"]*)"$/.exec(trimmed)?.[1] ?? trimmed.replace(/^'(?=[\d+])/, "");
}
