// Writing announcements: several drafts at once, an audience chosen and saved by name, and nothing lost on the way.
import { expect, test } from "vitest";
import { action } from "../../../src/domain/messages/action.js";
import { putInForce, withValues } from "../../support/files/rules-workbook.js";
import { screen } from "../../support/stage/phone.js";
import { openComposing } from "./composing-scene.js";

const { stage, does, admin, drafts } = openComposing();

// Keeps A06.
test("an audience is ticked together, counted at each press, saved by name and taken again", async () => {
  const budi = await admin();
  await does(
    () => budi.says("/pengumuman"),
    () => budi.says("Bapak/Ibu {nama}, laporan ditunggu Jumat."),
    () => budi.presses("👥 Kepada"),
    () => budi.presses("📍 Wilayah"),
    () => budi.presses(/^⬜ Kepul/),
    () => budi.presses(/^⬜ Kali/),
    () => budi.presses("⬅️ Kembali"),
    () => budi.presses("📝 Rencana"),
    () => budi.presses("Belum melapor"),
    () => budi.presses("💾 Simpan ini"),
    () => budi.says("Dua provinsi belum melapor"),
    () => budi.presses("⬅️ Kembali"),
    () => budi.presses("✅ Selesai"),
  );
  expect(budi.lastMessage()?.text).toContain(
    "Kepada: Peserta · Kalimantan Selatan, Kepulauan Riau · belum melapor · 2 orang",
  );
  await does(
    () => budi.presses("✅ Kirim ke 2 orang"),
    () => budi.presses("✅ Ya, kirim ke 2 orang"),
    () => budi.says("/pengumuman"),
    () => budi.presses("✍️ Buat baru"),
    () => budi.says("Terima kasih, {nama}."),
    () => budi.presses("👥 Kepada"),
    () => budi.presses("⭐ Tersimpan"),
    () => budi.presses(/^⭐ Dua/),
    () => budi.presses("✅ Selesai"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/choosing-an-audience.txt");
  expect(budi.lastMessage()?.text).toContain("belum melapor · 2 orang");
  expect(stage.errors).toEqual([]);
});

// Keeps A06.
test("an admin of one province begins with its regencies, in English, and finds trainers by a part of the name", async () => {
  const budi = await admin({ english: true, regionCode: "21" });
  await does(
    () => budi.says("/announce"),
    () => budi.says("Dear {nama}, please report."),
    () => budi.presses("👥 Recipients"),
    () => budi.presses("📍 Region"),
    () => budi.presses("⬜ Kab. Bintan"),
    () => budi.presses("⬅️ Back"),
    () => budi.presses("🧑‍🏫 Trainer"),
    () => budi.says("marl"),
    () => budi.presses("⬜ Rina Marlina"),
    () => budi.presses("⬅️ Back"),
    () => budi.presses("📲 Joined"),
    () => budi.presses("Have not joined"),
    () => budi.presses("✅ Done"),
  );
  // Joko has not joined: he is counted, and cannot be written to.
  expect(budi.lastMessage()?.text).toContain("There is nobody yet who could receive this.");
  await does(
    () => budi.presses("👥 Recipients"),
    () => budi.presses("📲 Joined"),
    () => budi.presses("Joined or not"),
    () => budi.presses("✅ Done"),
    () => budi.presses("✅ Send to 2 people"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/choosing-an-audience-in-english.txt");
  expect(budi.lastMessage()?.text).toContain("not joined yet: 1");
  expect(stage.errors).toEqual([]);
});

// Keeps A06.
test("two drafts wait side by side, each with its day; one is gone on with, one is thrown away when asked", async () => {
  const budi = await admin();
  await does(
    () => budi.says("/pengumuman"),
    () => budi.says("Undangan rapat"),
    () => budi.presses("💾 Lanjut nanti"),
  );
  stage.clock.advance(86_400_000);
  await does(
    () => budi.says("/pengumuman"),
    () => budi.presses("✍️ Buat baru"),
    () => budi.says("Ucapan selamat"),
    () => budi.says("/batal"),
    () => budi.presses("💾 Simpan untuk nanti"),
    () => budi.says("/pengumuman"),
    () => budi.presses(/Undangan rapat/),
    () => budi.presses("🗑 Buang draf"),
    () => budi.presses("🗑 Buang isian"),
    () => budi.says("/pengumuman"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/two-drafts.txt");
  expect((await drafts()).map(({ answers }) => (answers as { content: { text: string } }).content.text)).toEqual([
    "Ucapan selamat",
  ]);
  expect(stage.errors).toEqual([]);
});

// Keeps A19.
test("the list of drafts says for how long this office keeps them", async () => {
  const budi = await admin();
  await does(
    () => budi.says("/pengumuman"),
    () => budi.says("Undangan rapat"),
    () => budi.presses("💾 Lanjut nanti"),
  );
  const openList = () => budi.pressesOn(budi.lastMessage()?.message_id ?? 0, action("announcement_drafts", 0));
  await does(openList);
  expect(screen(budi)).toContain("Disimpan 45 hari");
  await putInForce(stage, withValues({ leftDrafts: 20 }));
  await does(openList);
  expect(screen(budi)).toContain("Disimpan 20 hari");
});

test("handled twice and begun anew in the middle, every press and word is there once", async () => {
  const budi = await admin();
  stage.handlesTwice = true;
  await does(
    () => budi.says("/pengumuman"),
    () => budi.says("Halo {nama}"),
    () => budi.presses("👥 Kepada"),
    () => budi.presses("📍 Wilayah"),
    () => budi.presses(/^⬜ Kepul/),
  );
  stage.restart();
  await does(
    () => budi.presses("⬅️ Kembali"),
    () => budi.presses("✅ Selesai"),
    () => budi.presses("🕗 Waktu"),
  );
  stage.restart();
  await does(
    () => budi.says("besok 08.00"),
    () => budi.says("kembali"),
  );
  // Going back takes nothing away from a page.
  const [draft, ...others] = await drafts();
  expect(others).toEqual([]);
  expect(draft?.answers).toMatchObject({
    content: { text: "Halo {nama}" },
    audience: { places: ["21"] },
    when: "2024-07-10T08:00",
  });
  expect(budi.lastMessage()?.text).toContain("Kepada: Peserta · Kepulauan Riau · 2 orang");
  await does(
    () => budi.presses("✅ Jadwalkan: 2 orang"),
    () => budi.presses("✅ Ya"),
  );
  expect(await stage.db.announcement.count()).toBe(1);
  expect(stage.errors).toEqual([]);
});

// Keeps A06.
test("a text that the phone has cut in two is one, and said to be too long only as a whole", async () => {
  const budi = await admin();
  await does(
    () => budi.says("/pengumuman"),
    () => budi.says("a".repeat(4096)),
  );
  expect(budi.lastMessage()?.text).toContain("saya tunggu lanjutannya");
  await does(() => budi.says("b".repeat(100)));
  expect(budi.lastMessage()?.text).toContain("Kelebihan 100 huruf");
  expect(stage.errors).toEqual([]);
});
