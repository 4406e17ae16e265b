// Rosters as offices really send them, one habit each: where the table stands, on which sheet, and which of its lines are nobody.
import { describe, expect, test } from "vitest";
import { readRosterFile } from "../../src/files/read-roster-file.js";
import { type SheetMade, workbookOf, xlsxFile } from "../support/files/xlsx-file.js";
import { BOTH, BUDI, column, flags, HEADING, leftOut, names, read, roles, SITI, sheet } from "./rosters-as-sent.js";

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
