// A thread that reads one workbook of rules, and ends. See files/bounds/in-worker.ts.
import { parentPort, workerData } from "node:worker_threads";
import { readRuleFile } from "../files/read-rule-file.js";

parentPort?.postMessage(await readRuleFile((workerData as { bytes: Uint8Array }).bytes));
