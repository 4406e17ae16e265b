import { describe, expect, it } from "vitest";
import { LARGEST_FILE_BYTES } from "../../../src/domain/files/largest-file.js";
import { evidenceFault } from "../../../src/domain/reports/evidence.js";

const document = (mimeType: string | null, byteSize = 1_000) => evidenceFault({ kind: "document", mimeType, byteSize });

describe("a document sent as evidence", () => {
  it.each([
    "image/jpeg",
    "image/jpg",
    "IMAGE/JPEG",
    "image/pjpeg",
    "Image/PNG",
    " image/webp ",
    "application/pdf; charset=binary",
    "Application/PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ])("may call itself %j", (type) => expect(document(type)).toBeNull());

  it.each(["application/x-msdownload", "image/svg+xml", "text/html", "application/pdfx", "", null])(
    "may not call itself %j",
    (type) => expect(document(type)).toBe("odd_type"),
  );

  const named = (name: string, mimeType: string | null) =>
    evidenceFault({ kind: "document", mimeType, byteSize: 1_000, name });

  it.each([
    ["notulen.pdf", "application/octet-stream"],
    ["NOTULEN.PDF", "binary/octet-stream"],
    ["Surat Keputusan.docx", "application/zip"],
    ["foto kegiatan.jpeg", null],
    ["daftar.hadir.xlsx", ""],
    ["IMG_0001.HEIC", "application/x-download"],
    ["surat", "Application/Octet-Stream"],
  ])("is known by its name %j where it calls itself %j", (name, type) => expect(named(name, type)).toBeNull());

  it.each([
    ["pasang.exe", "application/octet-stream"],
    ["foto.jpg.apk", "application/octet-stream"],
    ["surat", null],
    ["catatan.txt", "text/plain"],
  ])("is none by the name %j where it calls itself %j", (name, type) => expect(named(name, type)).toBe("odd_type"));

  it("is no larger than what Telegram hands out", () => {
    expect(document("image/jpeg", LARGEST_FILE_BYTES)).toBeNull();
    expect(document("image/jpeg", LARGEST_FILE_BYTES + 1)).toBe("too_large");
  });
});
