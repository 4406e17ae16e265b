// One process a folder: a lock file that names its holder and is taken over when that process is gone.
import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";
import { PRIVATE_FILE } from "./private-folder.js";

export class FolderInUseError extends Error {
  constructor(folder: string, holder: number) {
    super(
      `The folder ${folder} is in use by process ${holder}. Stop that process, or set DATA_DIR to another folder, or use PostgreSQL by DATABASE_URL.`,
    );
  }
}

/** Takes the folder for this process and returns what gives it back. */
export function lockFolder(folder: string): () => void {
  const path = join(folder, "in-use.pid");
  const holder = readHolder(path);
  if (holder !== undefined && holder !== process.pid && isAlive(holder)) throw new FolderInUseError(folder, holder);
  if (holder !== undefined) unlinkSync(path);
  // "wx" fails when another process was quicker: better no start than two.
  const file = openSync(path, "wx", PRIVATE_FILE);
  writeSync(file, String(process.pid));
  closeSync(file);
  return () => {
    if (readHolder(path) === process.pid) unlinkSync(path);
  };
}

function readHolder(path: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(path, "utf8"), 10);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    // Signal 0 asks whether the process exists and sends nothing.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
