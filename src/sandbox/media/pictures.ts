// Makes small pictures to send, and reads the size of those that come.
import { crc32, deflateSync } from "node:zlib";

/** A plain PNG with a soft gradient; the number chooses the colour, so that pictures can be told apart. */
export function samplePicture(number = 0): Uint8Array {
  const kind = number % SAMPLES;
  const picture = samples.get(kind) ?? drawPicture(kind, 320, 240);
  samples.set(kind, picture);
  return picture;
}

/** Drawing takes some milliseconds; tests send thousands. */
const SAMPLES = 24;
const samples = new Map<number, Uint8Array>();

function drawPicture(number: number, width: number, height: number): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3));
  const base = [(number * 67 + 40) % 200, (number * 101 + 110) % 200, (number * 37 + 150) % 200];
  for (let y = 0; y < height; y++) {
    const row = y * (1 + width * 3);
    for (let x = 0; x < width; x++) {
      const light = Math.floor((40 * (x + y)) / (width + height));
      for (let channel = 0; channel < 3; channel++) rows[row + 1 + x * 3 + channel] = base[channel]! + light;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits a channel, colour, no interlace
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk("IHDR", header),
    pngChunk("IDAT", deflateSync(rows)),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.byteLength);
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Width and height of a PNG or JPEG; undefined when the bytes are neither. */
export function pictureSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length >= 24 && view.readUInt32BE(0) === 0x89504e47) {
    return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
  }
  if (view.length < 4 || view.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < view.length; ) {
    if (view[at] !== 0xff) return undefined;
    const marker = view[at + 1]!;
    // The frame headers (SOF0 to SOF15) hold the size; C4, C8 and CC among them are something else.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) };
    }
    at += 2 + view.readUInt16BE(at + 2);
  }
  return undefined;
}

/** The content type that a picture's first bytes tell. */
export function pictureType(bytes: Uint8Array): string {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return "image/png";
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return "image/jpeg";
  return "application/octet-stream";
}
