// Where the database stood when this program looked last, in a file beside it: a database that is behind it was put back from a backup.
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { PRIVATE_FILE } from "./private-folder.js";

export interface Mark {
  /** Of its server and the database there. */
  identity: string;
  /** The number of the latest post, which never goes back by itself. */
  posted: number;
  /** How often any program has noted where it stands: this goes on also while nothing is posted. */
  noted: number;
  /** When the last restore known by then was noticed, in milliseconds; null: there was none; missing: the program of then did not say. */
  restoredAt?: number | null | undefined;
}

const aMark = z.object({
  identity: z.string(),
  posted: z.number(),
  noted: z.number().default(0),
  restoredAt: z.number().nullish(),
});

/** Whether a database that stands so was put back from a backup since it stood as `before`, and nobody has noticed yet. */
export function isBehind(standing: Mark, before: Mark): boolean {
  // The folder of another database says nothing about this one.
  if (standing.identity !== before.identity) return false;
  // A process beside this one has noticed it already.
  if (before.restoredAt !== undefined && (standing.restoredAt ?? 0) > (before.restoredAt ?? 0)) return false;
  return standing.noted < before.noted || standing.posted < before.posted;
}

/** Null where there is none, or none that can be read: then the database's own word is all there is. */
export async function readMark(folder: string): Promise<Mark | null> {
  const text = await readFile(pathIn(folder), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return aMark.safeParse(parsed(text)).data ?? null;
}

/** Whole or not at all, also where the process ends in the middle. */
export async function writeMark(folder: string, mark: Mark): Promise<void> {
  const next = `${pathIn(folder)}.next`;
  await writeFile(next, JSON.stringify(mark), { mode: PRIVATE_FILE });
  await rename(next, pathIn(folder));
}

const pathIn = (folder: string) => join(folder, "stood-at.json");

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Cut off by a full disk: as good as none.
    return null;
  }
}
