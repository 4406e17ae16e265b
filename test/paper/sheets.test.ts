// Sheets as they leave: on paper, as a picture, as a workbook and as CSV, with the same values in each.
import { describe, expect, test } from "vitest";
import { cellText, type Sheet, sheetCsv, sheetsWorkbook } from "../../src/domain/files/sheet.js";
import { readGrids } from "../../src/files/read-grids.js";
import { writeXlsx } from "../../src/files/xlsx-out/write-xlsx.js";
import { openZip } from "../../src/files/zip-parts.js";
import { drawSheetPages, drawSheetPicture } from "../../src/paper/drawings/sheet-drawing.js";
import { pictureOfSheet, printSheets } from "../../src/paper/print-sheet.js";

const NAMES = [
  "=HYPERLINK(1)",
  "Prof. Dr. Ir. Siti Nurhaliza Kusumawardhani binti Abdurrahman Wahid, M.Si.",
  "+62 812-3456-7801",
  "Budi",
];
const LIGHTS = [
  { light: "green", word: "Lancar" },
  { light: "yellow", word: "Perlu dilanjutkan" },
  { light: "red", word: "Terlambat" },
] as const;

function sheetOf(rows: number): Sheet {
  return {
    title: "Kelas Jambi 1: peserta",
    notes: ["Per 27 Juni 2026, 09.00 WIB", "Tanpa kelas latihan"],
    columns: [
      { heading: "No", width: 4, holds: "number" },
      { heading: "Nama", width: 26, holds: "text" },
      { heading: "Kode", width: 14, holds: "text" },
      { heading: "Tenggat", width: 12, holds: "day" },
      { heading: "Layanan", width: 18, holds: "light" },
    ],
    rows: Array.from({ length: rows }, (_, n) => [
      ...[n + 1, NAMES[n % NAMES.length] ?? "", "0812"],
      ...[{ day: "2026-06-21" } as const, LIGHTS[n % LIGHTS.length] ?? null],
    ]),
    totals: [rows, "Jumlah", null, null, null],
  };
}

/** Every letter as wide as a capital W of the font: nothing is wider. */
const widest = (text: string, size: number) => [...text].length * size * 0.98;
const ordinary = (text: string, size: number) => [...text].length * size * 0.55;

describe("a sheet that is drawn", () => {
  test("in parts, has a heading above the first row of each, and above those that go on with it on the next page", () => {
    const { totals: _, ...plain } = sheetOf(120);
    const sections = [
      { at: 0, heading: "Kab. Bintan (90)" },
      { at: 90, heading: "Kota Batam (30)" },
    ];
    const words = `Kalimat untuk WhatsApp: Yth. Bapak/Ibu\n\n${"kata ".repeat(800)}habis\n\n– Sri`;
    const pages = drawSheetPages({ ...plain, words, sections }, ordinary, (page, all) => `${page} / ${all}`);
    const inOrder = pages.map(({ texts, height }) => {
      for (const { y } of texts) expect(y).toBeLessThanOrEqual(height);
      return texts.flatMap(({ text }) =>
        /^(Kab|Kota)/.test(text) ? [text] : /^\d+$/.test(text) ? [Number(text)] : ([] as (string | number)[]),
      );
    });
    // 0812 is the code in each row.
    const rows = inOrder.map((page) => page.filter((one) => one !== 812));
    expect(rows.flat().filter((one) => typeof one === "number")).toEqual(Array.from({ length: 120 }, (_, n) => n + 1));
    for (const page of rows) {
      // Each page says of which part its first row is, and no heading is left without a row.
      expect(page[0]).toBe(Number(page[1]) <= 90 ? "Kab. Bintan (90)" : "Kota Batam (30)");
      expect(typeof page.at(-1)).toBe("number");
    }
    // The words to pass on are there to the last, before anybody's name.
    expect(pages[0]?.texts.filter(({ text }) => /habis|– Sri/.test(text))).toHaveLength(2);
    const batam = rows.flat().indexOf("Kota Batam (30)");
    expect(rows.flat()[batam + 1]).toBe(91);
    expect(pages.length).toBeGreaterThan(2);
  });

  test.each([
    ["ordinary", ordinary],
    ["the widest", widest],
  ])("stands on its pages, with letters that are %s", (_, measure) => {
    for (const rows of [0, 1, 43, 300]) {
      const pages = drawSheetPages(sheetOf(rows), measure, (page, all) => `${page} / ${all}`);
      for (const { width, height, texts } of pages) {
        for (const { x, y, text, size, at } of texts) {
          const wide = measure(text, size);
          const left = at === "start" ? x : at === "middle" ? x - wide / 2 : x - wide;
          expect(left, text).toBeGreaterThanOrEqual(0);
          expect(left + wide, text).toBeLessThanOrEqual(width);
          expect(y, text).toBeLessThanOrEqual(height);
        }
      }
      expect(pages.every(({ texts }) => texts.some(({ text }) => text === "Nama"))).toBe(true);
      expect(pages.at(-1)?.texts.at(-1)?.text).toBe(`${pages.length} / ${pages.length}`);
    }
  });

  test("holds every row once and in order, however many pages it takes", () => {
    for (const rows of [0, 1, 43, 300]) {
      const pages = drawSheetPages(sheetOf(rows), ordinary, (page, all) => `${page} / ${all}`);
      const numbers = pages.flatMap(({ texts }) => texts.filter(({ at, isBold }) => at === "end" && !isBold));
      const own = numbers.map(({ text }) => text).filter((text) => /^\d+$/.test(text));
      expect(own.map(Number)).toEqual(Array.from({ length: rows }, (_, n) => n + 1));
    }
  });

  test("breaks no word that fits when it is written smaller", () => {
    const { texts } = drawSheetPicture(sheetOf(3), ordinary);
    expect(texts.map(({ text }) => text)).toContain("Terlambat");
    expect(texts.map(({ text }) => text)).toContain("dilanjutkan");
  });

  test("tells its lights by their shapes", () => {
    const { shapes } = drawSheetPicture(sheetOf(3), ordinary);
    const colours = ["#2e8540", "#d98e04", "#c0392b"];
    const paths = colours.map((colour) => shapes.find((shape) => shape.colour === colour)?.path ?? "");
    const corners = paths.map((path) => (path.includes("A") ? "circle" : path.includes("H") ? "square" : "triangle"));
    expect(corners).toEqual(["circle", "triangle", "square"]);
  });

  test("of a class of 43 is a PDF, and a picture that Telegram takes whole", async () => {
    const pdf = await printSheets([sheetOf(43), sheetOf(1)]);
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
    const picture = Buffer.from(await pictureOfSheet(sheetOf(43)));
    const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
    expect(width).toBe(1080);
    // Telegram takes photos whose sides are 10,000 together, one at most twenty times the other.
    expect(width + height).toBeLessThan(10_000);
  });
});

