// `npm run mutants -- --room domain --count 40 --seed 1`: makes so many small changes in a room of the sources, one at a time and in a copy
// of the tree, runs the tests that call what was changed, and prints which changes no test noticed.
//
// --room is a folder of src ("domain", "delivery,intake"); the same seed makes the same changes while the sources are the same. Kept apart:
// what the compiler notices, what comes to the same program, and what somebody has judged to change nothing (change-nothing.ts).
// It takes an hour or two at the lowest priority, on PostgreSQL with TEST_DATABASE=postgres. The first run of a tree runs its whole suite.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { setPriority } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { transformSync } from "esbuild";
import { changesNothing } from "./change-nothing.js";
import { copyTree, ROOT } from "./copy-of-tree.js";
import { type Mutation, mutationsIn } from "./mutations.js";
import { type Reach, reachOf } from "./reach.js";
import { runVitest, stopRunning } from "./run-vitest.js";

const { room, count, seed, only } = parseArgs({
  options: {
    room: { type: "string", default: "domain" },
    count: { type: "string", default: "40" },
    seed: { type: "string", default: "1" },
    /** Only in files whose path holds this. */
    only: { type: "string", default: "" },
  },
}).values;

/** A change that is not noticed within this is one that no test looks at, or one that never ends. */
const MUTANT_SECONDS = 600;

/** Tests that call what was changed, those first that call little else: a change that so many do not notice is not noticed. */
const MOST_TESTS = 30;

/** Whatever else runs on the machine comes first; what is started here inherits it. */
const NICE = 15;

interface Mutant extends Mutation {
  file: string;
  line: number;
  before: string;
  after: string;
}

type Verdict = "noticed" | "compiler" | "same" | "nothing" | "unnoticed" | "unreached";

const tell = (text: string) => console.log(`${new Date().toISOString().slice(11, 19)}  ${text}`);

function candidates(copy: string): Mutant[] {
  const found: Mutant[] = [];
  for (const name of room.split(",")) {
    const files = readdirSync(join(copy, "src", name), { recursive: true }) as string[];
    for (const file of files.map((one) => join("src", name, one)).sort()) {
      if (!file.endsWith(".ts") || file.includes("/generated/") || !file.includes(only)) continue;
      const source = readFileSync(join(copy, file), "utf8");
      for (const mutation of mutationsIn(source)) found.push(mutantOf(file, source, mutation));
    }
  }
  return found;
}

function mutantOf(file: string, source: string, mutation: Mutation): Mutant {
  const { start, end, replacement } = mutation;
  const line = source.slice(0, start).split("\n").length;
  return { ...mutation, file, line, before: source.slice(start, end).split("\n").join(" "), after: replacement };
}

/** Mulberry32: the same changes for the same seed. */
function randomOf(seeded: number): () => number {
  let state = seeded;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function chosen(all: Mutant[], many: number): Mutant[] {
  const random = randomOf(Number(seed));
  const left = [...all];
  return Array.from({ length: Math.min(many, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
}

const asRun = (source: string) => transformSync(source, { loader: "ts", minify: true }).code;

async function judge(copy: string, mutant: Mutant, reach: Reach): Promise<Verdict> {
  const path = join(copy, mutant.file);
  const source = readFileSync(path, "utf8");
  const changed = source.slice(0, mutant.start) + mutant.replacement + source.slice(mutant.end);
  if (changesNothing(mutant)) return "nothing";
  if (asRun(changed) === asRun(source)) return "same";
  const tests = reach.testsOf(mutant.file, mutant.within).slice(0, MOST_TESTS);
  writeFileSync(path, changed);
  try {
    if (tests.length > 0) {
      const { outcome } = await runVitest(copy, ["--bail=1", ...tests], MUTANT_SECONDS);
      if (outcome !== "passed") return "noticed";
    }
    const compiled = spawnSync(join(ROOT, "node_modules/.bin/tsc"), ["--noEmit", "-p", copy], { cwd: copy });
    if (compiled.status !== 0) return "compiler";
    return tests.length === 0 ? "unreached" : "unnoticed";
  } finally {
    writeFileSync(path, source);
  }
}

const said = ({ file, line, kind, before, after }: Mutant) =>
  `${file}:${line}  ${kind}: ${before.slice(0, 100)}  →  ${after.slice(0, 100) || "(nothing)"}`;

setPriority(NICE);
const copy = await copyTree();
const leave = () => rm(copy, { recursive: true, force: true });
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    stopRunning();
    void leave().finally(() => process.exit(1));
  });
}

const all = candidates(copy);
const mutants = chosen(all, Number(count));
tell(`${mutants.length} of ${all.length} changes that can be made in ${room}, seed ${seed}`);
const reach = await reachOf(copy, tell);
const verdicts = new Map<Verdict, Mutant[]>();
for (const [n, mutant] of mutants.entries()) {
  const verdict = await judge(copy, mutant, reach);
  verdicts.set(verdict, [...(verdicts.get(verdict) ?? []), mutant]);
  tell(`${String(n + 1).padStart(3)}/${mutants.length} ${verdict.padEnd(9)} ${said(mutant)}`);
}
await leave();

const many = (verdict: Verdict) => verdicts.get(verdict)?.length ?? 0;
for (const verdict of ["unnoticed", "unreached"] as const) {
  for (const mutant of verdicts.get(verdict) ?? []) console.log(`${verdict.toUpperCase()}  ${said(mutant)}`);
}
const missed = many("unnoticed") + many("unreached");
console.log(
  `${room}: ${many("noticed") + many("compiler")} of ${many("noticed") + many("compiler") + missed} noticed ` +
    `(${many("noticed")} by tests, ${many("compiler")} by the compiler), ${missed} not; ` +
    `${many("same") + many("nothing")} change nothing`,
);
process.exit(0);
