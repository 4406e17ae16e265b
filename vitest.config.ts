import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Many seconds each, with processes of their own, a browser or ten thousand people, or every turn of what others try once: `npm run test:long`. */
const LONG = "test/**/*.long.test.ts";
/** These repeat themselves (test/support/runs.ts): a part of them in `npm test`, the whole of them in `npm run test:long`. */
const REPEATING = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts") && !file.endsWith(".long.test.ts"))
  .map((file) => join("test", file))
  .filter((file) => /from "[./]*support\/runs\.js"/.test(readFileSync(file, "utf8")));
/** yes: those alone · with-all: they and everything else (`npm run faults` picks files of both kinds). */
const { LONG_TESTS } = process.env;

export default defineConfig({
  test: {
    include: LONG_TESTS === "yes" ? [LONG, ...REPEATING] : ["test/**/*.test.ts"],
    exclude: LONG_TESTS === undefined ? [LONG] : [],
    globalSetup: ["test/support/global-setup.ts"],
    // Two cores: one file each; a PGlite takes about 300 MB.
    pool: "forks",
    maxWorkers: 2,
    // Files share their worker's modules and its database: loading both anew for each takes longer than all the tests.
    isolate: false,
    // A few tests of delivery race a moved clock against a served database on shared cores; a second failure is a real one.
    retry: process.env.CI === "true" ? 1 : 0,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
