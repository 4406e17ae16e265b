// Tables for spreadsheets: nothing in them is carried out.
import { expect, test } from "vitest";
import { writeCsv } from "../../src/domain/csv.js";

test.each([
  ["Siti", "Siti"],
  ["+628123", "+628123"],
  ["=1+1", "'=1+1"],
  ["+cmd", "'+cmd"],
  ["-2", "'-2"],
  ["@x", "'@x"],
  ['Ja"an', '"Ja""an"'],
  ["a;b", '"a;b"'],
  ["a\nb", '"a\nb"'],
])("the cell %j is written as %j", (value, cell) => {
  expect(writeCsv([[value]])).toBe(`\uFEFF${cell}\r\n`);
});
