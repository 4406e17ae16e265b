// The container of old Office files ([MS-CFB]): a small file system of sectors. Locked new workbooks come in it too.
import { FileRefusal } from "../bounds/file-refusal.js";

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** Sector numbers above this are marks: end of a chain, free, part of the table. */
const LAST_SECTOR = 0xfffffffa;
const KIND_STREAM = 2;
const KIND_ROOT = 5;

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly start: number;
  readonly size: number;
}

export interface CompoundFile {
  has(name: string): boolean;
  /** @throws FileRefusal when the file ends before the stream does */
  stream(name: string): Buffer | undefined;
}

/** @throws FileRefusal */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < HEADER_BYTES) throw new FileRefusal("cut-off", "no whole header");
  const sectors = new Sectors(file);
  const entries = entriesOf(sectors.chain(file.readUInt32LE(48)));
  const small = smallSectors(file, sectors, entries);
  const find = (name: string) => entries.find((entry) => entry.kind === KIND_STREAM && entry.name === name);
  return {
    has: (name) => find(name) !== undefined,
    stream: (name) => {
      const entry = find(name);
      if (entry === undefined) return undefined;
      const whole = entry.size < file.readUInt32LE(56) ? small(entry.start) : sectors.chain(entry.start);
      if (whole.length < entry.size) throw new FileRefusal("cut-off", "a stream without its end");
      return whole.subarray(0, entry.size);
    },
  };
}

/** The sectors of the file and the table of which follows which. */
class Sectors {
  private readonly size: number;
  private readonly next: Buffer;

  constructor(private readonly file: Buffer) {
    const power = file.readUInt16LE(30);
    if (power !== 9 && power !== 12) throw new FileRefusal("broken", "sectors of an unknown size");
    this.size = 1 << power;
    this.next = Buffer.concat(this.tableSectors().map((sector) => this.sector(sector)));
  }

  /** All sectors from this one on. A chain that is longer than the file runs in a circle. */
  chain(start: number): Buffer {
    return Buffer.concat(followChain(start, this.next, this.file.length / this.size).map((at) => this.sector(at)));
  }

  /** Where the table itself stands: the first 109 in the header, the rest in a chain of lists. */
  private tableSectors(): number[] {
    const found: number[] = [];
    for (let at = 76; at < HEADER_BYTES; at += 4) found.push(this.file.readUInt32LE(at));
    let list = this.file.readUInt32LE(68);
    for (let lists = 0; list < LAST_SECTOR; lists += 1) {
      if (lists * this.size > this.file.length) throw new FileRefusal("broken", "a chain in a circle");
      const sector = this.sector(list);
      for (let at = 0; at < this.size - 4; at += 4) found.push(sector.readUInt32LE(at));
      list = sector.readUInt32LE(this.size - 4);
    }
    return found.filter((sector) => sector < LAST_SECTOR);
  }

  private sector(number: number): Buffer {
    const start = (number + 1) * this.size;
    // The last sector may be shorter; a table that points behind the end of the file has lost it.
    if (start >= this.file.length) throw new FileRefusal("cut-off", "a sector behind the end");
    return this.file.subarray(start, start + this.size);
  }
}

function followChain(start: number, next: Buffer, most: number): number[] {
  const chain: number[] = [];
  for (let sector = start; sector < LAST_SECTOR; sector = next.readUInt32LE(sector * 4)) {
    if (chain.length > most) throw new FileRefusal("broken", "a chain in a circle");
    if (sector * 4 + 4 > next.length) throw new FileRefusal("cut-off", "a chain without its end");
    chain.push(sector);
  }
  return chain;
}

function entriesOf(directory: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const nameBytes = Math.min(Math.max(directory.readUInt16LE(at + 64) - 2, 0), 62);
    entries.push({
      name: directory.toString("utf16le", at, at + nameBytes),
      kind: directory.readUInt8(at + 66),
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    });
  }
  return entries;
}

/** Streams below 4 kB share sectors of 64 bytes within the root's own stream. */
function smallSectors(file: Buffer, sectors: Sectors, entries: readonly Entry[]): (start: number) => Buffer {
  const root = entries.find(({ kind }) => kind === KIND_ROOT);
  return (start) => {
    const size = 1 << file.readUInt16LE(32);
    const body = root === undefined ? Buffer.alloc(0) : sectors.chain(root.start);
    const next = sectors.chain(file.readUInt32LE(60));
    return Buffer.concat(
      followChain(start, next, body.length / size + 1).map((at) => body.subarray(at * size, (at + 1) * size)),
    );
  };
}
