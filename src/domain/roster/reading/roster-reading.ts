// What came of reading a roster's file: its lines, a question about it, or why it cannot be read.
import type { RosterLine } from "../roster-line.js";

export type RosterReading = RosterRead | RosterAsked | RosterRefused;

export interface RosterRead {
  readonly verdict: "read";
  readonly tables: readonly RosterTable[];
  /** From all tables, in their order. */
  readonly lines: readonly RosterLine[];
  readonly flags: readonly FileFlag[];
}

/** Nobody is guessed: a person chooses, and the file is read again with `RosterChoices`. */
export interface RosterAsked {
  readonly verdict: "asked";
  /** which-sheet: several could be the roster · which-columns: no heading says where the names stand, or two say so */
  readonly askedBecause: "which-sheet" | "which-columns";
  readonly sheets: readonly SheetOffer[];
  readonly flags: readonly FileFlag[];
}

export interface RosterRefused {
  readonly verdict: "refused";
  readonly refusedBecause: RefusedBecause;
  readonly flags: readonly FileFlag[];
}

/**
 * empty: nothing in it · too-big: more bytes than we take · too-many-rows: more than MOST_ROWS · too-heavy: not read within
 * a minute · bomb: packed so that it would fill the
 * memory · password: nobody can read it without · cut-off: the end is missing · broken: not what its beginning promises · html: a
 * web page under a spreadsheet's name · entities: declares texts of its own, as attacks do · no-workbook: an archive or document without
 * sheets · other-format: a spreadsheet that we do not read (.xlsb, Excel 95, XML of 2003) · not-a-table: a picture, PDF, program or letter
 * · no-people: a table with nobody in it
 */
export type RefusedBecause =
  | "empty"
  | "too-big"
  | "too-many-rows"
  | "too-heavy"
  | "bomb"
  | "password"
  | "cut-off"
  | "broken"
  | "html"
  | "entities"
  | "no-workbook"
  | "other-format"
  | "not-a-table"
  | "no-people";

/** More than two years' cohorts in one file. */
export const MOST_ROWS = 25_000;

/**
 * Something to tell about the file that changes no line's verdict.
 * hidden-*: read all the same, except hidden sheets · other-sheets: not read · personal-columns: left out, never kept · formulas-
 * without-value: empty for us · guessed-encoding: no mark says which letters were meant · lines-left-out: totals, signatures, notes
 */
export interface FileFlag {
  readonly flag:
    | "hidden-rows"
    | "hidden-columns"
    | "hidden-sheets"
    | "other-sheets"
    | "personal-columns"
    | "formulas-without-value"
    | "error-cells"
    | "rounded-numbers"
    | "days-from-1904"
    | "guessed-encoding"
    | "lines-left-out";
  readonly sheet: string | null;
  readonly count: number;
  /** Which: lines, headings, sheets or cells; the first few. */
  readonly which: readonly string[];
}

/** Where the people stand in one sheet, shown to the sender and open to correction. */
export interface RosterTable {
  readonly sheet: string | null;
  /** First and last line of the heading; null where there is none. */
  readonly heading: { readonly firstLine: number; readonly lastLine: number } | null;
  /** Every column that holds something. A line's `cells` follow these, columns with the role "personal" left out. */
  readonly columns: readonly RosterColumn[];
  /** What no column was recognised to hold though people cannot do without, or what several claim: a person says which. */
  readonly unclear: readonly ColumnRole[];
  readonly leftOut: readonly LeftOutLine[];
}

export interface RosterColumn {
  /** From 0. */
  readonly column: number;
  /** "A", "AB". */
  readonly letter: string;
  /** As written, both lines of a heading in two rows joined; "" without one. */
  readonly heading: string;
  readonly role: ColumnRole;
  /** plain: every word of the heading was known · likely: some were not · chosen: by a person */
  readonly recognised: "plain" | "likely" | "chosen";
  readonly isHidden: boolean;
  /** What stands in it, to show which column is meant; of personal columns nothing. */
  readonly samples: readonly string[];
}

/** What a column holds for us. personal: what nobody asked for, left out and never kept · other: unknown, or of no use here. */
export type ColumnRole =
  | "number"
  | "name"
  | "phone"
  | "code"
  | "province"
  | "kabupaten"
  | "kecamatan"
  | "village"
  | "address"
  | "kind"
  | "institution"
  | "className"
  | "startOn"
  | "endOn"
  | "personal"
  | "other";

export interface LeftOutLine {
  readonly line: number;
  readonly because:
    | "total"
    | "signature"
    | "note"
    | "repeated-heading"
    | "numbering"
    | "group-heading"
    | "continuation";
}

export interface SheetOffer {
  readonly sheet: string | null;
  readonly isHidden: boolean;
  /** Lines that look like people's; 0 when no heading was found. */
  readonly people: number;
  /** Words for columns stand above the people. */
  readonly hasHeading: boolean;
  /** The columns as far as they were recognised. */
  readonly table: RosterTable;
}

/** A person's answers to what was asked, or corrections of what was shown. */
export interface RosterChoices {
  /** Names of the sheets to read, hidden ones too. */
  readonly sheets?: readonly string[];
  /** For every sheet that is read. A column that is not named keeps what was recognised. */
  readonly columns?: readonly { readonly column: number; readonly role: ColumnRole }[];
}
