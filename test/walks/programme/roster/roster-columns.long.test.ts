// An office's list whose headings say little: what no column says is asked at once, and what was taken wrongly is corrected.

import { expect, test } from "vitest";
import type { Language } from "../../../../src/domain/people/person.js";
import { judgingOn } from "../../../support/files/office-workbook.js";
import { type Act, presses } from "../../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../../support/stage/stage-at.js";
import { buildAdmin, buildClass } from "../../../support/world/builders.js";

const stage = stageAt("2026-04-06T02:00:00Z", { judge: judgingOn("2026-04-06") });

const inTurn = phoneActsOn(stage, 2000);
const sends =
  (...lines: string[]): Act =>
  (phone) =>
    phone.sendsDocument({ name: "peserta.csv", mime: "text/csv", bytes: Buffer.from(lines.join("\n")) });

async function budiAtTheRoster(language: Language = "id") {
  const { id } = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "21", name: "Kepri" });
  const budi = stage.person({ name: "Budi" });
  await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: budi.id, regionCode: "21", language });
  const opens: Act = (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `roster:${id}`);
  await inTurn(budi, (p) => p.start(), opens);
  return { budi, opens };
}

const rows = async () =>
  (await stage.db.rosterRow.findMany({ orderBy: { name: "asc" } })).map(({ name, phone, placeCode, libraryName }) => ({
    ...{ name, phone, placeCode, libraryName },
  }));

/** "Kontak" is taken for the number, and the village stands where no word for a column says so. */
const MISLEADING = [
  "Nama,Kontak,Sambungan,Letak",
  "Siti Rahmawati,Pak Camat,0812 7777 1111,Desa Pangkil Kec. Teluk Bintan",
  "Hasan Ahmad,Bu Ani,0812 7777 2222,Desa Bintan Buyu Kec. Teluk Bintan",
];

test.each(["id", "en"] as const)(
  "columns taken wrongly are corrected, and the preview is made anew (%s)",
  async (language) => {
    const { budi } = await budiAtTheRoster(language);
    const words = {
      id: ["✏️ Kolom", "nomor HP", "alamat", "✅ Simpan 2 orang"],
      en: ["✏️ Columns", "phone number", "address", "✅ Save 2 people"],
    }[language];
    const [columns = "", phone = "", address = "", save = ""] = words;
    stage.talk();
    await inTurn(budi, sends(...MISLEADING));
    expect(budi.buttons().flat()).not.toContain(`[${save}]`);
    await inTurn(budi, presses(columns), presses(/^C · Sambungan/), presses(phone));
    await inTurn(budi, presses(columns), presses(/^D · Letak/), presses(address));
    await inTurn(budi, presses(save));
    await expect(stage.talk()).toMatchFileSnapshot(`../../transcripts/roster-columns-${language}.txt`);
    expect(await rows()).toEqual([
      { name: "Hasan Ahmad", phone: "+6281277772222", placeCode: "21.01.08.2001", libraryName: null },
      { name: "Siti Rahmawati", phone: "+6281277771111", placeCode: "21.01.08.2002", libraryName: null },
    ]);
    expect(stage.errors).toEqual([]);
  },
);

test("a file without words for columns is asked about at once, and who is in it goes in", async () => {
  const { budi } = await budiAtTheRoster();
  await inTurn(budi, sends("Siti Rahmawati,x,Pangkil", "Hasan Ahmad,x,Bintan Buyu"));
  expect(budi.lastMessage()?.text).toContain("Kolom mana yang berisi nama?");
  expect(budi.buttons().flat().slice(0, 3)).toEqual(["[A · Siti Rahmawati]", "[B · x]", "[C · Pangkil]"]);
  await inTurn(budi, presses(/^A /));
  expect(budi.lastMessage()?.text).toContain("Kolom mana yang berisi nomor HP?");
  // The column of the names is none of the numbers.
  expect(budi.buttons().flat()).not.toContain("[A · Siti Rahmawati]");
  await inTurn(budi, presses("Tidak ada di berkas ini"));
  expect(budi.lastMessage()?.text).toContain("2 tanpa telepon");
  await inTurn(budi, presses("✏️ Kolom"), presses(/^C /), presses("desa"));
  // That there is no number was said once.
  expect(budi.lastMessage()?.text).toContain("Kolom: A nama, C desa.");
  expect(stage.errors).toEqual([]);
});

