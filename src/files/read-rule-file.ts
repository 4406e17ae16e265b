// From the bytes of an office's file to the sheets of rules in it.
import { readRuleSheets } from "../domain/rules/sheets/read-rule-sheets.js";
import type { RuleReading } from "../ports/programme/rule-files.js";
import { readGrids } from "./read-grids.js";

/** Call it in a worker (workers/rules-worker.ts). */
export async function readRuleFile(bytes: Uint8Array): Promise<RuleReading> {
  const file = await readGrids(bytes);
  return file.ok ? { kind: "read", sheets: readRuleSheets(file.grids) } : { kind: "refused", because: file.because };
}
