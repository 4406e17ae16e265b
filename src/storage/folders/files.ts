// Our own copies of the files that people sent, below DATA_DIR/files.
import { createHash } from "node:crypto";
import { chmod, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileTypeOf } from "../../domain/reports/file-type.js";
import type { Download, Files, KeptFile } from "../../ports/own-data/files.js";
import { makePrivateFolder, PRIVATE_FILE } from "./private-folder.js";

export function createFiles({ folder, download }: { folder: string; download: Download }): Files {
  return {
    async keep(fileId) {
      const fetched = await download(fileId);
      if (fetched.kind !== "bytes") return fetched;
      const storedAs = placeOf(fileId);
      const refused = await write(join(folder, storedAs), fetched.bytes);
      return refused ?? { kind: "kept", storedAs, byteSize: fetched.bytes.length, mimeType: fileTypeOf(fetched.bytes) };
    },
    async remove(storedAs) {
      await rm(join(folder, storedAs), { force: true });
    },
  };
}

/** Null when it was written; what the system refuses is returned, for a full disk is nobody's bug. */
async function write(path: string, bytes: Uint8Array): Promise<KeptFile | null> {
  try {
    await makePrivateFolder(dirname(path));
    await writeWhole(path, bytes);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code !== "string") throw error;
    return { kind: "failed", cause: code };
  }
}

/** Under another name first: a copy cut short by a crash must not look like a whole one. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.part`;
  try {
    await writeFile(part, bytes, { mode: PRIVATE_FILE });
    // A part left by a process that was killed keeps the mode that it had.
    await chmod(part, PRIVATE_FILE);
    await rename(part, path);
  } catch (error) {
    // On a disk that is full the half of a file takes the place of whole ones.
    await rm(part, { force: true });
    throw error;
  }
}

/** By what Telegram calls it, never by what people called it; two letters a folder keep folders small. */
export function placeOf(fileId: string): string {
  const name = createHash("sha256").update(fileId).digest("hex").slice(0, 40);
  return `${name.slice(0, 2)}/${name}`;
}
