// The newest archive of a folder: which it is, how old, and whether it is time for the next.
import { readdir } from "node:fs/promises";
import { madeAt } from "./backup-name.js";

/** 02.00 in Jakarta, in UTC: nobody works with the bot then. */
const NIGHT_UTC_HOUR = 19;
const DAY_MILLISECONDS = 24 * 3_600_000;

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

/**
 * Whether none was made since the last 02.00 in Jakarta. Asked each hour it makes one a night; one that failed is tried again an hour later,
 * and a machine that was off in the night makes up for it when it is on again.
 */
export async function isBackupDue(folder: string, now: Date): Promise<boolean> {
  const newest = await findNewestBackup(folder, now);
  return typeof newest === "string" || newest.madeAt.getTime() < lastNight(now);
}

/**
 * In seconds, of the newest one. Where the folder holds none yet, since `from`, when somebody began to look: one that never comes must be
 * noticed too. Undefined where no folder of backups can be seen: they are made elsewhere, or in another way.
 */
export async function backupAgeSeconds(folder: string, now: Date, from: Date): Promise<number | undefined> {
  const newest = await findNewestBackup(folder, now);
  if (newest === "unseen") return undefined;
  const since = newest === "none" ? from : newest.madeAt;
  return (now.getTime() - since.getTime()) / 1000;
}

function lastNight(now: Date): number {
  const tonight = new Date(now).setUTCHours(NIGHT_UTC_HOUR, 0, 0, 0);
  return tonight > now.getTime() ? tonight - DAY_MILLISECONDS : tonight;
}
