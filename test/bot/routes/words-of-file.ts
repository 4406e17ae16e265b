// What can be read in a file that the bot sends: as text, and in each part of a workbook.
import { inflateRawSync } from "node:zlib";

const END_OF_DIRECTORY = 0x06054b50;

export async function wordsOfFile(bytes: Uint8Array): Promise<string> {
  const file = Buffer.from(bytes);
  return file.subarray(0, 2).toString("latin1") === "PK" ? partsOf(file).join("\n") : file.toString("utf8");
}

/** Read from the directory at its end: what stands before a part may not know the part's length. */
function partsOf(file: Buffer): string[] {
  let end = file.length - 22;
  while (file.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  const parts: string[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size, start] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt32LE(at + 42)];
    const from = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28);
    const part = file.subarray(from, from + size);
    parts.push((method === 0 ? part : inflateRawSync(part)).toString("utf8"));
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}
