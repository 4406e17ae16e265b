// `npm run roster`: what it says of a file, and how it ends. No database and no token are there.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRoster } from "../../src/roster/run-roster.js";
import { everyPlace } from "../support/world/spellings/place-names.js";

const HEADING = "Nama Lengkap;No. HP;Desa/Kelurahan;Kecamatan;Kab/Kota;Jenis;NIK";
const GOOD = [
  "Siti Aminah;0812-3456-7890;Sukamaju;Jonggol;Kab. Bogor;Desa;3201",
  "Budi Santoso;0812-3456-7891;Puspanegara;Citeureup;Kab. Bogor;Kelurahan;3201",
  "Dewi Lestari;0812-3456-7892;;;Kab. Bogor;Dinas Kab/Kota;3201",
];
const UGLY = [
  "Nur Hayati;6.28E+11;Tajur;Citeureup;Kab. Bogor;;3201",
  "Joko Susilo;0812-3456-7893;Sukamaju;;Kab. Bogor;Desa;3201",
  ";0812-3456-7894;Antah Berantah;Citeureup;Kab. Bogor;;3201",
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "roster-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, rows: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `${[HEADING, ...rows].join("\r\n")}\r\n`);
  return path;
}

async function run(...typed: string[]) {
  const said = { out: "", err: "" };
  const code = await runRoster(typed, {
    today: "2026-06-01",
    places: everyPlace,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
  });
  return { code, ...said };
}

describe("the roster command", () => {
  it("ends with 0 when every row is fine, and says so", async () => {
    const { code, out } = await run(await file("good.csv", GOOD));
    expect(code).toBe(0);
    expect(out).toBe(
      [
        "3 baris: ✅ 3 baik · ❓ 0 perlu dipastikan · ❌ 0 perlu diperbaiki",
        "1 kolom data pribadi yang tidak diperlukan tidak dibaca dan tidak disimpan: NIK",
        "",
      ].join("\n"),
    );
  });

  it("ends with 1 when some are not, and names each with its reasons and choices", async () => {
    const { code, out } = await run(await file("ugly.csv", [...GOOD, ...UGLY]));
    expect(code).toBe(1);
    expect(out).toContain("6 baris: ✅ 3 baik · ❓ 1 perlu dipastikan · ❌ 2 perlu diperbaiki");
    expect(out).toContain("❌ Baris 5: Nur Hayati · Nomor HP tidak terbaca sebagai satu nomor");
    expect(out).toContain("❓ Baris 6: Joko Susilo · Ada beberapa tempat dengan nama ini\n   Pilihan:\n");
    expect(out).toContain("     32.01.06.2001 Sukamaju, Kec. Jonggol, Kab. Bogor, Jawa Barat");
    expect(out).toContain("❌ Baris 7: Nama belum diisi · Tempat tidak ditemukan");
  });

  it("speaks English when asked to", async () => {
    const { out } = await run(await file("ugly.csv", [...GOOD, ...UGLY]), "--lang", "en");
    expect(out).toContain("6 rows: ✅ 3 fine · ❓ 1 to be confirmed · ❌ 2 to be corrected");
    expect(out).toContain("❌ Row 7: No name · There is no such place");
  });

  it("ends with 2 when the file is refused or not there", async () => {
    const path = join(folder, "page.xls");
    await writeFile(path, "<html><body>Masuk</body></html>");
    expect(await run(path)).toMatchObject({ code: 2, out: expect.stringContaining("halaman web") });
    const nowhere = join(folder, "nowhere.xlsx");
    expect(await run(nowhere)).toMatchObject({
      code: 2,
      err: expect.stringContaining("Berkas ini tidak dapat dibuka."),
    });
    expect(JSON.parse((await run(nowhere, "--json")).out)).toMatchObject({ fileVerdict: "refused", rows: [] });
    const refused = JSON.parse((await run(path, "--json")).out);
    expect(refused).toEqual({ fileVerdict: "refused", refusedBecause: "html", seconds: expect.any(Number), rows: [] });
  });

  it("prints JSON of one shape and nothing else", async () => {
    const { code, out } = await run(await file("ugly.csv", [...GOOD, ...UGLY]), "--json");
    expect(code).toBe(1);
    const json = JSON.parse(out);
    expect(Object.keys(json)).toEqual(["fileVerdict", "fileFlags", "seconds", "rows"]);
    expect(json).toMatchObject({ fileVerdict: "read", fileFlags: ["personal-columns", "rounded-numbers"] });
    expect(json.rows[1]).toEqual({
      line: 3,
      verdict: "ok",
      reasons: [],
      name: "Budi Santoso",
      phone: "+6281234567891",
      code: "32.01.03.1006",
      kind: "kelurahan",
      candidates: [],
      startOn: null,
      endOn: null,
      status: "new",
    });
    expect(json.rows[2]).toMatchObject({ kind: "dinas-kab", code: "32.01" });
    expect(json.rows[4]).toMatchObject({
      line: 6,
      verdict: "doubt",
      reasons: ["ambiguous-place"],
      code: null,
      candidates: ["32.01.06.2001", "32.01.16.2013", "32.01.22.2001", "32.01.26.2001"],
    });
    expect(json.rows[5]).toMatchObject({ verdict: "error", reasons: ["missing-name", "unknown-place"], name: "" });
  });

  it("says what an older roster had, old and new, and who is missing", async () => {
    const older = await file("older.csv", [...GOOD, "Agus Salim;0812-3456-7899;Tajur;Citeureup;Kab. Bogor;Desa;1"]);
    const [first = "", second = "", third = ""] = GOOD;
    const newer = await file("newer.csv", [first, second.replace("Budi Santoso", "Budi Santosa"), third]);
    const { code, out } = await run(newer, "--against", older);
    expect(code).toBe(0);
    expect(out).toContain("0 baru · 1 berubah · 2 sama\n1 orang ada di daftar lama, tidak ada di berkas ini");
    expect(out).toContain("✅ Baris 3: Budi Santosa · Budi Santoso → Budi Santosa");
    const json = JSON.parse((await run(newer, "--against", older, "--json")).out);
    expect(json.rows.map(({ status }: { status: string }) => status)).toEqual(["same", "changed", "same"]);
  });

  it("takes a person's word for a column", async () => {
    const path = await file("good.csv", GOOD);
    const { code, out } = await run(path, "--column", "B=other");
    expect(code).toBe(1);
    expect(out).toContain("❌ Baris 2: Siti Aminah · Nomor HP belum diisi");
  });

  it("counts the rows of another class than the one that is named", async () => {
    const path = join(folder, "classes.csv");
    await writeFile(path, `${HEADING};Kelas\n${GOOD[0]};JABAR-1\n${GOOD[1]};\n${GOOD[2]};JABAR-2\n`);
    expect((await run(path, "--class", "JABAR-1")).out).toContain("1 baris menyebut kelas selain JABAR-1");
  });

  it.each([
    [[], "Name one file"],
    [["a.csv", "b.csv"], "Name one file"],
    [["a.csv", "--lang", "fr"], "--lang is neither id nor en: fr"],
    [["a.csv", "--column", "phone"], "--column is not like B=phone: phone"],
    [["a.csv", "--colour"], "--colour"],
  ])("says what is wrong with %j", async (typed, message) => {
    expect(await run(...typed)).toMatchObject({ code: 2, out: "", err: expect.stringContaining(message) });
  });

  it("helps when asked to", async () => {
    expect(await run("--help")).toMatchObject({ code: 0, out: expect.stringContaining("npm run roster -- FILE") });
  });
});
