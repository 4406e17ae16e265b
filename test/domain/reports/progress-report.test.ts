import { describe, expect, test } from "vitest";
import { LARGEST_FILE_BYTES } from "../../../src/domain/files/largest-file.js";
import { canBeChanged } from "../../../src/domain/reports/changing-a-report.js";
import { evidenceFault } from "../../../src/domain/reports/evidence.js";
import { readReportNumber, reportNumber } from "../../../src/domain/reports/progress-report.js";

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

// Keeps P20.
test("the latest report of a plan can be changed, an earlier one cannot", () => {
  expect(canBeChanged({ id: 7 }, 7)).toBe(true);
  expect(canBeChanged({ id: 7 }, 8)).toBe(false);
  expect(canBeChanged({ id: 7 }, null)).toBe(false);
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
