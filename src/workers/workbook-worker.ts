// A thread that writes one workbook, and ends. See files/bounds/in-worker.ts.
import { parentPort, workerData } from "node:worker_threads";
import type { CellOut, SheetOut, WorkbookOut } from "../domain/files/workbook.js";
import { type Packed, unpacked } from "../files/bounds/in-parts.js";
import { writeXlsx } from "../files/xlsx-out/write-xlsx.js";

/** The rows travel in parts. */
export interface WorkbookWork extends Omit<WorkbookOut, "sheets"> {
  sheets: (Omit<SheetOut, "rows"> & { rows: Packed })[];
}

const { sheets, ...rest } = workerData as WorkbookWork;
const whole: SheetOut[] = [];
for (const { rows, ...sheet } of sheets) whole.push({ ...sheet, rows: await unpacked<readonly CellOut[]>(rows) });
parentPort?.postMessage(await writeXlsx({ ...rest, sheets: whole }));
