// Writes a workbook where it holds nobody up: a small one at once, a large one in a thread of its own (workers/workbook-worker.ts).
import type { WorkbookOut } from "../domain/files/workbook.js";
import { packedInTurn } from "../files/bounds/in-parts.js";
import { inWorker } from "../files/bounds/in-worker.js";
import { writeXlsx } from "../files/xlsx-out/write-xlsx.js";
import type { WorkbookWork } from "./workbook-worker.js";

const WORKER = new URL("./workbook-worker.js", import.meta.url);

/** A thread takes a tenth of a second and 20 MB to begin; so many rows are written in less. */
const AT_ONCE = 400;

export async function writeWorkbook(workbook: WorkbookOut): Promise<Uint8Array> {
  const count = workbook.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  if (count <= AT_ONCE) return writeXlsx(workbook);
  const work: WorkbookWork = { ...workbook, sheets: [] };
  for (const { rows, ...sheet } of workbook.sheets) work.sheets.push({ ...sheet, rows: await packedInTurn(rows) });
  return inWorker<Uint8Array>(WORKER, work);
}
