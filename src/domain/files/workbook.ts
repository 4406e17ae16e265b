// A workbook that goes out to an office: sheets of texts, numbers and days, with drop-downs, and nothing in it that a spreadsheet works out.
import type { Day } from "../time/calendar.js";

export interface WorkbookOut {
  readonly sheets: readonly SheetOut[];
  /** Values to choose from by the columns that name the list. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
}

export interface SheetOut {
  readonly name: string;
  readonly columns: readonly ColumnOut[];
  readonly rows: readonly (readonly CellOut[])[];
  /** So many of the first rows show how to fill in, and look it. */
  readonly examples?: number;
  /** So many of the last rows add up the others, and look it. */
  readonly totals?: number;
  /** So many rows more are to be filled in: what is typed there keeps its zeros, or becomes a day. */
  readonly emptyRows?: number;
  /** Drop-downs of single cells. */
  readonly choices?: readonly CellChoices[];
}

export interface ColumnOut {
  readonly heading: string;
  /** In letters. */
  readonly width: number;
  /** What is typed into it: a text keeps its zeros and its plus, a day is shown as one, a number can be added up, a share is between 0 and 1. */
  readonly holds?: "day" | "number" | "share";
  /** Shown beside the heading. */
  readonly note?: string;
  /** Of WorkbookOut.lists: what its cells are chosen from. */
  readonly list?: string;
}

/** A text whatever it begins with, a number, a day, or nothing. */
export type CellOut = string | number | { readonly day: Day } | null;

export interface CellChoices {
  /** From 0, the heading not counted. */
  readonly row: number;
  readonly column: number;
  readonly values: readonly string[];
}
