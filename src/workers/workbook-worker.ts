// A thread that writes one workbook, and ends. See files/bounds/in-worker.ts.
import { parentPort, workerData } from "node:worker_threads";
import type { WorkbookOut } from "../domain/files/workbook.js";
import { writeXlsx } from "../files/xlsx-out/write-xlsx.js";

parentPort?.postMessage(await writeXlsx(workerData as WorkbookOut));
