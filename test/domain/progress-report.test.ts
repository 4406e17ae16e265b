import { describe, expect, test } from "vitest";
import { evidenceFault, LARGEST_FILE_BYTES } from "../../src/domain/evidence.js";
import { canStillBeChanged, readReportNumber, reportNumber } from "../../src/domain/progress-report.js";

describe("a report's number", () => {
  test("is short, and can be read back", () => {
    expect(reportNumber(2024, 12, 31)).toBe("LP-2412-0031");
    expect(readReportNumber(reportNumber(2024, 12, 31))).toBe("LP-2412-0031");
    expect(readReportNumber(reportNumber(2024, 1, 12_345))).toBe("LP-241-12345");
  });

  test.each([
    ["LP-2412-0031", "LP-2412-0031"],
    ["lp 2412 31", "LP-2412-0031"],
    ["nomor LP2412-0031", "LP-2412-0031"],
    ["laporan no. lp-2412-0031", "LP-2412-0031"],
    ["LP", null],
    ["25", null],
    ["LP-2412-0031 sudah saya kirim", null],
    ["", null],
  ])("is read from “%s” as %s", (typed, number) => {
    expect(readReportNumber(typed)).toBe(number);
  });
});

test("a report can be changed on its own day, while it is the latest and nobody has reviewed it", () => {
  const report = { id: 7, reportedAt: new Date("2024-06-10T10:00:00Z"), reviewedAt: null };
  const evening = new Date("2024-06-10T16:59:00Z");
  const midnight = new Date("2024-06-10T17:00:00Z");
  expect(canStillBeChanged(report, 7, "Asia/Jakarta", evening)).toBe(true);
  expect(canStillBeChanged(report, 7, "Asia/Jakarta", midnight)).toBe(false);
  expect(canStillBeChanged(report, 7, "Asia/Jayapura", evening)).toBe(false);
  expect(canStillBeChanged(report, 8, "Asia/Jakarta", evening)).toBe(false);
  expect(canStillBeChanged({ ...report, reviewedAt: evening }, 7, "Asia/Jakarta", evening)).toBe(false);
});

test.each([
  ["photo", "image/jpeg", 1000, null],
  ["photo", "image/jpeg", LARGEST_FILE_BYTES, null],
  ["photo", "image/jpeg", LARGEST_FILE_BYTES + 1, "too_large"],
  ["document", "application/pdf", null, null],
  ["document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 1, null],
  ["document", "application/zip", 1, "odd_type"],
  ["document", null, 1, "odd_type"],
  ["document", "video/mp4", 1, "odd_type"],
] as const)("a %s of type %s and %s bytes is kept unless: %s", (kind, mimeType, byteSize, fault) => {
  expect(evidenceFault({ kind, mimeType, byteSize })).toBe(fault);
});
