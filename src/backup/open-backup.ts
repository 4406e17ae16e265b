// Unpacks an archive and checks every byte of it, before anything of it is believed.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { extract } from "tar";
import { BackupError } from "../storage/backup/load-tables.js";
import { makePrivateFolder } from "../storage/folders/private-folder.js";
import { UNPACKED } from "./leftovers.js";
import { aManifest, FORMAT, MANIFEST, type Manifest } from "./manifest.js";
import { inWordsWhenFull } from "./no-room.js";

export interface OpenBackup {
  manifest: Manifest;
  /** Where its files lie, as the manifest names them. */
  folder: string;
  /** Removes the folder. */
  close(): Promise<void>;
}

/**
 * `places`: the first of these folders that can be written is where it is unpacked. Not the system's own for what is temporary: that is often
 * memory, and small. @throws BackupError for what is no backup, not whole, or of a later program, and where there is no room.
 */
export async function openBackup(archive: string, places: readonly string[]): Promise<OpenBackup> {
  await stat(archive).catch(() => {
    throw new BackupError(`There is no file ${archive}.`);
  });
  const folder = await folderIn(places);
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    unpack(archive, folder);
    const manifest = await readManifest(folder, archive);
    for (const member of manifest.members) {
      const found = await digestOf(join(folder, member.path));
      if (found !== member.sha256)
        throw new BackupError(`${archive} is damaged: ${member.path} is not what was put in.`);
    }
    return { manifest, folder, close };
  } catch (error) {
    await close();
    throw inWordsWhenFull(error, `to unpack ${archive} in ${dirname(folder)}`);
  }
}

async function folderIn([place = "", ...others]: readonly string[]): Promise<string> {
  try {
    // One that is there stays as open or closed as it is: it may be anybody's.
    if (!(await isThere(place))) await makePrivateFolder(place);
    return await mkdtemp(join(place, UNPACKED));
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (others.length > 0 && ["EACCES", "EPERM", "EROFS"].includes(code)) return folderIn(others);
    throw error;
  }
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** All at once: broken off in the middle, nothing is still being written when the folder is removed. */
function unpack(archive: string, folder: string): void {
  try {
    extract({ file: archive, cwd: folder, strict: true, sync: true });
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    // What the system says is about the disk and not about the archive; tar and zlib have words of another kind.
    if (/^E[A-Z]+$/.test(code)) throw error;
    throw new BackupError(`${archive} cannot be unpacked: it is no backup, or not whole (${message}).`);
  }
}

async function readManifest(folder: string, archive: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => "");
  const manifest = aManifest.safeParse(text === "" ? null : JSON.parse(text)).data;
  if (manifest === undefined) throw new BackupError(`${archive} is no backup of this program.`);
  if (manifest.format > FORMAT)
    throw new BackupError(`${archive} was written by a later version of this program. Use that one.`);
  return manifest;
}

async function digestOf(path: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  return hash.digest("hex");
}
