// Registration begun and left: what stands where there is nothing to do yet but to register, and what outlives the answers.

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { screen } from "../../support/stage/phone.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { buildClass } from "../../support/world/builders.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  stage = await openStage(database, "2024-06-02T02:00:00Z");
});
afterAll(() => database.close());

const turn = async (act: () => unknown) => {
  stage.clock.advance(5000);
  act();
  await stage.settle();
};
const buttonsOf = (person: Person) =>
  (person.lastMessage()?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);

async function atTheName(): Promise<{ siti: Person; subject: string }> {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti" });
  await turn(() => siti.start(trainingClass.joinToken));
  await turn(() => siti.presses("✅ Setuju"));
  await turn(() => siti.says("lewati"));
  return { siti, subject: `class:${trainingClass.id}` };
}

test("somebody who is not registered yet finds registration in every menu, and no button that leads nowhere", async () => {
  const { siti } = await atTheName();
  await turn(() => siti.says("Siti Rahmawati"));
  await turn(() => siti.says("bantuan"));
  expect(buttonsOf(siti)).toEqual(["📂 Isian tersimpan (1)", "▶️ Isi pendaftaran"]);
  await turn(() => siti.says("batal"));
  await turn(() => siti.says("simpan"));
  expect(buttonsOf(siti)).toEqual(["▶️ Lanjutkan"]);
  await turn(() => siti.says("apa ini"));
  expect(buttonsOf(siti)).toEqual(["📂 Isian tersimpan (1)", "▶️ Isi pendaftaran"]);
  await turn(() => siti.presses("▶️ Isi pendaftaran"));
  expect(screen(siti)).toContain("Bapak/Ibu bertugas di mana?");
});

test("somebody who throws the registration away and begins anew is asked for no class: that of their link is known", async () => {
  const { siti, subject } = await atTheName();
  await turn(() => siti.says("batal"));
  await turn(() => siti.says("Buang"));
  expect(screen(siti)).toContain("dibuang");
  expect(buttonsOf(siti)).toEqual(["▶️ Isi pendaftaran"]);
  await turn(() => siti.presses("▶️ Isi pendaftaran"));
  expect(screen(siti)).toContain("Langkah 1 dari 7");
  const begun = await stage.db.draft.findMany({ where: { form: "registration" } });
  expect(begun.map((draft) => [draft.subject, draft.answers, draft.result])).toEqual([[subject, {}, null]]);
});

test("who leaves out the number, or the form, is not thanked for it", async () => {
  const { siti } = await atTheName();
  const said = () => siti.received().map(({ text }) => text);
  expect(said().at(-2)).toBe("Baik, Bapak/Ibu.");
  await turn(() => siti.says("kembali"));
  await turn(() => siti.says("batal"));
  expect(said().at(-2)).toBe("Baik, Bapak/Ibu.");
  expect(said()).not.toContain("Terima kasih, sudah saya catat.");
});

test("kembali or lanjut after help, a thank-you or another screen leads back to the open question, and a second one to the one before", async () => {
  const { siti } = await atTheName();
  await turn(() => siti.says("Siti Rahmawati"));
  for (const aside of ["bantuan", "terima kasih", "/lanjut", "/bahasa"]) {
    await turn(() => siti.says(aside));
    await turn(() => siti.says(aside === "bantuan" ? "lanjut" : "kembali"));
    expect(screen(siti)).toMatch(/^Langkah 3 dari 7/);
  }
  await turn(() => siti.says("tidak tahu"));
  await turn(() => siti.says("kembali"));
  expect(screen(siti)).toContain("Langkah 2 dari 7");
  await turn(() => siti.says("kembali"));
  expect(screen(siti)).toContain("Langkah 1 dari 7");
});

test.each(["Simpan", "simpan untuk nanti", "💾 Simpan"])("%s written at the end of a form keeps it", async (typed) => {
  const { siti } = await atTheName();
  await turn(() => siti.says("Siti Rahmawati"));
  await turn(() => siti.says("batal"));
  await turn(() => siti.says(typed));
  expect(screen(siti)).toContain("sudah disimpan");
  await turn(() => siti.says("untuk"));
  expect(screen(siti)).toContain("belum mengerti");
});

test("a part of a button's words chooses it where no other button has them", async () => {
  const { siti } = await atTheName();
  await turn(() => siti.says("Siti Rahmawati"));
  await turn(() => siti.says("perpustakaan"));
  expect(screen(siti)).toContain("Silakan pilih salah satu tombol");
  await turn(() => siti.says("TBM"));
  expect(screen(siti)).toContain("Kabupaten/kota mana");
});

test("at the end a button's words change that answer, and ya is yes", async () => {
  const { siti } = await atTheName();
  for (const answer of [
    "Siti Rahmawati",
    "desa",
    "Kab. Bintan",
    "Teluk Sebong",
    "Berakit",
    "Perpustakaan Desa Berakit",
  ]) {
    await turn(() => siti.says(answer));
  }
  expect(screen(siti)).toContain("Sudah benar?");
  await turn(() => siti.says("nama"));
  await turn(() => siti.says("Siti Rahma"));
  await turn(() => siti.says("belum tahu"));
  expect(screen(siti)).toContain("Silakan pilih salah satu tombol");
  expect(await stage.db.participant.count()).toBe(0);
  await turn(() => siti.says("Ya, benar"));
  expect(screen(siti)).toContain("sudah terdaftar");
  expect(await stage.db.person.findMany({ select: { name: true } })).toEqual([{ name: "Siti Rahma" }]);
});