test("two columns that claim the names, and a heading that names the people otherwise", async () => {
  const { budi, opens } = await budiAtTheRoster();
  await inTurn(budi, sends("Nama,Nama,No HP,Kode Desa", "Pak Lurah,Siti,0812 7777 1111,21.01.08.2001"));
  expect(budi.lastMessage()?.text).toContain("Kolom mana yang berisi nama?");
  await inTurn(budi, presses(/^B /), presses("✅ Simpan 1 orang"), opens);
  await inTurn(budi, sends("Yang Mewakili,No HP,Kode Desa", "Hasan,0812 7777 2222,21.01.08.2002"));
  expect(budi.lastMessage()?.text).toContain("Kolom mana yang berisi nama?");
  await inTurn(budi, presses(/^A /), presses("✅ Simpan 1 orang"));
  expect((await rows()).map(({ name }) => name)).toEqual(["Hasan", "Siti"]);
  expect(stage.errors).toEqual([]);
});

test("a heading that may be none is asked about until it is certain who the people are", async () => {
  const { budi } = await budiAtTheRoster();
  await inTurn(budi, sends("Nama,Catatan", "Siti Rahmawati,datang", "Hasan Ahmad,absen"));
  expect(budi.lastMessage()?.text).toContain("Kolom mana yang berisi nama?");
  await inTurn(budi, presses(/^A · Nama/), presses("Tidak ada di berkas ini"));
  expect(budi.lastMessage()?.text).toContain("2 baris dibaca");
  expect(stage.errors).toEqual([]);
});

test("an admin who leaves out the names is asked for them, and the way back leads through what was asked", async () => {
  const { budi } = await budiAtTheRoster();
  await inTurn(budi, sends("Nama,No HP,Kode Desa", "Siti,0812 7777 1111,21.01.08.2001"));
  await inTurn(budi, presses("✏️ Kolom"), presses(/^A · Nama/), presses("⬅️ Kembali"));
  expect(budi.lastMessage()?.text).toContain("1 baru");
  await inTurn(budi, presses("✏️ Kolom"), presses(/^A · Nama/), presses("Lewati kolom ini"));
  expect(budi.lastMessage()?.text).toContain("Kolom mana yang berisi nama?");
  await inTurn(budi, presses(/^A /));
  expect(budi.lastMessage()?.text).toContain("1 baru");
  // Another file begins from nothing.
  await inTurn(budi, presses("✏️ Berkas"), sends("No HP,Nama,Kode Desa", "0812 7777 1111,Siti,21.01.08.2001"));
  expect(budi.lastMessage()?.text).toContain("Kolom: A nomor HP, B nama, C kode desa.");
  expect(stage.errors).toEqual([]);
});

test("what was said of a doubtful line holds when a column is corrected", async () => {
  const { budi } = await budiAtTheRoster();
  await inTurn(budi, sends("Nama,No HP,Desa,Letak", "Siti,0812 7777 1111,Sungai Raya,TBM Melati"));
  expect(budi.lastMessage()?.text).toContain("Desa mana yang dimaksud?");
  await inTurn(budi, presses(/^Sungai Raya, /));
  expect(budi.lastMessage()?.text).toContain("1 baru");
  await inTurn(budi, presses("✏️ Kolom"), presses(/^D · Letak/), presses("perpustakaan"));
  expect(budi.lastMessage()?.text).toContain("1 baru");
  await inTurn(budi, presses("✅ Simpan 1 orang"));
  expect((await rows())[0]).toMatchObject({ name: "Siti", libraryName: "TBM Melati" });
  expect(stage.errors).toEqual([]);
});
