// Our own copies of files, kept in memory: a stage leaves nothing on the disk.
import { fileTypeOf } from "../../../src/domain/reports/file-type.js";
import type { Download, Files } from "../../../src/ports/own-data/files.js";
import { placeOf } from "../../../src/storage/folders/files.js";

export function memoryFiles(download: Download): Files & { kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    async keep(fileId) {
      const fetched = await download(fileId);
      if (fetched.kind !== "bytes") return fetched;
      const storedAs = placeOf(fileId);
      kept.set(storedAs, fetched.bytes);
      return { kind: "kept", storedAs, byteSize: fetched.bytes.length, mimeType: fileTypeOf(fetched.bytes) };
    },
    async remove(storedAs) {
      kept.delete(storedAs);
    },
  };
}
