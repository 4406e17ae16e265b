// A full disk in words: else it reads as if the archive were broken.
import { BackupError } from "../storage/backup/load-tables.js";

/** The same error, or a BackupError where a disk or a share of it is full. `wanted`: what there is no room for, and where. */
export function inWordsWhenFull(error: unknown, wanted: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== "ENOSPC" && code !== "EDQUOT") return error;
  return new BackupError(`There is no room ${wanted}. Free some there, and try again.`);
}
