// What becomes of a workbook of rules in a clerk's hands: what is understood all the same, and what is refused in words of the file.
import { beforeAll, expect, test } from "vitest";
import { judgeRules } from "../../../src/domain/rules/judge-rules.js";
import { differencesBetween } from "../../../src/domain/rules/rule-differences.js";
import type { Rules } from "../../../src/domain/rules/rules.js";
import { readRuleSheets } from "../../../src/domain/rules/sheets/read-rule-sheets.js";
import { readGrids } from "../../../src/files/read-grids.js";
import { textsFor } from "../../../src/texts/index.js";
import { rawSheets, rulesOfProgram, withValues } from "../../support/files/rules-workbook.js";
import { type SheetMade, xlsxFile } from "../../support/files/xlsx-file.js";
import { zipFile } from "../../support/files/zip-file.js";

let shipped: Rules;
beforeAll(async () => {
  shipped = await rulesOfProgram();
});

type Made = Awaited<ReturnType<typeof rawSheets>>;
interface Judged {
  start?: Rules;
  inForce?: Rules;
  today?: "2024-06-11" | "2025-01-15";
}

async function judged(bytes: Uint8Array, { start = shipped, inForce = shipped, today = "2024-06-11" }: Judged = {}) {
  const reading = await readGrids(bytes);
  if (!reading.ok) throw new Error(reading.because);
  const sheets = readRuleSheets(reading.grids);
  const before = { kinds: new Map(), neededQuestions: [] };
  const { rules, faults, missing } = judgeRules(sheets, { start, inForce, before, today });
  const { fault, difference } = textsFor("id").ruleWords;
  const differences = differencesBetween(start, rules);
  return { sheets, missing, faults: faults.map(fault), differences: differences.map(difference) };
}

async function after(change: (sheets: Made) => SheetMade[], of: Judged & { language?: "id" | "en" } = {}) {
  const sheets = await rawSheets(of.start ?? shipped, { language: of.language ?? "id" });
  return judged(xlsxFile({ sheets: change(sheets) }), of);
}

const named = (sheets: Made, name: string) => {
  const found = sheets.find((one) => one.name === name);
  if (found === undefined) throw new Error(`No sheet ${name}.`);
  return found;
};
const put = (sheets: Made, name: string, row: number, column: number, cell: SheetMade["rows"][number][number]) => {
  const cells = named(sheets, name).rows[row - 1];
  if (cells === undefined) throw new Error(`No row ${row}.`);
  cells[column] = cell;
  return sheets;
};

const NOTHING = { faults: [], differences: [] };

// Keeps A19.
test("sheets and columns in another order, tabs with other names, notes and empty rows above and between are understood", async () => {
  const turned = (rows: SheetMade["rows"]) => rows.map((row) => [...row].reverse());
  expect(
    await after((sheets) =>
      sheets
        .map(({ name, rows }) => ({
          name: `${name} baru`,
          rows: turned([["Catatan kantor"], [], ...rows, [], ["", "  "]]),
        }))
        .reverse(),
    ),
  ).toMatchObject(NOTHING);
});

// Keeps A19.
test("a heading that was changed is named: nothing of its sheet is passed over in silence", async () => {
  const hours = await after((sheets) => put(put(sheets, "Jam", 1, 2, "Jamnya"), "Jam", 4, 2, "09.00"));
  expect(hours.faults).toEqual(["Jam: kolom “Nilai” tidak ditemukan, mohon kembalikan judulnya seperti semula."]);
  const choices = await after((sheets) => put(sheets, "Pilihan jawaban", 1, 0, "Pertanyaan mana"));
  expect(choices.faults).toEqual([
    "Pilihan jawaban: kolom “Kode pertanyaan” tidak ditemukan, mohon kembalikan judulnya seperti semula.",
  ]);
  const questions = await after((sheets) => put(sheets, "Pertanyaan", 1, 3, "Harus"));
  expect(questions.faults).toEqual([
    "Pertanyaan: kolom “Wajib” tidak ditemukan, mohon kembalikan judulnya seperti semula.",
  ]);
});

// Keeps A19.
test("a copy of a sheet that was kept in the file is named, and a tab that is none of ours too", async () => {
  const copied = await after((sheets) => [...sheets, { ...named(sheets, "Jam"), name: "Jam (2)" }]);
  expect(copied.faults).toEqual(["Jam: lembar “Jam (2)” berisi hal yang sama, mohon hapus salah satu."]);
  const noted = await after((sheets) => [...sheets, { name: "Catatan rapat", rows: [["Rapat", "Senin"]] }]);
  expect(noted).toMatchObject({ ...NOTHING, sheets: { base: 0, unread: ["Catatan rapat"] } });
});

// Keeps A19.
test("a formula with its value is that value; without one, or gone wrong, it is named and takes nothing out", async () => {
  const worked = await after((sheets) => put(sheets, "Pengingat", 3, 2, { formula: "2+3", value: 5 }));
  expect(worked).toMatchObject({ faults: [], differences: ["Pengingat ke-2 (hari sebelum batas waktu): 7 → 5"] });
  const bad = "Pengingat baris 3: rumus di kolom “Nilai” tidak ada hasilnya, mohon tulis isinya langsung.";
  for (const cell of [{ formula: "A1+1" }, { error: "#N/A" }]) {
    expect(await after((sheets) => put(sheets, "Pengingat", 3, 2, cell))).toMatchObject({
      faults: [bad],
      differences: [],
    });
  }
  expect(await after((sheets) => put(sheets, "Pengingat", 3, 1, { error: "#REF!" }))).toMatchObject(NOTHING);
});

