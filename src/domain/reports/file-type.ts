// What a file really is, by its bytes: names and declared types are what somebody says it is.

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

const begins = (bytes: Uint8Array, ...beginning: number[]): boolean =>
  bytes.length >= beginning.length && beginning.every((byte, at) => bytes[at] === byte);

const HEIF_BRANDS = /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1)$/;

/** Some scanners write a few lines before the mark; readers of PDF look so far. */
const PDF_MARK_WITHIN = 1024;

const OFFICE = "application/vnd.openxmlformats-officedocument.";

/** Null for what cannot be kept as evidence, programs among it. */
export function fileTypeOf(bytes: Uint8Array): string | null {
  if (begins(bytes, 0xff, 0xd8, 0xff)) return "image/jpeg";
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "image/webp";
  if (ascii(bytes, 4, 8) === "ftyp") return HEIF_BRANDS.test(ascii(bytes, 8, 12)) ? "image/heic" : null;
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return zippedType(bytes);
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return oldOfficeType(bytes);
  // Behind the marks of a program a PDF's mark proves nothing.
  const isProgram = begins(bytes, 0x4d, 0x5a) || begins(bytes, 0x7f, 0x45, 0x4c, 0x46) || begins(bytes, 0x23, 0x21);
  return !isProgram && ascii(bytes, 0, PDF_MARK_WITHIN).includes("%PDF-") ? "application/pdf" : null;
}

/** Office files are archives of parts with fixed names; one with macros is a program, and any other archive may hold anything. */
function zippedType(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [, open] = /^mimetype(application\/vnd\.oasis\.opendocument\.[a-z-]+)/.exec(ascii(bytes, 30, 120)) ?? [];
  if (open !== undefined) return open.replace(/PK$/, "");
  if (!text.includes("[Content_Types].xml") || text.includes("vbaProject.bin")) return null;
  if (text.includes("word/document")) return `${OFFICE}wordprocessingml.document`;
  if (text.includes("xl/workbook")) return `${OFFICE}spreadsheetml.sheet`;
  return text.includes("ppt/presentation") ? `${OFFICE}presentationml.presentation` : null;
}

/** The container of old Office files holds installers too: what is in it, its parts' names tell, two bytes a letter. */
function oldOfficeType(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (part: string) => text.includes(Buffer.from(part, "utf16le"));
  if (holds("WordDocument")) return "application/msword";
  if (holds("Workbook")) return "application/vnd.ms-excel";
  return holds("PowerPoint Document") ? "application/vnd.ms-powerpoint" : null;
}
