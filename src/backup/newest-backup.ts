// The newest archive of a folder, for those who look whether there is one.
import { readdir } from "node:fs/promises";
import { madeAt } from "./backup-name.js";

export interface NewestBackup {
  name: string;
  /** As its name says. */
  madeAt: Date;
}

/** "unseen": there is no such folder, or this user may not look into it. One from the future is a clock's mistake, and hides none. */
export async function findNewestBackup(folder: string, now: Date): Promise<NewestBackup | "none" | "unseen"> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return "unseen";
  const backups = names
    .map((name) => ({ name, madeAt: madeAt(name) }))
    .filter((one): one is NewestBackup => one.madeAt !== null && one.madeAt <= now);
  return backups.sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime())[0] ?? "none";
}
