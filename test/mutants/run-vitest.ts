// Runs tests in the copy of the tree, one file at a time.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./copy-of-tree.js";

export interface Ran {
  /** "late": it took more time than there was, as a change does that never ends. */
  outcome: "passed" | "failed" | "late";
  /** Files that failed, from the copy. */
  failed: string[];
}

let running: ReturnType<typeof spawn> | null = null;

/** What runs at this moment ends with its workers. */
export function stopRunning(): void {
  if (running?.pid !== undefined) process.kill(-running.pid, "SIGKILL");
}

export async function runVitest(
  copy: string,
  args: readonly string[],
  seconds: number,
  env: Record<string, string> = {},
): Promise<Ran> {
  const report = join(copy, "report.json");
  await rm(report, { force: true });
  const always = ["run", "--maxWorkers=1", "--retry=0", "--reporter=json", `--outputFile=${report}`];
  const child = spawn(join(ROOT, "node_modules/.bin/vitest"), [...always, ...args], {
    ...{ cwd: copy, env: { ...process.env, ...env }, stdio: "ignore", detached: true },
  });
  running = child;
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    stopRunning();
  }, seconds * 1000);
  const [code] = (await once(child, "exit")) as [number | null];
  clearTimeout(timer);
  running = null;
  if (isLate) return { outcome: "late", failed: [] };
  return { outcome: code === 0 ? "passed" : "failed", failed: await failedIn(report, copy) };
}

async function failedIn(report: string, copy: string): Promise<string[]> {
  const text = await readFile(report, "utf8").catch(() => null);
  if (text === null) return [];
  const { testResults } = JSON.parse(text) as { testResults: { name: string; status: string }[] };
  return testResults.filter(({ status }) => status !== "passed").map(({ name }) => name.replace(`${copy}/`, ""));
}
