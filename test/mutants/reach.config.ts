// The suite, with a note of which functions each of its files calls.
import { mergeConfig } from "vitest/config";
import suite from "../../vitest.config.js";

export default mergeConfig(suite, {
  root: process.cwd(),
  test: { setupFiles: ["test/mutants/note-reached.ts"], maxWorkers: 1, testTimeout: 120_000, hookTimeout: 240_000 },
});
