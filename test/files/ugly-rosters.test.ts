// Rosters as offices really send them, one habit each, with the truth of what they say.
import { describe, expect, test } from "vitest";
import type { RosterChoices, RosterRead, RosterReading } from "../../src/domain/roster/reading/roster-reading.js";
import type { RosterLine } from "../../src/domain/roster/roster-line.js";
import { readRosterFile } from "../../src/files/read-roster-file.js";
import { type CellMade, type SheetMade, workbookOf, xlsxFile } from "../support/files/xlsx-file.js";

const HEADING = ["No", "Nama", "No HP", "Desa", "Kecamatan", "Kab/Kota"];
const SITI = [1, "Siti Aminah", "081234567801", "Petajen", "Bajubang", "Kab. Batang Hari"];
const BUDI = [2, "Budi Santoso, S.Pd", "081234567802", "Sungai Gelam", "Sungai Gelam", "Kab. Muaro Jambi"];
const BOTH = ["Siti Aminah", "Budi Santoso, S.Pd"];

async function read(bytes: Buffer, choices: RosterChoices = {}): Promise<RosterRead> {
  const reading = await readRosterFile(bytes, choices);
  expect(reading.verdict).toBe("read");
  return reading as RosterRead;
}

const sheet = (rows: readonly (readonly CellMade[])[], more: Omit<SheetMade, "rows"> = {}) =>
  read(workbookOf(rows, more));
const names = ({ lines }: RosterRead) => lines.map(({ name }) => name);
const column = ({ lines }: RosterRead, field: keyof RosterLine) => lines.map((line) => line[field]);
const roles = ({ tables }: RosterRead) => tables[0]?.columns.map(({ role }) => role);
const flags = ({ flags: all }: RosterReading) => all.map(({ flag, which }) => [flag, ...which]);
const leftOut = ({ tables }: RosterRead) => tables[0]?.leftOut.map(({ line, because }) => [line, because]);

describe("where the table stands", () => {
  test("letterheads above the heading are passed over, and lines keep the numbers of the spreadsheet", async () => {
    const found = await sheet([
      ["PEMERINTAH PROVINSI JAMBI"],
      ["DINAS PERPUSTAKAAN DAN ARSIP DAERAH"],
      [],
      ["DAFTAR NAMA PESERTA BIMTEK PERPUSTAKAAN DESA TAHUN 2024"],
      [],
      HEADING,
      SITI,
      BUDI,
    ]);
    expect(names(found)).toEqual(BOTH);
    expect(column(found, "line")).toEqual([7, 8]);
    expect(column(found, "province")).toEqual(["", ""]);
  });

  test("a heading in two rows with merged cells is one heading", async () => {
    const found = await sheet(
      [
        ["No", "Nama Lengkap", "Alamat", null, null, "Kontak"],
        [null, null, "Desa/Kel", "Kecamatan", "Kabupaten", null],
        [1, "Siti Aminah", "Petajen", "Bajubang", "Batang Hari", "081234567801"],
      ],
      { merges: ["A1:A2", "B1:B2", "C1:E1", "F1:F2"] },
    );
    expect(roles(found)).toEqual(["number", "name", "village", "kecamatan", "kabupaten", "phone"]);
    expect(found.lines[0]).toMatchObject({
      line: 3,
      village: "Petajen",
      kecamatan: "Bajubang",
      kabupaten: "Batang Hari",
    });
  });

  test("of two groups of columns the one for superiors is left out", async () => {
    const found = await sheet(
      [
        ["Peserta", null, "Atasan", null, "Desa"],
        ["Nama", "No HP", "Nama", "No HP", null],
        ["Siti Aminah", "081234567801", "Pak Lurah", "081111111111", "Petajen"],
      ],
      { merges: ["A1:B1", "C1:D1", "E1:E2"] },
    );
    expect(roles(found)).toEqual(["name", "phone", "personal", "personal", "village"]);
    expect(JSON.stringify(found.lines)).not.toContain("Pak Lurah");
  });

  test("columns stand in any order, with slips, brackets and English words", async () => {
    const found = await sheet([
      [
        "Propinsi",
        "KECMATAN",
        "Nomor WhatsApp aktif",
        "Nama Lengkap (sesuai KTP)",
        "Village",
        "KAB./KOTA",
        "Kode Wilayah",
      ],
      ["Jambi", "Bajubang", "081234567801", "Siti Aminah", "Petajen", "Batang Hari", "15.04.03.2005"],
    ]);
    expect(roles(found)).toEqual(["province", "kecamatan", "phone", "name", "village", "kabupaten", "code"]);
  });

  test("what the lines above the heading say of everybody is everybody's", async () => {
    const found = await sheet([["Provinsi", ": Jambi"], ["Kelas : Jambi 2"], HEADING, SITI]);
    expect(found.lines[0]).toMatchObject({ province: "Provinsi Jambi", className: "Jambi 2" });
  });

  test("without words for columns the sender is asked, and the answer is followed", async () => {
    const bytes = workbookOf([
      ["Siti Aminah", "081234567801", "Petajen"],
      ["Budi Santoso, S.Pd", "081234567802", "Sungai Gelam"],
    ]);
    expect(await readRosterFile(bytes)).toMatchObject({ verdict: "asked", askedBecause: "which-columns" });
    const found = await read(bytes, {
      columns: [
        { column: 0, role: "name" },
        { column: 2, role: "village" },
      ],
    });
    expect(names(found)).toEqual(BOTH);
    expect(column(found, "phone")).toEqual(["081234567801", "081234567802"]);
  });

  test("two columns of different names are asked about", async () => {
    const bytes = workbookOf([
      ["Nama", "Nama", "No HP"],
      ["Siti Aminah", "Budi", "081234567801"],
    ]);
    expect(await readRosterFile(bytes)).toMatchObject({ verdict: "asked", askedBecause: "which-columns" });
    expect(names(await read(bytes, { columns: [{ column: 1, role: "name" }] }))).toEqual(["Budi"]);
  });
});

