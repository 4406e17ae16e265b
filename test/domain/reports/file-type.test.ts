import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { fileTypeOf } from "../../../src/domain/reports/file-type.js";

const text = (words: string) => Buffer.from(words, "latin1");
const padded = (head: Buffer) => Buffer.concat([head, Buffer.alloc(500)]);

/** An archive with these names, and with as much behind them as makes it one. */
function archive(...names: string[]): Buffer {
  return Buffer.concat(
    names.map((name) => {
      const content = deflateRawSync("x");
      const head = Buffer.alloc(30);
      head.write("PK\x03\x04", "latin1");
      head.writeUInt16LE(name.length, 26);
      return Buffer.concat([head, text(name), content]);
    }),
  );
}

/** An office file of before 2007. */
const old = (part: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(512),
    Buffer.from(part, "utf16le"),
  ]);

const OFFICE = "application/vnd.openxmlformats-officedocument.";

test.each<[string, Buffer, string]>([
  ["a photo of a phone", padded(Buffer.from([0xff, 0xd8, 0xff, 0xe1])), "image/jpeg"],
  ["a picture of a screen", padded(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])), "image/png"],
  ["a picture of the web", padded(text("RIFF\0\0\0\0WEBPVP8 ")), "image/webp"],
  ["a photo of an iPhone", padded(text("\0\0\0\x18ftypheic")), "image/heic"],
  ["a PDF", text("%PDF-1.7\n"), "application/pdf"],
  ["a PDF with a line before its mark", text("\r\n%PDF-1.3\n"), "application/pdf"],
  ["a letter", archive("[Content_Types].xml", "word/document.xml"), `${OFFICE}wordprocessingml.document`],
  ["a table", archive("[Content_Types].xml", "xl/workbook.xml"), `${OFFICE}spreadsheetml.sheet`],
  [
    "slides",
    archive("_rels/.rels", "[Content_Types].xml", "ppt/presentation.xml"),
    `${OFFICE}presentationml.presentation`,
  ],
  [
    "an open letter",
    Buffer.concat([archive("mimetype").subarray(0, 38), text("application/vnd.oasis.opendocument.textPK")]),
    "application/vnd.oasis.opendocument.text",
  ],
  ["an old letter", old("WordDocument"), "application/msword"],
  ["an old table", old("Workbook"), "application/vnd.ms-excel"],
  ["old slides", old("PowerPoint Document"), "application/vnd.ms-powerpoint"],
])("%s is known by its bytes", (_, bytes, type) => expect(fileTypeOf(bytes)).toBe(type));

test.each<[string, Buffer]>([
  ["nothing", Buffer.alloc(0)],
  ["a program of Windows", padded(text("MZ\x90\0"))],
  ["a program with a PDF's mark inside", text("MZ\x90\0 %PDF-1.4")],
  ["a program of Linux", padded(text("\x7fELF"))],
  ["a script", text("#!/bin/sh\n# %PDF-1.4\nrm -rf /")],
  ["an app of a phone", archive("AndroidManifest.xml", "classes.dex")],
  ["an archive of anything", archive("foto.jpg", "word/document.txt")],
  ["a letter with macros", archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")],
  ["an installer in an office file's container", old("MsiDatabase")],
  ["a film", padded(text("\0\0\0\x18ftypisom"))],
  ["a web page", text("<html><body>")],
  ["half of a photo's mark", Buffer.from([0xff, 0xd8])],
])("%s is nothing that is kept", (_, bytes) => expect(fileTypeOf(bytes)).toBeNull());
