// The same roster in the other kinds of files that offices send.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { RosterRead } from "../../src/domain/roster/reading/roster-reading.js";
import { readRosterFile } from "../../src/files/read-roster-file.js";

async function read(bytes: Buffer): Promise<RosterRead> {
  const reading = await readRosterFile(bytes);
  expect(reading.verdict).toBe("read");
  return reading as RosterRead;
}

const TRUTH = [
  { line: 2, name: "Siti Aminah", phone: "081234567801", village: "Petajen" },
  { line: 3, name: 'Ny. Ra’as – Ja"an, S.Pd', phone: "+62 812-3456-7802", village: "Sungai Gelam" },
];
const cells = (separator: string) =>
  [
    ["Nama", "No HP", "Desa"],
    ["Siti Aminah", "081234567801", "Petajen"],
    ['"Ny. Ra’as – Ja""an, S.Pd"', "+62 812-3456-7802", "Sungai Gelam"],
  ]
    .map((row) => row.join(separator))
    .join("\r\n");
const utf16 = (text: string, isHighFirst = false) => {
  const bytes = Buffer.from(text, "utf16le");
  return isHighFirst ? bytes.swap16() : bytes;
};
/** ’ and – in one byte each, as Windows writes them. */
const windows1252 = (text: string) => Buffer.from(text.replaceAll("’", "\x92").replaceAll("–", "\x96"), "latin1");

describe("a text file is read", () => {
  test.each<[string, Buffer]>([
    ["with semicolons", Buffer.from(cells(";"))],
    ["with commas", Buffer.from(cells(","))],
    ["with tabs", Buffer.from(cells("\t"))],
    ["with a separator that the first line names", Buffer.from(`sep=|\r\n${cells("|")}`)],
    ["with a mark in front", Buffer.from(`\ufeff${cells(";")}`)],
    ["in the letters of Windows", windows1252(cells(";"))],
    ["in UTF-16", utf16(`\ufeff${cells("\t")}`)],
    ["in UTF-16, high byte first", utf16(`\ufeff${cells("\t")}`, true)],
    ["in UTF-16 without its mark", utf16(cells(";"))],
    ["with the line ends of an old Mac", Buffer.from(cells(";").replaceAll("\r\n", "\r"))],
  ])("%s", async (_, bytes) => {
    expect((await read(bytes)).lines).toMatchObject(TRUTH);
  });

  test("whose letters no mark declares, and that is said", async () => {
    expect((await read(windows1252(cells(";")))).flags).toMatchObject([{ flag: "guessed-encoding" }]);
    expect((await read(Buffer.from(cells(";")))).flags).toEqual([]);
  });

  test("with a letterhead, empty lines and cells of two lines, counted as the spreadsheet counts", async () => {
    const text =
      'DINAS PERPUSTAKAAN, JAMBI\n\nNama;No HP;Desa\nSiti Aminah;"0812\n0813";Petajen\nBudi;081234567802;Pijoan\n';
    expect((await read(Buffer.from(text))).lines.map(({ line, name }) => [line, name])).toEqual([
      [4, "Siti Aminah"],
      [5, "Budi"],
    ]);
  });

  test("in which a bare quote stands for the same as above", async () => {
    const text =
      'Nama;No HP;Desa;Kec\nSiti;0812345678;Petajen;Bajubang\nAni;0812345679;Pijoan;"\nBudi;0812345670;Mersam;"\n';
    const { lines } = await read(Buffer.from(text));
    expect(lines.map(({ name, kecamatan }) => [name, kecamatan])).toEqual([
      ["Siti", "Bajubang"],
      ["Ani", "Bajubang"],
      ["Budi", "Bajubang"],
    ]);
  });

  test("with one address of two lines, beside cells with separators in them", async () => {
    const rows = ["Ani", "Budi", "Cici"].map((name) => `"${name} Rahmawati, S.Pd",0812345678,Petajen`);
    const odd = '"Siti Aminah, S.Pd",0812345677,"Jl. Merdeka 1, RT 01, RW 02,\nDesa Petajen"';
    const text = ["Nama,No HP,Desa", ...rows, odd, ""].join("\n");
    const { lines } = await read(Buffer.from(text));
    expect(lines.map(({ name, phone }) => [name, phone])).toEqual([
      ["Ani Rahmawati, S.Pd", "0812345678"],
      ["Budi Rahmawati, S.Pd", "0812345678"],
      ["Cici Rahmawati, S.Pd", "0812345678"],
      ["Siti Aminah, S.Pd", "0812345677"],
    ]);
  });

  test("whose zeros are kept by a formula or an apostrophe", async () => {
    const { lines } = await read(Buffer.from('Nama;No HP\nSiti;="081234567801"\nBudi;\'081234567802\n'));
    expect(lines.map(({ phone }) => phone)).toEqual(["081234567801", "081234567802"]);
  });
});

describe("a spreadsheet of another program is read", () => {
  test.each([
    ["excel-97.xls", "2024-05-19"],
    ["excel-97-from-1904.xls", "2024-05-19"],
    ["libreoffice.ods", "2024-05-19"],
  ])("%s, with its hidden rows, columns and sheets, its days and merged cells", async (file, startOn) => {
    const { lines, flags } = await read(readFileSync(join(import.meta.dirname, "fixtures", file)));
    expect(lines).toMatchObject([
      { line: 6, name: "Siti Aminah", phone: "6281234567890", village: "Petajen", kabupaten: "Batang Hari", startOn },
      {
        line: 7,
        name: "Budi, S.Pd",
        phone: "0812-3456-7891",
        kecamatan: "Bajubang",
        kabupaten: "Muaro Jambi",
        startOn,
      },
    ]);
    expect(flags.map(({ flag, which }) => [flag, ...which]).slice(0, 3)).toEqual([
      ["hidden-sheets", "Lama"],
      ["hidden-rows", "7"],
      ["hidden-columns", "Ket"],
    ]);
  });
});
