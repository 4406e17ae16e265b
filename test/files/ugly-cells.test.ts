// Cells of rosters as offices really fill them in: repeated, merged, as days, formulas, and numbers that lost digits.
import { describe, expect, test } from "vitest";
import { xlsxFile } from "../support/files/xlsx-file.js";
import { BOTH, BUDI, column, flags, HEADING, names, read, roles, SITI, sheet } from "./rosters-as-sent.js";

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
