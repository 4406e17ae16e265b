// A phone number in a file: as people write it, so that no spreadsheet takes it for a number and rounds it.
import { expect, test } from "vitest";
import { writeCsv } from "../../src/domain/files/csv.js";
import { readPhone, writePhone, writePhonesIn } from "../../src/domain/people/phone.js";

test.each([
  ["+6281234567890", "+62 812-3456-7890"],
  ["+628123456789", "+62 812-3456-789"],
  ["+62812345678", "+62 812-345-678"],
  ["+62812345678901", "+62 812-3456-78901"],
  ["+6591234567", "+65 9123 4567"],
  ["+14155552671", "+141 5555 2671"],
])("%s is written as %s, read back as it was, and stands in a table as it is", (phone, written) => {
  expect(writePhone(phone)).toBe(written);
  expect(readPhone(written)).toEqual({ ok: true, phone });
  expect(writeCsv([["Nama", written]])).toBe(`\uFEFFNama;${written}\r\n`);
  expect(written).not.toMatch(/\d{8}/);
});

test("numbers within a text are written so as well, and others are left alone", () => {
  expect(writePhonesIn('{"phone":"+6281234567890","at":1717293600}')).toBe(
    '{"phone":"+62 812-3456-7890","at":1717293600}',
  );
});