describe("which sheet", () => {
  const people = (name: string, rows: SheetMade["rows"] = [HEADING, SITI, BUDI]) => ({ name, rows });

  test("of several rosters the sender chooses", async () => {
    const bytes = xlsxFile({ sheets: [people("Kab Batang Hari"), people("Kab Muaro Jambi")] });
    const asked = await readRosterFile(bytes);
    expect(asked).toMatchObject({ verdict: "asked", askedBecause: "which-sheet" });
    expect(asked.verdict === "asked" && asked.sheets.map(({ sheet: name, people: n }) => [name, n])).toEqual([
      ["Kab Batang Hari", 2],
      ["Kab Muaro Jambi", 2],
    ]);
    const found = await read(bytes, { sheets: ["Kab Muaro Jambi"] });
    expect(column(found, "sheet")).toEqual(["Kab Muaro Jambi", "Kab Muaro Jambi"]);
  });

  test("sheets of committees and summaries are no rosters, and named", async () => {
    const bytes = xlsxFile({
      sheets: [people("Panitia"), people("Peserta"), { name: "Rekap", rows: [["Jumlah", 2]] }],
    });
    const found = await read(bytes);
    expect(column(found, "sheet")).toEqual(["Peserta", "Peserta"]);
    expect(flags(found)).toContainEqual(["other-sheets", "Panitia", "Rekap"]);
  });

  test.each(["hidden", "veryHidden"] as const)("a sheet that is %s is never read unasked", async (state) => {
    const hidden = { ...people("Data lama"), state };
    expect(flags(await read(xlsxFile({ sheets: [hidden, people("Peserta")] })))).toContainEqual([
      "hidden-sheets",
      "Data lama",
    ]);
    expect(await readRosterFile(xlsxFile({ sheets: [hidden] }))).toMatchObject({ askedBecause: "which-sheet" });
  });

  test("hidden rows and columns are read and said", async () => {
    const found = await sheet([HEADING, SITI, BUDI], { hiddenRows: [3], hiddenColumns: [4] });
    expect(names(found)).toEqual(BOTH);
    expect(flags(found)).toEqual([
      ["hidden-rows", "3"],
      ["hidden-columns", "Kecamatan"],
    ]);
  });
});

