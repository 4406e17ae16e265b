// `npm run test:node -- 22 24 [--all]`: builds the program, starts it and runs the rooms that lean on Node the most under each of these
// versions; with --all the whole suite. A version is a major or an exact one; its binary comes from npm. A path to a binary will do too.
// Prints what holds; exit 1 when something does not.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";

/** Processes, threads, sockets, streams, both databases; the others are the same words under every Node. */
const ROOMS = [
  "test/start",
  "test/delivery",
  "test/files",
  "test/workers",
  "test/storage/engine",
  "test/intake",
  "test/backup",
];

const wanted = process.argv.slice(2).filter((one) => one !== "--all");
const rooms = process.argv.includes("--all") ? [] : ROOMS;
const folder = await mkdtemp(join(tmpdir(), "nodes-"));
let failed = 0;
for (const version of wanted.length > 0 ? wanted : ["22", "24"]) {
  const binary = existsSync(version) ? resolve(version) : await fetchNode(version);
  const name = (await outputOf(binary, ["--version"])).trim();
  await report(`${name} builds it`, () => runs(binary, ["build.js"]));
  await report(`${name} starts what was built`, () =>
    runs(binary, ["node_modules/tsx/dist/cli.mjs", "test/smoke/start-built-program.ts"]),
  );
  await report(`${name} passes ${rooms.length === 0 ? "the suite" : rooms.join(", ")}`, () =>
    runs(binary, ["node_modules/vitest/vitest.mjs", "run", ...rooms]),
  );
}
await rm(folder, { recursive: true, force: true });
process.exit(failed === 0 ? 0 : 1);

/** The binary alone, without anything that would run at its installation. */
async function fetchNode(version: string): Promise<string> {
  const name = `node-${process.platform}-${process.arch}`;
  const there = join(folder, version);
  const args = [
    "install",
    "--prefix",
    there,
    "--no-save",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    `${name}@${version}`,
  ];
  if (!(await runs("npm", args))) throw new Error(`npm has no ${name}@${version}`);
  return join(there, "node_modules", name, "bin", "node");
}

/** Whatever asks for "node" below gets this one. */
async function runs(binary: string, args: string[]): Promise<boolean> {
  const env = { ...process.env, PATH: [dirname(binary), process.env.PATH].join(delimiter) };
  const [code] = await once(spawn(binary, args, { env, stdio: "inherit" }), "exit");
  return code === 0;
}

async function outputOf(binary: string, args: string[]): Promise<string> {
  const child = spawn(binary, args, { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  await once(child, "close");
  return printed;
}

async function report(what: string, check: () => Promise<boolean>): Promise<void> {
  const startedAt = performance.now();
  const holds = await check();
  if (!holds) failed += 1;
  console.log(`${holds ? "ok  " : "FAIL"} ${what} (${Math.round((performance.now() - startedAt) / 1000)} s)`);
}
