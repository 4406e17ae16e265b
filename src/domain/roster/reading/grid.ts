// A sheet as its file holds it, whatever kind of file it was: rows of cells, before anybody knows what they mean.
import type { Day } from "../../time/calendar.js";

export interface Cell {
  /** What a reader of the sheet sees: a day as YYYY-MM-DD, a number in all its digits, an error as "#N/A". */
  readonly text: string;
  /** Only where the file holds a number; never for text that looks like one. */
  readonly number?: number;
  /** Only where the file holds a day: a number whose format shows one. */
  readonly day?: Day;
  readonly isError?: true;
}

export interface Row {
  /** As the spreadsheet numbers it, from 1. In a CSV file too: a text of two lines in quotes is one row. */
  readonly line: number;
  readonly isHidden: boolean;
  /** By column, from 0. What is missing is empty. */
  readonly cells: readonly (Cell | undefined)[];
}

/** Cells that are drawn as one; only the first holds something. Lines from 1, columns from 0, both ends included. */
export interface Merge {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface Grid {
  /** Null where the file has no sheets, as CSV. */
  readonly name: string | null;
  readonly isHidden: boolean;
  /** Rows that hold something, from above. */
  readonly rows: readonly Row[];
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly Merge[];
  /** The year in which the days of this file's numbers begin: 45431 is a day in May 2024, or four years later. */
  readonly epoch: 1900 | 1904;
  /** Cells with a formula whose value the file does not hold, as "C7": a program wrote the file and never worked it out. */
  readonly unworkedFormulas: readonly string[];
}
