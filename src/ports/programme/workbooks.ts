// Workbooks that go out to offices, written outside the bot's thread where they are large.
import type { WorkbookOut } from "../../domain/files/workbook.js";

export interface Workbooks {
  /** The bytes of an .xlsx. */
  write(workbook: WorkbookOut): Promise<Uint8Array>;
}
