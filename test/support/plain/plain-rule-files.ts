// Workbooks of rules as the worker reads them, without a thread.
import { readRuleFile } from "../../../src/files/read-rule-file.js";
import type { Download } from "../../../src/ports/own-data/files.js";
import type { RuleFiles } from "../../../src/ports/programme/rule-files.js";

export function plainRuleFiles(download: Download): RuleFiles {
  return {
    async read(fileId) {
      const fetched = await download(fileId);
      return fetched.kind === "bytes" ? readRuleFile(fetched.bytes) : fetched;
    },
  };
}