// Keeps A19.
test.each([
  ["08.30", "08:30"],
  ["8:30", "08:30"],
  ["pukul 8.30 WIB", "08:30"],
  [8.5 / 24, "08:30"],
  [8.3, "08:30"],
  ["0830", "08:30"],
  ["08:30:00", "08:30"],
  ["08.30.00", "08:30"],
  ["8:30:00 AM", "08:30"],
])("the time %s is read", async (cell, time) => {
  const { faults, differences } = await after((sheets) => put(sheets, "Jam", 4, 2, cell));
  expect({ faults, differences }).toEqual({ faults: [], differences: [`Pengingat rencana: 08:00 → ${time}`] });
});

// Keeps A19.
test.each([
  ["18 Agustus 2025"],
  ["August 18, 2025"],
  ["18/8/2025"],
  ["18-08-2025 "],
  ["2025-08-18"],
  [{ day: 45_887 }],
  [45_887],
])("the day %j is read", async (cell) => {
  const { faults, differences } = await after((sheets) => {
    named(sheets, "Hari libur").rows.push([cell, " Hari  kantor "]);
    return sheets;
  });
  expect({ faults, differences }).toEqual({ faults: [], differences: ["Senin, 18 Agustus 2025: libur (Hari kantor)"] });
});

// Keeps A19.
test("numbers typed as text count, with blanks and with the dots of thousands; days before are no minus", async () => {
  const counted = await after((sheets) => put(put(sheets, "Pengingat", 3, 2, " 5 "), "Pertanyaan", 3, 4, "7.500"));
  expect(counted.faults).toEqual([]);
  expect(counted.differences).toContain("Pengingat ke-2 (hari sebelum batas waktu): 7 → 5");
  const minus = await after((sheets) => put(sheets, "Pengingat", 3, 2, -7));
  expect(minus.faults).toEqual(["Pengingat baris 3: nilainya harus di antara 1–30."]);
});

// Keeps A19.
test("a cell that was drawn over several rows counts for each of them, as its reader sees it", async () => {
  const merged = await after((sheets) => {
    const { rows } = named(sheets, "Pertanyaan");
    for (const row of [3, 4, 5]) put(sheets, "Pertanyaan", row, 0, null);
    expect(rows[1]?.[0]).toBe("Layanan informasi");
    return sheets.map((one) => (one.name === "Pertanyaan" ? { ...one, merges: ["A2:A5"] } : one));
  });
  expect(merged).toMatchObject(NOTHING);
});

// Keeps A19.
test("refusals name the tab as the file has it, in either language, and never the whole of a long cell", async () => {
  const english = await after((sheets) => put(sheets, "Message limits", 2, 2, 0), { language: "en" });
  expect(english.faults).toEqual(["Message limits baris 2: nilainya harus di antara 1–3."]);
  const long = await after((sheets) => put(sheets, "Batas pesan", 2, 0, "x".repeat(900)));
  expect(long.faults).toEqual([
    `Batas pesan baris 2: kode “${"x".repeat(39)}…” tidak dikenal, mohon pakai kode dari berkas Unduh Excel.`,
  ]);
});

// Keeps A19.
test("a row of a reminder that was deleted is asked back: leaving it out alone would change nothing", async () => {
  const gone = await after((sheets) => {
    named(sheets, "Pengingat").rows.splice(3, 1);
    return sheets;
  });
  expect(gone.faults).toEqual([
    "Pengingat: baris pengingat ke-3 (hari sebelum batas waktu) tidak ada; untuk menghapusnya, biarkan barisnya dan kosongkan nilainya.",
  ]);
});

// Keeps A19.
test("an older version's file is not refused for what nobody touched in it", async () => {
  const inForce = withValues({ keptYears: 1, sentTexts: 30 })(shipped);
  expect((await after((sheets) => sheets, { inForce })).faults).toEqual([]);
  // Made in 2024, with that year's holidays, and sent in January.
  expect(await after((sheets) => sheets, { today: "2025-01-15" })).toMatchObject(NOTHING);
  const touched = await after((sheets) => put(sheets, "Hari libur", 2, 1, "Tahun baru kita"), { today: "2025-01-15" });
  expect(touched.faults).toEqual(["Hari libur baris 2: 2024-01-01 sudah tahun lalu, mohon hapus barisnya."]);
});

// Keeps A19.
test("one sheet as CSV, and emoji and trailing blanks in words, are taken as they are", async () => {
  const csv = await judged(Buffer.from("Kode;Nilai\nperWeek;3\n\n;\n"));
  expect(csv.differences).toEqual(["Pesan dalam tujuh hari untuk seorang peserta: 4 → 3"]);
  const emoji = await after((sheets) => {
    named(sheets, "Kendala").rows.push(["", "🌧️ banjir  ", " flood 🌧️", ""]);
    return sheets;
  });
  expect(emoji).toMatchObject({ faults: [], differences: ["Kendala “🌧️ banjir”: baru"] });
});

// Keeps A19.
test("a cell that LibreOffice keeps as a time is read, however it shows it", async () => {
  const cell = (attributes: string, text: string) =>
    `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
  const row = (...cells: string[]) => `<table:table-row>${cells.join("")}</table:table-row>`;
  const rows = [
    row(cell("", "Kode"), cell("", "Nilai")),
    row(cell("", "planReminder"), cell('office:value-type="time" office:time-value="PT09H30M00S"', "09.30.00")),
  ];
  const table = `<table:table table:name="Jam">${rows.join("")}</table:table>`;
  const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`;
  const mimetype = { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet" };
  const { faults, differences } = await judged(zipFile([mimetype, { name: "content.xml", content }]));
  expect({ faults, differences }).toEqual({ faults: [], differences: ["Pengingat rencana: 08:00 → 09:30"] });
});
