// What draws and writes files, as it is built, with its threads beside it.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { createPaper } from "../../src/workers/paper-in-worker.js";

const ROOT = join(import.meta.dirname, "../..");

/** Below the sources, where its packages and fonts are found. */
export async function buildPaper(): Promise<{ createPaper: typeof createPaper; remove(): Promise<void> }> {
  await mkdir(join(ROOT, "data"), { recursive: true });
  const outdir = await mkdtemp(join(ROOT, "data", "built-paper-"));
  const workers = ["paper-in-worker", "paper-worker", "workbook-worker"].map((name) => `src/workers/${name}.ts`);
  await build({
    entryPoints: workers.map((file) => join(ROOT, file)),
    ...{ bundle: true, packages: "external", format: "esm", platform: "node", target: "node20.19" },
    ...{ outdir, entryNames: "[name]", logLevel: "warning" },
  });
  const built = await import(pathToFileURL(join(outdir, "paper-in-worker.js")).href);
  return { createPaper: built.createPaper, remove: () => rm(outdir, { recursive: true, force: true }) };
}
