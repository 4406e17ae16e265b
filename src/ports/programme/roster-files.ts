// Files of people as offices send them: read and judged outside the bot's thread, and kept nowhere.
import type { OfficeLines } from "../../domain/office-workbook/office-lines.js";
import type { Place } from "../../domain/places/place.js";
import type {
  ColumnRole,
  FileFlag,
  RefusedBecause,
  RosterChoices,
  RosterTable,
} from "../../domain/roster/reading/roster-reading.js";
import type { RowVerdict } from "../../domain/roster/row-verdict.js";
import type { TellProgress } from "../progress.js";

export interface JudgedRoster {
  kind: "judged";
  rows: readonly JudgedLine[];
  /** The sender's columns in their order; personal ones that nobody asked for are left out. */
  columns: readonly { readonly heading: string; readonly role: ColumnRole }[];
  /** All columns, as they were taken. */
  table: FileTable;
  flags: readonly FileFlag[];
  /** The codes of the file are those of the statistics office, or of both: to be said before anything else. */
  codes: "fine" | "bps" | "clash";
}

/** Where the people stand in the file, shown to the sender and open to correction. */
export type FileTable = Pick<RosterTable, "sheet" | "columns" | "unclear">;

/** A place to choose from. Namesakes are told apart by what they lie in. */
export interface OfferedPlace extends Place {
  /** Names, the nearest first: of the kecamatan, the kabupaten, the province. */
  readonly within: readonly string[];
}

export interface JudgedLine extends Omit<RowVerdict, "candidates"> {
  readonly candidates: readonly OfferedPlace[];
  /** As the sender wrote them, under the headings. */
  readonly cells: readonly string[];
}

/** A workbook, or one of its sheets, by which a programme is set up. */
export interface JudgedWorkbook {
  kind: "workbook";
  lines: OfficeLines;
  /** Null where it has no participants. */
  people: JudgedRoster | null;
}

export type RosterJudgement =
  | JudgedRoster
  | JudgedWorkbook
  /** Several sheets could be it. */
  | { kind: "asked"; sheets: readonly string[] }
  /** Who the people are is not certain before somebody says which column holds what. */
  | { kind: "unclear"; table: FileTable }
  | { kind: "refused"; because: RefusedBecause }
  /** The office's rules, which have a way of their own. */
  | { kind: "rules" }
  /** Telegram does not give the file out any more, or cannot be reached now. */
  | { kind: "gone" | "later" };

export interface JudgingChoices {
  sheet?: string;
  /** What somebody said of columns, for the sheet that is read. */
  columns?: RosterChoices["columns"];
  /** Where somebody who names no province is looked for first: in that of the class. By its plain name; "" for everybody else. */
  provinces?: Readonly<Record<string, string>>;
}

export interface RosterFiles {
  /** Twice is once: the same file with the same choices is judged alike, as long as the register of places is the same. */
  judge(fileId: string, choices: JudgingChoices, tell?: TellProgress): Promise<RosterJudgement>;
}