describe("a sheet that is written on", () => {
  const toWriteOn = { ...sheetOf(43), toWriteOn: true };

  test("has a line below and beside each cell, rows that a hand can fill, and its name on every page", () => {
    const pages = drawSheetPages(toWriteOn, ordinary, (page, all) => `${page} / ${all}`);
    expect(pages.length).toBeGreaterThan(1);
    for (const [at, { texts, shapes }] of pages.entries()) {
      expect(texts.some(({ text }) => text.startsWith("Kelas Jambi 1"))).toBe(true);
      // The line of totals is no row to write in.
      const numbers = texts.filter(({ text, at: side, isBold }) => side === "end" && !isBold && /^\d+$/.test(text));
      const gaps = numbers.slice(1).map(({ y }, n) => y - (numbers[n]?.y ?? 0));
      expect(Math.min(...gaps), `page ${at}`).toBeGreaterThanOrEqual(29.9);
      expect(shapes.filter(({ colour }) => colour === "#f0f4f8")).toEqual([]);
      expect(shapes.length).toBeGreaterThanOrEqual(numbers.length * toWriteOn.columns.length);
    }
  });
});

describe("a picture of one line a row", () => {
  test("is no taller than three phones are wide, and cuts names at their end, not at a word", () => {
    const picture = drawSheetPicture({ ...sheetOf(43), oneLine: true }, ordinary);
    const rows = [...new Set(picture.texts.filter(({ at }) => at === "end").map(({ y }) => y))];
    expect(rows).toHaveLength(44);
    const names = picture.texts.map(({ text }) => text).filter((text) => text.startsWith("Prof."));
    expect(new Set(names).size).toBe(1);
    expect(names[0]).toMatch(/^Prof\. Dr\. Ir\. Siti .*…$/);
    expect(picture.height / picture.width).toBeLessThan(2.5);
  });
});

test("a workbook holds the same values: numbers as numbers, days as days, and nothing that is worked out", async () => {
  const sheet = sheetOf(9);
  const bytes = await writeXlsx(
    sheetsWorkbook([sheet, { ...sheet, title: "Kelas Jambi 1: peserta / [lain]" }], "Keterangan"),
  );
  const reading = await readGrids(bytes);
  if (!reading.ok) throw new Error(reading.detail);
  expect(reading.grids.map(({ name }) => name)).toEqual([
    "Kelas Jambi 1 peserta",
    "Kelas Jambi 1 peserta lain",
    "Keterangan",
  ]);
  const [grid] = reading.grids;
  const read = grid?.rows
    .slice(1)
    .map(({ cells }) => sheet.columns.map((_, at) => cells[at]?.day ?? cells[at]?.text ?? ""));
  const said = [...sheet.rows, sheet.totals ?? []].map((row) =>
    row.map((cell) => (cell !== null && typeof cell === "object" && "day" in cell ? cell.day : cellText(cell))),
  );
  expect(read).toEqual(said);
  const zip = await openZip(bytes);
  for (const name of zip.names.filter((one) => one.startsWith("xl/worksheets/sheet"))) {
    const chunks: Buffer[] = [];
    for await (const chunk of zip.unpack(name)) chunks.push(chunk);
    const xml = Buffer.concat(chunks).toString("utf8");
    expect(xml).not.toContain("<f>");
    if (name.endsWith("sheet1.xml")) expect(xml).toMatch(/<c r="A2"(?![^>]*t="s")[^>]*><v>1<\/v>/);
  }
});

test("CSV holds the same values, and no sign that a spreadsheet would carry out", () => {
  const [heading, first, second] = sheetCsv(sheetOf(2)).split("\r\n");
  expect(heading).toBe("\uFEFFNo;Nama;Kode;Tenggat;Layanan");
  expect(first).toBe("1;'=HYPERLINK(1);0812;21/06/2026;Lancar");
  expect(second).toContain('"Prof. Dr. Ir. Siti Nurhaliza Kusumawardhani binti Abdurrahman Wahid, M.Si."');
});
