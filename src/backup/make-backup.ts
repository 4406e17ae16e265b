// Makes one archive of the database and of the files that people sent, looks through it once, and lets the oldest ones go.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { appendFile, copyFile, link, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { create } from "tar";
import { dumpTables } from "../storage/backup/dump-tables.js";
import { BackupError } from "../storage/backup/load-tables.js";
import type { Database } from "../storage/engine/database.js";
import { makeWritableFolder, PRIVATE_FILE } from "../storage/folders/private-folder.js";
import { backupName, isBackupName } from "./backup-name.js";
import { removeOldLeftovers, STAGING } from "./leftovers.js";
import { FILES, FORMAT, MANIFEST, type Manifest, type Member, TABLES } from "./manifest.js";
import { inWordsWhenFull } from "./no-room.js";
import { openBackup } from "./open-backup.js";

export interface BackupOptions {
  database: Pick<Database, "prisma">;
  dataDir: string;
  /** The folder in which the archives lie. */
  to: string;
  /** So many are kept, this one counted. */
  keep: number;
  now: Date;
}

export interface Backup {
  path: string;
  bytes: number;
  rows: number;
  files: number;
  /** Older archives that were let go. */
  removed: string[];
}

/** Never half an archive: it gets its name when it is whole and was read once. @throws BackupError when the folder cannot be written or is full; else what the system says. */
export async function makeBackup({ database, dataDir, to, keep, now }: BackupOptions): Promise<Backup> {
  const fault = await makeWritableFolder(to);
  if (fault !== null)
    throw new BackupError(
      `Backups cannot be written to ${to}: ${fault}. Let the user that runs this own the folder, or name another one by --to or BACKUPS_DIR.`,
    );
  for (const folder of [to, dataDir]) await removeOldLeftovers(folder, now);
  const staging = await mkdtemp(join(to, STAGING));
  try {
    const { rows, files } = await fillStaging(staging, { database, dataDir, now });
    const name = backupName(now);
    const archive = join(staging, name);
    await create({ cwd: staging, file: archive, gzip: true, mode: PRIVATE_FILE }, [MANIFEST, TABLES, FILES]);
    // A backup that cannot be read is none: its every byte is compared with what was put in.
    await (await openBackup(archive, [staging])).close();
    const path = join(to, name);
    await rename(archive, path);
    return { path, bytes: (await stat(path)).size, rows, files, removed: await removeOldest(to, keep) };
  } catch (error) {
    throw inWordsWhenFull(error, `for a backup in ${to}`);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function fillStaging(
  staging: string,
  { database, dataDir, now }: Pick<BackupOptions, "database" | "dataDir" | "now">,
): Promise<{ rows: number; files: number }> {
  await mkdir(join(staging, TABLES));
  await mkdir(join(staging, FILES));
  const dump = await dumpTables(database, (table, lines) =>
    appendFile(join(staging, TABLES, `${table}.jsonl`), `${lines.join("\n")}\n`, { mode: PRIVATE_FILE }),
  );
  // After the rows: a file that comes meanwhile is one too many, never one too few.
  const files = await linkFiles(join(dataDir, FILES), join(staging, FILES));
  const paths = (await readdir(staging, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(staging, join(entry.parentPath, entry.name)));
  const members: Member[] = [];
  for (const path of paths.sort()) members.push({ path, ...(await measured(join(staging, path))) });
  const manifest: Manifest = { format: FORMAT, takenAt: now.toISOString(), ...dump, members };
  await writeFile(join(staging, MANIFEST), JSON.stringify(manifest), { mode: PRIVATE_FILE });
  return { rows: dump.tables.reduce((sum, table) => sum + table.rows, 0), files };
}

/** As they are now: one that is erased meanwhile stays in this archive, and goes with it. */
async function linkFiles(from: string, to: string): Promise<number> {
  let count = 0;
  for (const entry of await entriesOf(from)) {
    // Half a copy that was broken off.
    if (!entry.isFile() || entry.name.endsWith(".part")) continue;
    const source = join(entry.parentPath, entry.name);
    const target = join(to, relative(from, source));
    await mkdir(join(target, ".."), { recursive: true });
    if (await isLinked(source, target)) count += 1;
  }
  return count;
}

async function entriesOf(folder: string) {
  return readdir(folder, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
}

/** False: it was erased a moment ago. On another disk, or one without links, it is copied. */
async function isLinked(source: string, target: string): Promise<boolean> {
  try {
    await link(source, target).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") throw error;
      return copyFile(source, target);
    });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

async function measured(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** Their names tell when they were made. Only what has the name of a backup is touched. */
async function removeOldest(folder: string, keep: number): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => isBackupName(name)).sort();
  const old = names.slice(0, Math.max(0, names.length - keep));
  for (const name of old) await rm(join(folder, name));
  return old;
}
