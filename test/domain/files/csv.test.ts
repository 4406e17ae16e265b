// Tables for spreadsheets: nothing in them is carried out, whichever sign the reader splits them at.
import fc from "fast-check";
import { expect, test } from "vitest";
import { writeCsv } from "../../../src/domain/files/csv.js";

test.each([
  ["Siti", "Siti"],
  ["+628123", "+628123"],
  ["=1+1", "'=1+1"],
  ["+cmd", "'+cmd"],
  ["-2", "'-2"],
  ["@x", "'@x"],
  [" =1", " '=1"],
  ["＝1", "'＝1"],
  ["x,=1", `"x,'=1"`],
  ["x; -1", `"x; '-1"`],
  ['x,"=1"', `"x,""'=1"""`],
  ["a\n+1", `"a\n'+1"`],
  ["\tx", `"'\tx"`],
  ["Jl. Mawar 5-7, RT 2", '"Jl. Mawar 5-7, RT 2"'],
  ['Ja"an', '"Ja""an"'],
  ["a;b", '"a;b"'],
  ["a\nb", '"a\nb"'],
])("the cell %j is written as %j", (value, cell) => {
  expect(writeCsv([["Nama", value]])).toBe(`\uFEFFNama;${cell}\r\n`);
});

/** Reads as spreadsheets do: a quote counts at the beginning of a cell, and what follows its end is taken along. */
function read(file: string, isSeparator: (sign: string) => boolean): string[] {
  const cells: string[] = [];
  let now = "";
  let state: "begins" | "plain" | "quoted" = "begins";
  for (let at = file.startsWith("\uFEFF") ? 1 : 0; at < file.length; at++) {
    const sign = file[at]!;
    if (state === "quoted") {
      if (sign !== '"') now += sign;
      else if (file[at + 1] === '"') now += file[++at];
      else state = "plain";
    } else if (isSeparator(sign) || sign === "\r" || sign === "\n") {
      cells.push(now);
      now = "";
      state = "begins";
    } else if (sign === '"' && state === "begins") {
      state = "quoted";
    } else {
      now += sign;
      state = "plain";
    }
  }
  return [...cells, now];
}

const SIGNS = [..."=+-@＝＋－＠,;|\t\r\n\"' x1", "+628123", '"=', ',"="', "SUM(A1)"];
const text = fc.oneof(
  fc.array(fc.constantFrom(...SIGNS), { maxLength: 10 }).map((signs) => signs.join("")),
  fc.string({ maxLength: 12 }),
);
const table = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });

/** Cells of whitespace before the sign count as well: some readers trim. A phone number alone is a number. */
const isFormula = (cell: string) => /^\s*[=+\-@＝＋－＠]/.test(cell) && !/^\+\d+$/.test(cell);

// Keeps A13.
test.each([";", ",", "\t", "|", ",;", ",;|\t"])("no cell is a formula for a reader that splits at %j", (separators) => {
  fc.assert(
    fc.property(table, (rows) => {
      expect(read(writeCsv(rows), (sign) => separators.includes(sign)).filter(isFormula)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test("a reader that splits where we do gets back every cell, but for the marks that disarm it", () => {
  const bare = (cells: string[]) => cells.map((cell) => cell.replaceAll("'", "")).filter((cell) => cell !== "");
  fc.assert(
    fc.property(table, (rows) => {
      expect(bare(read(writeCsv(rows), (sign) => sign === ";"))).toEqual(bare(rows.flat()));
    }),
  );
});
