// A copy of the tree to make changes in: a run that is killed leaves the tree itself as it was.
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");
/** Below the tree, where packages are found; unknown to git. */
const COPIES = join(ROOT, "data/mutants");
/** Everything that a test reads. */
const COPIED = [
  ...["src", "test", "prisma", "package.json", "tsconfig.json", "vitest.config.ts"],
  ...["README.md", ".env.example", "Dockerfile", "compose.yaml", "NOTICE", "build.js"],
];

export async function copyTree(): Promise<string> {
  await removeLeftCopies();
  const copy = join(COPIES, String(process.pid));
  await mkdir(copy, { recursive: true });
  for (const name of COPIED) await cp(join(ROOT, name), join(copy, name), { recursive: true });
  return copy;
}

/** Of runs that were killed. */
async function removeLeftCopies(): Promise<void> {
  for (const name of await readdir(COPIES).catch(() => [])) {
    if (/^\d+$/.test(name) && !isAlive(Number(name))) await rm(join(COPIES, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
