// What a killed process leaves: the rows of people, unpacked. Nobody else removes it, and night after night it fills the disk.
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** How the folders begin in which a backup is put together, and one is unpacked. Nobody else's begin so: they are removed without asking. */
export const STAGING = ".tindak-lanjut-staging-";
export const UNPACKED = ".tindak-lanjut-unpacked-";

/** No backup takes as long. */
const AGE_MILLISECONDS = 24 * 3_600_000;

/** Those of a day ago or earlier: another process may be at work in a younger one. */
export function removeOldLeftovers(folder: string, now: Date): Promise<void> {
  return removeLeftovers(folder, now.getTime() - AGE_MILLISECONDS);
}

/** Where nobody else is at work: of any age. */
export function removeAllLeftovers(folder: string): Promise<void> {
  return removeLeftovers(folder, Number.POSITIVE_INFINITY);
}

async function removeLeftovers(folder: string, before: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(STAGING) || one.startsWith(UNPACKED))) {
    const path = join(folder, name);
    // Where this user may only read, somebody else cleans; that is no reason to make no backup.
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory() && found.mtimeMs <= before) await rm(path, { recursive: true }).catch(() => {});
  }
}
