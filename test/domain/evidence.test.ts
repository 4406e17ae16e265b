import { describe, expect, it } from "vitest";
import { evidenceFault, LARGEST_FILE_BYTES } from "../../src/domain/evidence.js";

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

  it("is no larger than what Telegram hands out", () => {
    expect(document("image/jpeg", LARGEST_FILE_BYTES)).toBeNull();
    expect(document("image/jpeg", LARGEST_FILE_BYTES + 1)).toBe("too_large");
  });
});
