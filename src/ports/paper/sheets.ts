// Says a sheet as a file, outside the bot's thread where that takes time.
import type { Sheet } from "../../domain/files/sheet.js";

export interface Sheets {
  /** `about`: the name of the last sheet of the workbook, which says when it was counted and what was left out. */
  xlsx(sheets: readonly Sheet[], about: string): Promise<Uint8Array>;
  csv(sheet: Sheet): Promise<Uint8Array>;
  /** A4, each sheet from a page of its own. */
  pdf(sheets: readonly Sheet[]): Promise<Uint8Array>;
  /** One PNG, 1080 wide and as long as its rows: for some fifty of them. */
  picture(sheet: Sheet): Promise<Uint8Array>;
}
