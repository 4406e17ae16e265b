// A link as a QR code, as a picture that Telegram takes: black and white, one bit a pixel.
import { crc32, deflateSync } from "node:zlib";
import { encode } from "uqr";

/** Of a screen or a wall, from the back row: large enough to be printed on A4, small enough to load on a weak signal (some 2 kB). */
const PIXELS_A_MODULE = 16;
/** The white margin that readers look for (ISO/IEC 18004). */
const QUIET_ZONE = 4;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function qrPicture(link: string): Buffer {
  // M: a quarter of the corner may be under a thumb or a fold, and the modules stay coarse.
  const { data } = encode(link, { ecc: "M", border: QUIET_ZONE });
  const size = data.length * PIXELS_A_MODULE;
  const rows = data.flatMap((modules) => Array.from({ length: PIXELS_A_MODULE }, () => rowOf(modules)));
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", headerOf(size)),
    chunk("IDAT", deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** One bit a pixel, grey: width, height, depth 1, colour type 0, and no choice in the rest. */
function headerOf(size: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header[8] = 1;
  return header;
}

/** Without a filter (the leading 0); a set bit is white. Sixteen pixels a module are two whole bytes. */
function rowOf(modules: boolean[]): Buffer {
  const bytes = PIXELS_A_MODULE / 8;
  return Buffer.from([0, ...modules.flatMap((isDark) => new Array<number>(bytes).fill(isDark ? 0x00 : 0xff))]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
