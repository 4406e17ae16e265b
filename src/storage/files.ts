// Our own copies of the files that people sent, below DATA_DIR/files.
import { createHash } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Download, Files } from "../ports/files.js";

export function createFiles({ folder, download }: { folder: string; download: Download }): Files {
  return {
    async keep(fileId) {
      const fetched = await download(fileId);
      if (fetched.kind !== "bytes") return fetched;
      const storedAs = placeOf(fileId);
      const path = join(folder, storedAs);
      await mkdir(dirname(path), { recursive: true });
      // Under another name first: a copy cut short by a crash must not look like a whole one.
      await writeFile(`${path}.part`, fetched.bytes);
      await rename(`${path}.part`, path);
      return { kind: "kept", storedAs, byteSize: fetched.bytes.length };
    },
    async remove(storedAs) {
      await rm(join(folder, storedAs), { force: true });
    },
  };
}

/** By what Telegram calls it, never by what people called it; two letters a folder keep folders small. */
export function placeOf(fileId: string): string {
  const name = createHash("sha256").update(fileId).digest("hex").slice(0, 40);
  return `${name.slice(0, 2)}/${name}`;
}
