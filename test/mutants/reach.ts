// Which test files call which functions: found by one run of the suite, and kept until the tests or the sources change.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ROOT } from "./copy-of-tree.js";
import { runVitest } from "./run-vitest.js";

export interface Reach {
  /** The cheapest first. */
  testsOf(file: string, within: string | null): string[];
}

interface Noted {
  test: string;
  called: Record<string, string[]>;
}

const SUITE_MINUTES = 90;

export async function reachOf(copy: string, tell: (text: string) => void): Promise<Reach> {
  const kept = join(ROOT, "data/mutants", `reach-${await hashOf(copy)}.json`);
  const known = await readFile(kept, "utf8").catch(() => null);
  const noted = known === null ? await noteAll(copy, kept, tell) : (JSON.parse(known) as Noted[]);
  return { testsOf: (file, within) => testsOf(noted, file, within) };
}

/** Test files that fail by themselves are left out: they would notice everything. */
async function noteAll(copy: string, kept: string, tell: (text: string) => void): Promise<Noted[]> {
  tell("The whole suite runs once, to learn which tests call which functions …");
  const folder = join(copy, "reached");
  const ran = await runVitest(copy, ["--config", "test/mutants/reach.config.ts"], SUITE_MINUTES * 60, {
    REACHED_FOLDER: folder,
  });
  const noted: Noted[] = [];
  for (const name of await readdir(folder)) noted.push(JSON.parse(await readFile(join(folder, name), "utf8")) as Noted);
  await rm(folder, { recursive: true });
  const sound = noted.filter(({ test }) => !ran.failed.includes(test));
  for (const test of ran.failed) tell(`left out, as it fails without any change: ${test}`);
  await mkdir(dirname(kept), { recursive: true });
  await writeFile(kept, JSON.stringify(sound));
  return sound;
}

function testsOf(noted: readonly Noted[], file: string, within: string | null): string[] {
  const calls = noted.flatMap(({ test, called }) => {
    const names = (called[file] ?? []).filter((name) => name !== "");
    const isReached = within === null ? names.length > 0 : names.includes(within);
    // Who calls little is about it.
    return isReached ? [{ test, breadth: Object.keys(called).length }] : [];
  });
  return calls.sort((a, b) => a.breadth - b.breadth).map(({ test }) => test);
}

async function hashOf(copy: string): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of ["src", "test"]) {
    const all = await readdir(join(copy, folder), { recursive: true });
    const names = all.filter((name) => name.endsWith(".ts") && !/^(mutants|generated)\b/.test(name));
    for (const name of names.sort()) hash.update(name).update(await readFile(join(copy, folder, name)));
  }
  return hash.digest("hex").slice(0, 12);
}
