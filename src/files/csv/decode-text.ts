// Bytes of a text file to letters: by the mark in front, else by what the bytes can be. Never by frequencies, which guess wrong.
import { TextDecoder } from "node:util";

export interface DecodedText {
  readonly text: string;
  /** No mark, and not UTF-8 either: Western European Windows letters were taken for granted. */
  readonly isGuessed: boolean;
}

/** 0x80 to 0x9F of Windows-1252; Node 20's own decoder reads these as controls. Five bytes stand for nothing. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Looking at the beginning is enough to see every second byte zero. */
const LOOKED_AT = 4096;

export function decodeText(bytes: Uint8Array): DecodedText {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { text: utf8OrWindows(bytes.subarray(3)).text, isGuessed: false };
  if (a === 0xff && b === 0xfe) return { text: utf16(bytes.subarray(2), false), isGuessed: false };
  if (a === 0xfe && b === 0xff) return { text: utf16(bytes.subarray(2), true), isGuessed: false };
  const zeros = zerosAt(bytes);
  if (zeros !== undefined) return { text: utf16(bytes, zeros === "even"), isGuessed: false };
  return utf8OrWindows(bytes);
}

/** Latin letters in two bytes each have a zero in every second one. */
function zerosAt(bytes: Uint8Array): "even" | "odd" | undefined {
  const length = Math.min(bytes.length, LOOKED_AT) & ~1;
  const zeros = { even: 0, odd: 0 };
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) zeros.even += 1;
    if (bytes[at + 1] === 0) zeros.odd += 1;
  }
  const most = length / 2;
  if (zeros.odd > most * 0.6 && zeros.even < most * 0.1) return "odd";
  return zeros.even > most * 0.6 && zeros.odd < most * 0.1 ? "even" : undefined;
}

function utf16(bytes: Uint8Array, isHighFirst: boolean): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length & ~1));
  return (isHighFirst ? even.swap16() : even).toString("utf16le");
}

function utf8OrWindows(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), isGuessed: false };
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
    const text = latin.replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? letter);
    return { text, isGuessed: true };
  }
}
