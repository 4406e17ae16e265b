// Builds the program into dist/: `npm run build`; `npm start` only where the sources are newer than what was built. Types are checked by
// `npm run check` and not here, so that a build takes a second.
//
// The bot is one file with its packages inside: to find and read a thousand files would take half of its start. What starts rarely (the
// demo, the tools, the workers) takes its packages from node_modules.
import { readdirSync, statSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const ROOT = import.meta.dirname;
const DIST = join(ROOT, "dist");
/** All that a build depends on. */
const SOURCES = ["src", "prisma", "package-lock.json", "build.js"];

/** They find binaries and data beside their own code. */
const APART = ["@electric-sql/pglite", "@resvg/resvg-js", "idn-area-data", "pg-native"];

/** Packages of the older kind ask for Node's own modules by a function that a module does not have. */
const REQUIRE =
  'import { createRequire as requireFrom } from "node:module";\nconst require = requireFrom(import.meta.url);';

const COMMON = /** @type {const} */ ({
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  absWorkingDir: ROOT,
  logLevel: "warning",
});

/**
 * Builds the programs, and the workers beside them, where they look for them.
 * @param {{ whole?: Record<string, string>, light?: Record<string, string>, outdir: string }} what by the name of the file that comes
 * out: `whole` with their packages inside, `light` without.
 */
export async function buildPrograms({ whole = {}, light = {}, outdir }) {
  await mkdir(outdir, { recursive: true });
  const workers = namesIn("src/workers").filter((name) => name.endsWith("-worker") && !name.endsWith("-in-worker"));
  const beside = Object.fromEntries(workers.map((name) => [name, `src/workers/${name}.ts`]));
  await Promise.all([
    build({ ...COMMON, entryPoints: whole, outdir, external: APART, banner: { js: REQUIRE } }),
    build({ ...COMMON, entryPoints: { ...beside, ...light }, outdir, packages: "external" }),
  ]);
}

/** @param {string} folder */
function namesIn(folder) {
  return readdirSync(join(ROOT, folder)).flatMap((file) => (file.endsWith(".ts") ? [file.slice(0, -3)] : []));
}

async function buildEverything() {
  const tools = namesIn("src/tools").filter((name) => name !== "run-tool");
  const light = Object.fromEntries([
    ["demo", "src/demo.ts"],
    ...tools.map((name) => [`tools/${name}`, `src/tools/${name}.ts`]),
  ]);
  await rm(DIST, { recursive: true, force: true });
  await buildPrograms({ whole: { main: "src/main.ts" }, light, outdir: DIST });
}

/** When it was changed last, or the youngest below it. @param {string} path @returns {number} */
function changedAt(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

if (process.argv[1] === import.meta.filename) {
  const isFresh = changedAt(join(DIST, "main.js")) > Math.max(...SOURCES.map((path) => changedAt(join(ROOT, path))));
  if (!(process.argv.includes("--if-older") && isFresh)) await buildEverything();
}
