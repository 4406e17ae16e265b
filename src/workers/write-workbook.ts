// Writes a workbook where it holds nobody up: a small one at once, a large one in a thread of its own (workers/workbook-worker.ts).
import type { WorkbookOut } from "../domain/files/workbook.js";
import { inWorker } from "../files/bounds/in-worker.js";
import { writeXlsx } from "../files/xlsx-out/write-xlsx.js";

const WORKER = new URL("./workbook-worker.js", import.meta.url);

/** A thread takes a tenth of a second and 20 MB to begin; so many rows are written in less. */
const AT_ONCE = 400;

export async function writeWorkbook(workbook: WorkbookOut): Promise<Uint8Array> {
  const rows = workbook.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  return rows <= AT_ONCE ? writeXlsx(workbook) : inWorker<Uint8Array>(WORKER, workbook);
}
