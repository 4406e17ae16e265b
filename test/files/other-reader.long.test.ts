// What we write, another program reads: LibreOffice shows the same cells as our own reader, and finds nothing to work out.
import { expect, test } from "vitest";
import { type Sheet, sheetsWorkbook } from "../../src/domain/files/sheet.js";
import type { Cell } from "../../src/domain/roster/reading/grid.js";
import { readGrids } from "../../src/files/read-grids.js";
import { writeXlsx } from "../../src/files/xlsx-out/write-xlsx.js";
import { hasLibreOffice, shownByLibreOffice, WHY_SKIPPED } from "../support/files/libre-office.js";

if (!hasLibreOffice) console.warn(WHY_SKIPPED);

/** Everything that spreadsheets like to change: zeros in front, signs in front, long digits, quotes, line breaks. */
const HOSTILE = [
  "0812 7777 8888",
  "+62 812-7777-8888",
  "=1+1",
  "@SUM(A1)",
  "-5",
  "21.01.10.2001",
  "1/2",
  "TRUE",
  'Ja"an',
  "a;b,c",
  "00012",
];

const SHEET: Sheet = {
  title: "SIM TPBIS",
  notes: ["Sel kosong berarti tidak diketahui."],
  columns: [
    { heading: "Kode", width: 20, holds: "text" },
    { heading: "Peserta", width: 12, holds: "number" },
    { heading: "Bulan", width: 12, holds: "day" },
  ],
  rows: [...HOSTILE.map((text, n) => [text, n * 1000, { day: "2024-06-01" as const }]), ["kosong", null, null]],
};

const dayOf = (day: string) => day.split("-").reverse().join("/");

/** The cells of the first sheet, as wide as its heading. */
async function gridOf(bytes: Uint8Array): Promise<(Cell | undefined)[][]> {
  const read = await readGrids(bytes);
  if (!read.ok) throw new Error(read.detail);
  const rows = read.grids[0]?.rows ?? [];
  return rows.map(({ cells }) => SHEET.columns.map((_, at) => cells[at]));
}

test.skipIf(!hasLibreOffice)(
  "LibreOffice shows what our own reader reads of a file for SIM",
  { timeout: 120_000 },
  async () => {
    const bytes = await writeXlsx(sheetsWorkbook([SHEET], "Keterangan"));
    const shown = await gridOf(await shownByLibreOffice(bytes));
    const own = await gridOf(bytes);
    const asShown = (cell: Cell | undefined) => (cell?.day === undefined ? (cell?.text ?? "") : dayOf(cell.day));
    expect(shown).toHaveLength(SHEET.rows.length + 1);
    expect(shown.map((row) => row.map((cell) => cell?.text ?? ""))).toEqual(own.map((row) => row.map(asShown)));
    expect(shown.slice(1, -1).map(([text]) => text?.text)).toEqual(HOSTILE);
  },
);
