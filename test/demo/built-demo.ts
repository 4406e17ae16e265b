// The demo as it is built, with its threads beside it, for tests that run it in their own process.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { startDemo } from "../../src/demo/start-demo.js";

const ROOT = join(import.meta.dirname, "../..");

/** As `npm run demo` bundles it; below the sources, where its packages are found. */
export async function buildDemo(): Promise<{ startDemo: typeof startDemo; remove(): Promise<void> }> {
  await mkdir(join(ROOT, "data"), { recursive: true });
  const outdir = await mkdtemp(join(ROOT, "data", "built-demo-"));
  await build({
    entryPoints: [join(ROOT, "src/demo/start-demo.ts"), join(ROOT, "src/workers/*-worker.ts")],
    ...{ bundle: true, packages: "external", format: "esm", platform: "node", target: "node20.19" },
    ...{ outdir, entryNames: "[name]", logLevel: "warning" },
  });
  const built = await import(pathToFileURL(join(outdir, "start-demo.js")).href);
  return { startDemo: built.startDemo, remove: () => rm(outdir, { recursive: true, force: true }) };
}
