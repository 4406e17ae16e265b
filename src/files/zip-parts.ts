// The gate before every reader of archives: what an archive says about itself is judged first, then held to its word.
import yauzl from "yauzl";
import { BOMB, MOST_PARTS, MOST_UNPACKED_BYTES } from "./bounds/bounds.js";
import { FileRefusal } from "./bounds/file-refusal.js";

export interface ZipParts {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The part's bytes as they are unpacked. @throws FileRefusal, also in the middle */
  unpack(name: string): AsyncIterable<Buffer>;
}

/** Opens an archive without unpacking anything. @throws FileRefusal when it is cut off, locked or a bomb */
export async function openZip(bytes: Uint8Array): Promise<ZipParts> {
  const archive = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const entries = await listEntries(archive);
  judge([...entries.values()]);
  const unpacked = { bytes: 0 };
  const find = (name: string) => entries.get(name.toLowerCase());
  return {
    names: [...entries.values()].map(({ fileName }) => fileName),
    has: (name) => find(name) !== undefined,
    unpack: (name) => unpackEntry(archive, find(name), unpacked),
  };
}

async function open(buffer: Buffer): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true });
  } catch (fault) {
    // The list of parts stands at the end: an archive without one has lost its end.
    throw new FileRefusal("cut-off", messageOf(fault));
  }
}

/** By name in small letters: some programs write "Workbook.xml" and refer to "workbook.xml". */
async function listEntries(archive: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  try {
    for await (const entry of archive.eachEntry()) {
      if (entries.size >= MOST_PARTS) break;
      entries.set(entry.fileName.toLowerCase(), entry);
    }
  } catch (fault) {
    throw new FileRefusal(refusalOf(fault), messageOf(fault));
  }
  if (entries.size >= MOST_PARTS) throw new FileRefusal("bomb", `more than ${MOST_PARTS} parts`);
  return entries;
}

/** Parts that hold no table are never unpacked: logos, themes, settings of printers. */
const IS_READ = /\.(xml|rels)$/i;

function judge(entries: readonly yauzl.Entry[]): void {
  if (entries.some((entry) => entry.isEncrypted())) throw new FileRefusal("password", "an encrypted part");
  const read = entries.filter(({ fileName }) => IS_READ.test(fileName));
  for (const { uncompressedSize: size, compressedSize: packed } of read) {
    if (size > BOMB.fromBytes && size > packed * BOMB.ratio)
      throw new FileRefusal("bomb", `${packed} to ${size} bytes`);
  }
  const total = read.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (total > MOST_UNPACKED_BYTES) throw new FileRefusal("too-big", `${total} bytes unpacked`);
}

async function* unpackEntry(
  archive: yauzl.ZipFile,
  entry: yauzl.Entry | undefined,
  unpacked: { bytes: number },
): AsyncGenerator<Buffer> {
  if (entry === undefined) throw new FileRefusal("broken", "a part that is not there");
  try {
    // Counts while it unpacks: more bytes than the archive declared end the stream at once.
    for await (const chunk of await archive.openReadStreamPromise(entry)) {
      unpacked.bytes += (chunk as Buffer).length;
      // A workbook may name one large part as a thousand sheets.
      if (unpacked.bytes > MOST_UNPACKED_BYTES) throw new FileRefusal("bomb", "one part for many sheets");
      yield chunk as Buffer;
    }
  } catch (fault) {
    if (fault instanceof FileRefusal) throw fault;
    throw new FileRefusal(refusalOf(fault), messageOf(fault));
  }
}

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}

function refusalOf(fault: unknown): "bomb" | "password" | "broken" | "cut-off" {
  const message = messageOf(fault);
  if (/too many bytes/.test(message)) return "bomb";
  if (/encrypt/.test(message)) return "password";
  return /unexpected E(nd )?O?F|overflows file bounds|not enough bytes/i.test(message) ? "cut-off" : "broken";
}
