// What old workbooks consist of ([MS-XLS]): a row of records, each a number, a length and so many bytes.
import { FileRefusal } from "../bounds/file-refusal.js";

/** The records that we read, by their numbers; all others are passed over. */
export const RECORD = {
  formula: 0x06,
  end: 0x0a,
  epoch: 0x22,
  password: 0x2f,
  continued: 0x3c,
  columns: 0x7d,
  sheet: 0x85,
  smallNumbers: 0xbd,
  richLabel: 0xd6,
  look: 0xe0,
  merges: 0xe5,
  strings: 0xfc,
  sharedText: 0xfd,
  number: 0x203,
  label: 0x204,
  truthOrError: 0x205,
  formulaText: 0x207,
  row: 0x208,
  smallNumber: 0x27e,
  format: 0x41e,
  beginning: 0x809,
} as const;

export interface XlsRecord {
  readonly kind: number;
  readonly data: Buffer;
}

/** From a place in the stream to the end of the part that begins there. @throws FileRefusal when the end is missing */
export function* recordsFrom(stream: Buffer, start: number): Generator<XlsRecord> {
  let depth = 0;
  for (let at = start; at + 4 <= stream.length; ) {
    const kind = stream.readUInt16LE(at);
    const end = at + 4 + stream.readUInt16LE(at + 2);
    if (end > stream.length) break;
    if (kind === RECORD.beginning) depth += 1;
    // Charts within a sheet are parts within the part.
    if (kind === RECORD.end) depth -= 1;
    yield { kind, data: stream.subarray(at + 4, end) };
    if (kind === RECORD.end && depth <= 0) return;
    at = end;
  }
  throw new FileRefusal("cut-off", "a part without its end");
}

/** Reads numbers and texts one after the other; a text may go on in the next of several buffers. */
export class RecordReader {
  private buffer = 0;
  private at = 0;

  constructor(private readonly buffers: readonly Buffer[]) {}

  byte(): number {
    return this.take(1).readUInt8();
  }

  short(): number {
    return this.take(2).readUInt16LE();
  }

  long(): number {
    return this.take(4).readUInt32LE();
  }

  /** A text with its length in front, in one or two bytes. */
  text(lengthBytes: 1 | 2): string {
    let left = lengthBytes === 1 ? this.byte() : this.short();
    let flags = this.byte();
    const runs = (flags & 8) === 0 ? 0 : this.short();
    const aid = (flags & 4) === 0 ? 0 : this.long();
    let text = "";
    while (left > 0) {
      if (this.isAtEnd()) {
        this.nextBuffer();
        // Says anew whether letters take one byte or two.
        flags = this.byte();
      }
      const width = (flags & 1) + 1;
      const letters = Math.min(left, Math.floor(this.room() / width));
      if (letters === 0) throw new FileRefusal("broken", "half a letter");
      text += this.take(letters * width).toString(width === 1 ? "latin1" : "utf16le");
      left -= letters;
    }
    this.skip(runs * 4 + aid);
    return text;
  }

  skip(bytes: number): void {
    let left = bytes;
    while (left > 0) {
      if (this.isAtEnd()) this.nextBuffer();
      const step = Math.min(left, this.room());
      this.at += step;
      left -= step;
    }
  }

  private take(bytes: number): Buffer {
    if (this.isAtEnd()) this.nextBuffer();
    if (this.room() < bytes) throw new FileRefusal("broken", "a record that is too short");
    this.at += bytes;
    return this.buffers[this.buffer]?.subarray(this.at - bytes, this.at) ?? Buffer.alloc(0);
  }

  private room(): number {
    return (this.buffers[this.buffer]?.length ?? 0) - this.at;
  }

  private isAtEnd(): boolean {
    return this.room() <= 0;
  }

  private nextBuffer(): void {
    if (this.buffer + 1 >= this.buffers.length) throw new FileRefusal("broken", "a text without its end");
    this.buffer += 1;
    this.at = 0;
  }
}
