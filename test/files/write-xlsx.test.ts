// Workbooks that go out, read back as offices send them in.
import { expect, test } from "vitest";
import type { WorkbookOut } from "../../src/domain/files/workbook.js";
import { readGrids } from "../../src/files/read-grids.js";
import { writeXlsx } from "../../src/files/xlsx-out/write-xlsx.js";
import { openZip } from "../../src/files/zip-parts.js";

const SIGNS = [
  "=1+1",
  "+62 812-3456-7890",
  "-5",
  "@sum(A1)",
  "\t=1",
  '=HYPERLINK("http://x")',
  "＝1+1",
  "081234567801",
];

const WORKBOOK: WorkbookOut = {
  lists: { provinces: ["Jambi", "Kepulauan Riau"], modes: ["tatap muka", "daring"] },
  sheets: [
    {
      name: "Kelas",
      columns: [
        { heading: "Nama kelas", width: 30, note: "Satu baris satu kelas." },
        { heading: "Provinsi", width: 20, list: "provinces" },
        { heading: "Hari pertama", width: 14, holds: "day" },
      ],
      rows: [['CONTOH <Jambi> & "1"', "Jambi", { day: "2026-05-18" }]],
      examples: 1,
      emptyRows: 50,
    },
    {
      name: "Baris",
      columns: [
        { heading: "Isi", width: 20 },
        { heading: "Pilih", width: 20 },
      ],
      rows: SIGNS.map((sign) => [sign, null]),
      choices: [{ row: 1, column: 1, values: ["Desa A (11.01.01.2001)", 'Desa B, Kec. "C" (11.01.01.2002)'] }],
    },
  ],
};

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await openZip(bytes);
  const parts = new Map<string, string>();
  for (const name of zip.names) {
    const chunks: Buffer[] = [];
    for await (const chunk of zip.unpack(name)) chunks.push(chunk);
    parts.set(name, Buffer.concat(chunks).toString("utf8"));
  }
  return parts;
}

test("texts stay texts whatever they begin with, and days are days", async () => {
  const reading = await readGrids(await writeXlsx(WORKBOOK));
  if (!reading.ok) throw new Error(reading.detail);
  const [classes, lines] = reading.grids;
  expect(classes?.rows.map(({ cells }) => cells.map((cell) => cell?.day ?? cell?.text))).toEqual([
    ["Nama kelas", "Provinsi", "Hari pertama"],
    ['CONTOH <Jambi> & "1"', "Jambi", "2026-05-18"],
  ]);
  expect(lines?.rows.slice(1).map(({ cells }) => cells[0]?.text)).toEqual(SIGNS);
  expect(lines?.rows.slice(1).every(({ cells }) => cells[0]?.number === undefined)).toBe(true);
});

test("no cell of any sheet holds a formula", async () => {
  const sheets = [...(await partsOf(await writeXlsx(WORKBOOK)))].filter(([name]) => /sheet\d+\.xml$/.test(name));
  expect(sheets).toHaveLength(4);
  for (const [name, xml] of sheets) expect(xml, name).not.toMatch(/<f[ >/]/);
});

test("rows to be filled in keep a text's zeros and make a day of a day, and the heading stays in sight", async () => {
  const parts = await partsOf(await writeXlsx(WORKBOOK));
  const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
  const looks = [...(sheet.match(/<row r="4".*?<\/row>/)?.[0] ?? "").matchAll(/<c [^>]*s="(\d+)"/g)].map(
    ([, look]) => look,
  );
  const styles = parts.get("xl/styles.xml") ?? "";
  const ids = [...(styles.split("<cellXfs")[1] ?? "").matchAll(/<xf numFmtId="(\d+)"/g)].map(([, id]) => id);
  const codes = new Map(
    [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]),
  );
  expect(looks.map((look) => codes.get(ids[Number(look)]))).toEqual(["@", "@", "dd/mm/yyyy"]);
  expect(sheet).toContain('ySplit="1"');
  expect(sheet).toContain('state="frozen"');
});

test("drop-downs take their values from hidden sheets: of a column, and of one cell", async () => {
  const bytes = await writeXlsx(WORKBOOK);
  const parts = await partsOf(bytes);
  expect(parts.get("xl/worksheets/sheet1.xml")).toMatch(
    /<dataValidation [^>]*sqref="B2:B52"[^>]*>.*Daftar!\$A\$1:\$A\$2/s,
  );
  expect(parts.get("xl/worksheets/sheet2.xml")).toMatch(
    /<dataValidation [^>]*sqref="B3"[^>]*>.*Pilihan!\$A\$1:\$B\$1/s,
  );
  const reading = await readGrids(bytes);
  const sheets = reading.ok ? reading.grids.map(({ name, isHidden }) => [name, isHidden]) : [];
  expect(sheets).toEqual([
    ["Kelas", false],
    ["Baris", false],
    ["Daftar", true],
    ["Pilihan", true],
  ]);
  expect([...parts.keys()].some((name) => /comments\d*\.xml$/.test(name))).toBe(true);
});

test("what no XML can hold is left out, and the file is read", async () => {
  const rows = [["a\u0000b\u0007c\ud800d\uffff 😀\ne"]];
  const reading = await readGrids(
    await writeXlsx({ sheets: [{ name: "x", columns: [{ heading: "Isi", width: 9 }], rows }] }),
  );
  expect(reading.ok && reading.grids[0]?.rows[1]?.cells[0]?.text).toBe("abcd 😀\ne");
});

test("a workbook with a drop-down of a list that is not there is none", async () => {
  const columns = [{ heading: "Provinsi", width: 10, list: "provinces" }];
  await expect(writeXlsx({ sheets: [{ name: "Kelas", columns, rows: [] }] })).rejects.toThrow("no list provinces");
});

// Keeps A16, T15.
test("a table is printed on A4, as wide as the page, however many columns it has", async () => {
  const zip = await openZip(await writeXlsx(WORKBOOK));
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.unpack("xl/worksheets/sheet1.xml")) chunks.push(chunk);
  const xml = Buffer.concat(chunks).toString();
  expect(xml).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/);
  expect(xml).toContain('fitToPage="1"');
});

test("words of several lines are shown from the first one on", async () => {
  const [sheet] = WORKBOOK.sheets;
  if (sheet === undefined) throw new Error("A workbook has a sheet.");
  const lines = { ...sheet, rows: [["Yth. Bapak/Ibu,\n\nlaporan ditunggu."]], examples: 0 };
  const zip = await openZip(await writeXlsx({ ...WORKBOOK, sheets: [lines] }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.unpack("xl/styles.xml")) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toMatch(/<alignment [^>]*wrapText="(1|true)"/);
});
