// Files that are no roster, or mean harm: refused by a reason, quickly, without filling the memory.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MOST_ROWS } from "../../src/domain/roster/reading/roster-reading.js";
import { readRosterFile } from "../../src/files/read-roster-file.js";
import { workbookOf, xlsxFile } from "../support/files/xlsx-file.js";
import { type ZipPart, zipFile } from "../support/files/zip-file.js";

const ROWS = [
  ["Nama", "No HP"],
  ["Siti Aminah", "081234567801"],
];
const FIXTURES = join(import.meta.dirname, "fixtures");
const XLS = readFileSync(join(FIXTURES, "excel-97.xls"));
const WORKBOOK = "xl/worksheets/sheet1.xml";

const because = async (bytes: Buffer) => {
  const reading = await readRosterFile(bytes);
  return reading.verdict === "refused" ? reading.refusedBecause : reading.verdict;
};

const NUL_MB = Buffer.alloc(1024 * 1024, "<row/>");
const office = (part: string, more: readonly ZipPart[]) =>
  zipFile([
    {
      name: "_rels/.rels",
      content: `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="${part}"/></Relationships>`,
    },
    { name: part, content: "<x/>" },
    ...more,
  ]);

describe("a file is refused", () => {
  test.each<[string, Buffer, string]>([
    ["that is empty", Buffer.alloc(0), "empty"],
    ["that holds nothing but zeros", Buffer.alloc(3000), "empty"],
    ["whose workbook holds no cell", workbookOf([]), "empty"],
    ["whose table has nobody in it", workbookOf([["Nama", "No HP", "Desa"]]), "no-people"],
    ["that is a letter typed into a spreadsheet", workbookOf([["Kepada Yth."], ["Bapak/Ibu"]]), "no-people"],
    ["that is larger than Telegram hands out", Buffer.alloc(20 * 1024 * 1024 + 1, "a;b\n"), "too-big"],
    ["whose end is missing", workbookOf(ROWS).subarray(0, 900), "cut-off"],
    ["whose end is missing, of Excel 97", XLS.subarray(0, XLS.length - 2600), "cut-off"],
    ["that is a web page named .xls", Buffer.from("<html><table><tr><td>Nama</td></tr></table></html>"), "html"],
    ["that is a web page with a mark in front", Buffer.from("\ufeff\n<!DOCTYPE html><p>"), "html"],
    ["that is a saved web page", Buffer.from("MIME-Version: 1.0\nX-Document-Type: Workbook"), "html"],
    [
      "that is XML of Excel 2003",
      Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'),
      "other-format",
    ],
    [
      "that declares entities",
      xlsxFile({ sheets: [{ rows: ROWS }], prologue: '<!DOCTYPE a [<!ENTITY b "c">]>' }),
      "entities",
    ],
    ["that is a letter of Word", office("word/document.xml", []), "no-workbook"],
    ["that is a binary workbook", office("xl/workbook.bin", []), "other-format"],
    ["that is an archive of pictures", zipFile([{ name: "a.jpg", content: "x" }]), "no-workbook"],
    ["that is an empty archive", zipFile([]), "no-workbook"],
    ["that is a PDF", Buffer.from("%PDF-1.7\n%\xe2\xe3"), "not-a-table"],
    ["that is a program", Buffer.from("MZ\x90\x00\x03"), "not-a-table"],
    ["that is a picture", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), "not-a-table"],
    ["that is prose", Buffer.from("Kepada Bapak dan Ibu\nKami undang ke pelatihan\n"), "not-a-table"],
    ["that is older than Excel 97", Buffer.from([0x09, 0x04, 0x06, 0x00, 0, 0, 0x10, 0]), "other-format"],
    ["with a locked part", zipFile([{ name: "xl/workbook.xml", content: "x", isEncrypted: true }]), "password"],
    ["whose sheet is no XML", zipFile([{ name: "xl/workbook.xml", content: "<workbook><sheets>" }]), "broken"],
  ])("%s", async (_, bytes, reason) => {
    expect(await because(bytes)).toBe(reason);
  });

  test("that would fill the memory, whether it says so or lies", async () => {
    const content = Buffer.concat(Array.from({ length: 60 }, () => NUL_MB));
    const honest = xlsxFile({ sheets: [{ rows: ROWS }], more: [{ name: WORKBOOK, content }] });
    const lying = xlsxFile({ sheets: [{ rows: ROWS }], more: [{ name: WORKBOOK, content, saidSize: 4000 }] });
    for (const bomb of [honest, lying]) {
      const before = process.memoryUsage();
      const started = performance.now();
      expect(await because(bomb)).toBe("bomb");
      expect(performance.now() - started).toBeLessThan(1000);
      const after = process.memoryUsage();
      expect(after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed).toBeLessThan(
        20 * 1024 * 1024,
      );
    }
  });

  test("that names one sheet a thousand times", async () => {
    const part = { name: WORKBOOK, content: "<worksheet><sheetData/></worksheet>" };
    const sheets = Array.from({ length: 1000 }, (_, n) => `<sheet name="S${n}" r:id="r"/>`).join("");
    const bytes = zipFile([
      { name: "xl/workbook.xml", content: `<workbook><sheets>${sheets}</sheets></workbook>` },
      {
        name: "xl/_rels/workbook.xml.rels",
        content:
          '<Relationships><Relationship Id="r" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      },
      part,
    ]);
    expect(await because(bytes)).toBe("bomb");
  });

  test("that has more rows than two years' cohorts", async () => {
    const lines = Array.from({ length: MOST_ROWS + 1 }, (_, n) => `Peserta;0812${String(n).padStart(8, "0")}`);
    expect(await because(Buffer.from(`Nama;No HP\n${lines.join("\n")}`))).toBe("too-many-rows");
    expect(await because(Buffer.from("\n;".repeat(2_000_000)))).toBe("too-many-rows");
  });

  test("that is cut or changed anywhere, without an unexpected error", async () => {
    const files = [workbookOf(ROWS), XLS, readFileSync(join(FIXTURES, "libreoffice.ods"))];
    for (const [index, file] of files.entries()) {
      for (let round = 0; round < 60; round += 1) {
        const at = (round * 7919 + index * 104_729) % file.length;
        const cut = file.subarray(0, at);
        const changed = Buffer.from(file);
        changed[at] = (changed[at] ?? 0) ^ (1 << (round % 8));
        expect(await because(Buffer.from(cut))).toBeTypeOf("string");
        expect(await because(changed)).toBeTypeOf("string");
      }
    }
  });
});
