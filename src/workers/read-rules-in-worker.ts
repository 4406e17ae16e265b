// Starts the thread that reads a workbook of rules (workers/rules-worker.ts): anybody's file may take what it likes there.
import { inWorker, TookTooMuch } from "../files/bounds/in-worker.js";
import type { Download } from "../ports/own-data/files.js";
import type { RuleFiles, RuleReading } from "../ports/programme/rule-files.js";

const WORKER = new URL("./rules-worker.js", import.meta.url);

export function createRuleFiles(download: Download): RuleFiles {
  return {
    async read(fileId) {
      const fetched = await download(fileId);
      if (fetched.kind !== "bytes") return fetched;
      return inWorker<RuleReading>(WORKER, { bytes: fetched.bytes }).catch(refusedAsTooHeavy);
    },
  };
}

function refusedAsTooHeavy(error: unknown): RuleReading {
  if (error instanceof TookTooMuch) return { kind: "refused", because: "too-heavy" };
  throw error;
}
