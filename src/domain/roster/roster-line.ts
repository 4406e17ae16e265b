/** One person's line as the file says it, before anything is judged. All texts as written; what the file does not say is "". */
export interface RosterLine {
  /** Null where the file has no sheets, as CSV. */
  readonly sheet: string | null;
  /** As the spreadsheet numbers it, from 1. */
  readonly line: number;
  readonly name: string;
  readonly phone: string;
  /** The spreadsheet kept the number in so few digits that the last ones are lost. */
  readonly phoneIsRounded: boolean;
  readonly code: string;
  readonly province: string;
  readonly kabupaten: string;
  readonly kecamatan: string;
  readonly village: string;
  readonly address: string;
  readonly kind: string;
  readonly institution: string;
  readonly className: string;
  readonly startOn: string;
  readonly endOn: string;
  /** The whole line, personal columns that nobody asked for left out. */
  readonly cells: readonly string[];
}
