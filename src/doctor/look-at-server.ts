// The machine: the folder of files, the room on its disk, the age of the last backup.
import { stat, statfs } from "node:fs/promises";
import { findNewestBackup } from "../backup/newest-backup.js";
import { probeFolder } from "../storage/folders/private-folder.js";
import { type Finding, look, ok, wrong } from "./finding.js";

const GIGABYTE = 1_000_000_000;
/** A month of 10,000 participants' photos takes about one. */
const ROOM_WANTED = 2 * GIGABYTE;
const ROOM_NEEDED = 0.2 * GIGABYTE;
const DAY_MILLISECONDS = 24 * 3_600_000;
/** One a night, and one night may fail: at two days two have. The admins hear of it after 30 hours (alarm-operators.ts). */
const OLDEST_BACKUP_DAYS = 2;

export interface Place {
  dataDir: string;
  backupsDir: string;
}

export async function lookAtServer({ dataDir, backupsDir }: Place, now: Date): Promise<Finding[]> {
  // It looks, and makes nothing.
  if (!(await isThere(dataDir)))
    return [ok("files", `DATA_DIR (${dataDir}) is not there yet: the first start makes it.`)];
  const unwritable = await probeFolder(dataDir);
  if (unwritable !== null) {
    const todo = "Let the user that runs the bot own the folder, or name another one in DATA_DIR.";
    return [wrong("files", `DATA_DIR (${dataDir}) cannot be written: ${unwritable}.`, todo)];
  }
  const { bavail, bsize } = await statfs(dataDir);
  const takesFiles = ok("files", `DATA_DIR (${dataDir}) takes files.`);
  return [takesFiles, roomLeft(bavail * bsize), await lastBackup(backupsDir, now)];
}

export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

export function roomLeft(bytes: number): Finding {
  const words = `${(bytes / GIGABYTE).toFixed(1)} GB are free where DATA_DIR lies.`;
  if (bytes < ROOM_NEEDED)
    return wrong("disk", words, "Free some room now: without it photos and messages are not kept.");
  return bytes < ROOM_WANTED
    ? look("disk", words, `Make room for ${ROOM_WANTED / GIGABYTE} GB: a month of photos takes about one.`)
    : ok("disk", words);
}

async function lastBackup(folder: string, now: Date): Promise<Finding> {
  const last = await findNewestBackup(folder, now);
  const todo =
    "Run npm run backup each night (compose.yaml has a service for it), and copy the archives to another machine. BACKUPS_DIR names the folder where they lie.";
  if (last === "unseen")
    return look("backup", `There is no folder ${folder}, or this user may not look into it.`, todo);
  if (last === "none") return look("backup", `There is none in ${folder}.`, todo);
  const days = Math.floor((now.getTime() - last.madeAt.getTime()) / DAY_MILLISECONDS);
  const words = `The last one, ${last.name}, is ${days === 1 ? "a day" : `${days} days`} old.`;
  return days >= OLDEST_BACKUP_DAYS ? look("backup", words, todo) : ok("backup", words);
}
