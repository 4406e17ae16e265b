// Puts a backup into an empty database and an empty folder. The bot that starts on them knows that it was restored, and holds what waits.
import { createReadStream } from "node:fs";
import { chmod, copyFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import {
  BackupError,
  loadTables,
  refuseOtherColumns,
  refusePeople,
  type TableToLoad,
} from "../storage/backup/load-tables.js";
import type { Database } from "../storage/engine/database.js";
import { makePrivateFolder, PRIVATE_FILE } from "../storage/folders/private-folder.js";
import { applyMigrations, NewerDatabaseError } from "../storage/migrations/migrate.js";
import { readMigrations } from "../storage/migrations/migrations.js";
import { markAsBackup } from "../storage/upkeep/restores.js";
import { removeAllLeftovers, removeOldLeftovers } from "./leftovers.js";
import { FILES, TABLES } from "./manifest.js";
import { inWordsWhenFull } from "./no-room.js";
import { openBackup } from "./open-backup.js";

export interface Restoration {
  takenAt: string;
  rows: number;
  files: number;
}

/** Some hundred kilobytes each. */
const LINES_AT_ONCE = 2000;

/** @throws BackupError, before a row or a file is changed. A full disk may leave files: the next try writes them again. */
export async function restoreBackup({
  archive,
  database,
  dataDir,
  now,
}: {
  archive: string;
  database: Database;
  dataDir: string;
  now: Date;
}): Promise<Restoration> {
  await removeOldLeftovers(dirname(archive), now);
  // A restore is alone with its folder.
  await removeAllLeftovers(dataDir);
  const { manifest, folder, close } = await openBackup(archive, [dirname(archive), dataDir]);
  try {
    // Before the first change. Files too: a live DATA_DIR would have those of everybody again who was erased since the backup.
    await database.patiently(refusePeople);
    // As far as the backup had come; the rest once its people are in it, as at an upgrade.
    const known = await readMigrations();
    const missing = manifest.migrations.filter((name) => !known.some((one) => one.name === name));
    if (missing.length > 0) {
      throw new BackupError(
        `The backup is newer than this program: it holds ${missing.join(", ")}. Use the version that wrote it.`,
      );
    }
    const migrations = known.filter(({ name }) => manifest.migrations.includes(name));
    await database.patiently(async (prisma) => {
      await applyMigrations({ prisma }, { migrations }).catch((error: unknown) => {
        if (!(error instanceof NewerDatabaseError)) throw error;
        throw new BackupError(
          "A later version of the bot was started on this database already, so the backup does not fit in. It holds nobody: drop the database, create it anew, and restore before the bot is started.",
        );
      });
      await refuseOtherColumns(prisma, manifest.tables);
    });
    // The files first: rows without their files would be a promise that nobody can keep.
    const files = await copyFiles(manifest.members, folder, dataDir);
    const tables = manifest.tables.map(
      ({ shape }): TableToLoad => ({
        shape,
        lines: () =>
          linesOf(
            join(folder, TABLES, `${shape.name}.jsonl`),
            manifest.members.some(({ path }) => path === `${TABLES}/${shape.name}.jsonl`),
          ),
      }),
    );
    await database.patiently(async (prisma) => {
      await loadTables({ prisma }, { tables, sequences: manifest.sequences });
      await applyMigrations({ prisma });
      await markAsBackup(prisma);
    });
    return { takenAt: manifest.takenAt, rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0), files };
  } catch (error) {
    throw inWordsWhenFull(error, `for the files of people in ${dataDir}`);
  } finally {
    await close();
  }
}

async function copyFiles(members: { path: string }[], folder: string, dataDir: string): Promise<number> {
  const target = join(dataDir, FILES);
  const wanted = members.filter(({ path }) => path.startsWith(`${FILES}/`));
  const placeOf = (path: string) => resolve(target, relative(FILES, path));
  // The manifest is only as honest as the hand that the archive came from.
  const outside = wanted.find(({ path }) => !placeOf(path).startsWith(resolve(target) + sep));
  if (outside !== undefined) throw new BackupError(`The backup names a file outside of its folder: ${outside.path}.`);
  await makePrivateFolder(dataDir);
  for (const { path } of wanted) {
    const to = placeOf(path);
    await makePrivateFolder(dirname(to));
    await copyFile(join(folder, path), to);
    await chmod(to, PRIVATE_FILE);
  }
  return wanted.length;
}

/** Tables without a row have no file. */
async function* linesOf(path: string, isThere: boolean): AsyncIterable<string[]> {
  if (!isThere) return;
  let some: string[] = [];
  for await (const line of eachLine(path)) {
    some.push(line);
    if (some.length < LINES_AT_ONCE) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** By line feeds alone. Node's own reader of lines breaks at U+2028 too from Node 24 on, which may stand within a line of JSON. */
async function* eachLine(path: string): AsyncIterable<string> {
  let rest = "";
  for await (const chunk of createReadStream(path, "utf8")) {
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}