describe("what is nobody", () => {
  test("totals, signatures, notes, numbered columns and headings again are no people", async () => {
    const found = await sheet([
      HEADING,
      ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
      SITI,
      HEADING,
      BUDI,
      [null, "Jumlah", 2],
      ["Catatan: data sementara"],
      [],
      [null, null, null, "Jambi, 12 Mei 2024"],
      [null, "Mengetahui,", null, "Kepala Dinas Perpustakaan"],
      [null, "Drs. H. Ahmad"],
      [null, "NIP. 196801011990031001"],
    ]);
    expect(names(found)).toEqual(BOTH);
    expect(leftOut(found)).toEqual([
      [2, "numbering"],
      [4, "repeated-heading"],
      [6, "total"],
      [7, "note"],
      [9, "signature"],
      [10, "signature"],
      [11, "signature"],
      [12, "signature"],
    ]);
  });

  test("lines that are prepared but empty are nobody", async () => {
    expect(names(await sheet([HEADING, SITI, BUDI, [3], [4], [5]]))).toEqual(BOTH);
  });

  test("a line with a phone or a place but no name stays, to be judged", async () => {
    const found = await sheet([HEADING, SITI, [2, null, "081234567809", "Petajen"]]);
    expect(found.lines[1]).toMatchObject({ line: 3, name: "", phone: "081234567809" });
  });

  test("a head of an office among the people is one of them", async () => {
    const found = await sheet([
      ["Nama", "Instansi", "Jabatan", "No HP"],
      ["Siti Aminah", "Perpustakaan Desa Petajen", "Kepala Perpustakaan", null],
      ["Budi", "Dinas Perpustakaan", "Kepala Dinas", "081234567802"],
    ]);
    expect(names(found)).toEqual(["Siti Aminah", "Budi"]);
  });

  test("a line that names a kabupaten holds for the people below it", async () => {
    const heading = ["No", "Nama", "No HP", "Desa"];
    const found = await sheet([
      heading,
      ["A.", "KABUPATEN BATANG HARI"],
      [1, "Siti Aminah", "081234567801", "Petajen"],
      ["B.", "KABUPATEN MUARO JAMBI"],
      [2, "Budi Santoso, S.Pd", "081234567802", "Sungai Gelam"],
    ]);
    expect(names(found)).toEqual(BOTH);
    expect(column(found, "kabupaten")).toEqual(["KABUPATEN BATANG HARI", "KABUPATEN MUARO JAMBI"]);
  });
});

describe("what is filled in", () => {
  test.each(["sda", "s.d.a.", "idem", '"', '-"-', "''", ",,", "〃", "ditto", "sama dengan atas"])(
    "%s repeats what stands above",
    async (mark) => {
      const found = await sheet([HEADING, SITI, [2, "Budi", "081234567802", "Ladang Peris", mark, mark]]);
      expect(found.lines[1]).toMatchObject({
        village: "Ladang Peris",
        kecamatan: "Bajubang",
        kabupaten: "Kab. Batang Hari",
      });
    },
  );

  test("merged cells hold for every line they reach over", async () => {
    const found = await sheet(
      [
        HEADING,
        SITI,
        [2, "Budi", "081234567802", "Ladang Peris", null, null],
        [3, "Cici", "081234567803", "Pijoan", null, "Kab. Muaro Jambi"],
      ],
      { merges: ["E2:E3", "F2:F3"] },
    );
    expect(column(found, "kecamatan")).toEqual(["Bajubang", "Bajubang", ""]);
    expect(column(found, "kabupaten")).toEqual(["Kab. Batang Hari", "Kab. Batang Hari", "Kab. Muaro Jambi"]);
  });

  test("a person in two lines is one, and both numbers are kept", async () => {
    const found = await sheet([HEADING, SITI, [null, null, "081299999999"], BUDI, [null, "NIP. 198001012005011001"]], {
      merges: ["A2:A3", "B2:B3"],
    });
    expect(names(found)).toEqual(BOTH);
    expect(column(found, "phone")).toEqual(["081234567801 / 081299999999", "081234567802"]);
    expect(JSON.stringify(found)).not.toContain("19800101");
  });

  test("two phone columns are read together, the same number once", async () => {
    const found = await sheet([
      ["Nama", "No HP", "No WA", "Telp Kantor"],
      ["Siti Aminah", "0812-3456-7801", 6281234567801, "0741 12345"],
      ["Budi", "081234567802", "081234567803", null],
    ]);
    expect(column(found, "phone")).toEqual(["0812-3456-7801", "081234567802 / 081234567803"]);
  });
});

