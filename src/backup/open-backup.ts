// Unpacks an archive beside itself and checks every byte of it, before anything of it is believed.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extract } from "tar";
import { BackupError } from "../storage/backup/load-tables.js";
import { aManifest, FORMAT, MANIFEST, type Manifest } from "./manifest.js";

export interface OpenBackup {
  manifest: Manifest;
  /** Where its files lie, as the manifest names them. */
  folder: string;
  /** Removes the folder. */
  close(): Promise<void>;
}

/** @throws BackupError for what is no backup, not whole, or of a later program. */
export async function openBackup(archive: string): Promise<OpenBackup> {
  await stat(archive).catch(() => {
    throw new BackupError(`There is no file ${archive}.`);
  });
  const folder = await mkdtemp(join(tmpdir(), "backup-"));
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
    throw error;
  }
}

/** All at once: broken off in the middle, nothing is still being written when the folder is removed. */
function unpack(archive: string, folder: string): void {
  try {
    extract({ file: archive, cwd: folder, strict: true, sync: true });
  } catch (error) {
    throw new BackupError(
      `${archive} cannot be unpacked: it is no backup, or not whole (${(error as Error).message}).`,
    );
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
