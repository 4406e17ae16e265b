// What a file is by its first bytes, whatever its name says: web pages are sent as .xls, workbooks as .csv.
export type FileFormat = "zip" | "compound" | "text" | "nothing" | "old-spreadsheet" | "no-table";

type Beginning = readonly number[];

const ZIP: readonly Beginning[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
const COMPOUND: Beginning = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Excel 2 to 4, before there was a container. */
const OLD_SPREADSHEETS: readonly Beginning[] = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
];
/** PDF, PNG, JPEG, GIF, programs of Windows and Linux, RAR, 7-Zip, gzip, rich text. */
const NO_TABLES: readonly Beginning[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
];

export function fileFormatOf(bytes: Uint8Array): FileFormat {
  const begins = (beginning: Beginning) => beginning.every((byte, at) => bytes[at] === byte);
  if (bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) return "nothing";
  if (ZIP.some(begins)) return "zip";
  if (begins(COMPOUND)) return "compound";
  if (OLD_SPREADSHEETS.some(begins)) return "old-spreadsheet";
  return NO_TABLES.some(begins) ? "no-table" : "text";
}