describe("what cells hold", () => {
  test("days are days, by their format, as bare numbers, and from either epoch", async () => {
    const rows = [
      ["Nama", "No HP", "Tanggal Mulai", "Tanggal Selesai"],
      ["Siti Aminah", "081234567801", { day: 45431 }, 45434],
    ];
    expect((await sheet(rows)).lines[0]).toMatchObject({ startOn: "2024-05-19", endOn: "2024-05-22" });
    const later = await read(xlsxFile({ sheets: [{ rows }], is1904: true }));
    expect(later.lines[0]).toMatchObject({ startOn: "2028-05-20", endOn: "2028-05-23" });
    expect(flags(later)).toEqual([["days-from-1904", "1904"]]);
  });

  test("formulas count by their value; without one they are said", async () => {
    const found = await sheet([
      HEADING,
      [
        { formula: "A1+1", value: 1 },
        { formula: 'B9&" Aminah"', value: "Siti Aminah" },
        "081234567801",
        { formula: "D9" },
      ],
    ]);
    expect(found.lines[0]).toMatchObject({ name: "Siti Aminah", village: "" });
    expect(flags(found)).toEqual([["formulas-without-value", "D2"]]);
  });

  test("errors are empty, and said", async () => {
    const found = await sheet([HEADING, [1, "Siti Aminah", "081234567801", { error: "#N/A" }, "Bajubang"]]);
    expect(found.lines[0]).toMatchObject({ village: "", kecamatan: "Bajubang" });
    expect(flags(found)).toEqual([["error-cells", "D2"]]);
  });

  test("texts with runs, inline texts, marks that nobody sees and odd spaces are plain words", async () => {
    const found = await sheet([
      HEADING,
      [
        1,
        { runs: ["Siti ", "Aminah"] },
        { inline: "\u202a+62 812\u00a03456\u00a07801\u202c" },
        "Peta\u200bjen",
        "  Baju  bang_x000D_",
      ],
    ]);
    expect(found.lines[0]).toMatchObject({
      name: "Siti Aminah",
      phone: "+62 812 3456 7801",
      village: "Petajen",
      kecamatan: "Baju bang",
    });
  });

  test("phone numbers keep every digit that the file holds; what is rounded is said", async () => {
    const phones = [6281234567801, 81234567802, 628000000000, "6,28E+11", "6.281234567805E+12", "0812/0813"];
    const found = await sheet([["Nama", "No HP"], ...phones.map((phone, n) => [`Peserta ${"abcdef"[n]}`, phone])]);
    expect(found.lines.map(({ phone, phoneIsRounded }) => [phone, phoneIsRounded])).toEqual([
      ["6281234567801", false],
      ["81234567802", false],
      ["6.28E+11", true],
      ["6,28E+11", true],
      ["6281234567805", false],
      ["0812/0813", false],
    ]);
    expect(flags(found)).toEqual([["rounded-numbers", "4", "5"]]);
  });

  test("columns that nobody asked for are named and never kept", async () => {
    const found = await sheet([
      ["Nama / NIP", "NIK", "Tempat, Tanggal Lahir", "Agama", "Gol. Darah", "L/P", "Lain", "No HP", "Desa"],
      [
        "Siti Aminah\nNIP. 198001012005011001",
        "1504031234560001",
        "Jambi, 1 Januari 1980",
        "Islam",
        "AB",
        "P",
        "1504031234560001",
        "081234567801",
        "Petajen",
      ],
    ]);
    expect(flags(found)).toEqual([
      ["personal-columns", "NIK", "Tempat, Tanggal Lahir", "Agama", "Gol. Darah", "L/P", "Lain"],
    ]);
    expect(found.lines[0]?.cells).toEqual(["Siti Aminah", "081234567801", "Petajen"]);
    expect(JSON.stringify(found.lines)).not.toMatch(/1504031|198001|Islam|Januari/);
  });

  test("a form's answers sheet is a roster", async () => {
    const found = await sheet([
      [
        "Timestamp",
        "Email Address",
        "Nama Lengkap (beserta gelar)",
        "Nomor HP/WA yang aktif",
        "Asal Desa/Kelurahan",
        "Asal Kab/Kota",
      ],
      [{ day: 45400 }, "siti@example.org", "Siti Aminah", "081234567801", "Petajen", "Batang Hari"],
    ]);
    expect(roles(found)).toEqual(["other", "personal", "name", "phone", "village", "kabupaten"]);
  });
});
