// The machine: the folder of files, the room on its disk, the age of the last backup.
import { readdir, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { isBackupName } from "../backup/backup-name.js";
import { probeFolder } from "../storage/folders/private-folder.js";
import { type Finding, look, ok, wrong } from "./finding.js";

const GIGABYTE = 1_000_000_000;
/** A month of 10,000 participants' photos takes about one. */
const ROOM_WANTED = 2 * GIGABYTE;
const ROOM_NEEDED = 0.2 * GIGABYTE;
const DAY_MILLISECONDS = 24 * 3_600_000;
/** One a night, and one night may fail. */
const OLDEST_BACKUP_DAYS = 2;

export async function lookAtServer(dataDir: string, now: Date): Promise<Finding[]> {
  // It looks, and makes nothing.
  if (!(await isThere(dataDir)))
    return [ok("files", `DATA_DIR (${dataDir}) is not there yet: the first start makes it.`)];
  const unwritable = await probeFolder(dataDir);
  if (unwritable !== null) {
    const todo = "Let the user that runs the bot own the folder, or name another one in DATA_DIR.";
    return [wrong("files", `DATA_DIR (${dataDir}) cannot be written: ${unwritable}.`, todo)];
  }
  const { bavail, bsize } = await statfs(dataDir);
  return [ok("files", `DATA_DIR (${dataDir}) takes files.`), roomLeft(bavail * bsize), await lastBackup(dataDir, now)];
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

async function lastBackup(dataDir: string, now: Date): Promise<Finding> {
  const folder = join(dataDir, "backups");
  const names = await readdir(folder).catch(() => []);
  const last = names.filter(isBackupName).sort().at(-1);
  const todo =
    "Run npm run backup each night (compose.yaml has a service for it), and copy the archives to another machine.";
  if (last === undefined) return look("backup", `There is none in ${folder}; one elsewhere is not looked for.`, todo);
  const { mtime } = await stat(join(folder, last));
  const days = Math.floor((now.getTime() - mtime.getTime()) / DAY_MILLISECONDS);
  const words = `The last one, ${last}, is ${days === 1 ? "a day" : `${days} days`} old.`;
  return days > OLDEST_BACKUP_DAYS ? look("backup", words, todo) : ok("backup", words);
}
