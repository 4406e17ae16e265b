// Writing announcements: several drafts at once, an audience chosen and saved by name, and nothing lost on the way.
import { beforeEach, expect, test } from "vitest";
import type { Person as Phone } from "../../../src/sandbox/shapes.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildTrainer,
} from "../../support/world/builders.js";

// Tuesday, 10 a.m. in Jakarta.
const stage = stageAt("2024-07-09T03:00:00Z");
const does = actsOn(stage, 2500);

beforeEach(async () => {
  const kepri = await buildClass(stage.db, { provinceCode: "21", name: "Kepri 1" });
  const kalsel = await buildClass(stage.db, { provinceCode: "63", name: "Kalsel 1" });
  await buildTrainer(stage.db, [kepri.id], { name: "Rina Marlina", telegramId: null });
  for (const name of ["Siti", "Ani"]) await buildParticipant(stage.db, kepri.id, { name, placeCode: "21.01.10.2001" });
  const wati = await buildParticipant(stage.db, kalsel.id, { name: "Wati" });
  await stage.db.workPlan.updateMany({
    where: { libraryId: wati.library.id },
    data: { state: "done", lastReportAt: stage.clock.now() },
  });
  await buildRosterRow(stage.db, kepri.id, { name: "Joko", placeCode: "21.01.10.2001" });
});

async function admin({ english = false, regionCode }: { english?: boolean; regionCode?: string } = {}): Promise<Phone> {
  const phone = stage.person({ name: "Budi", english });
  await buildAdmin(stage.db, {
    ...{ name: "Budi Santoso", telegramId: phone.id, language: english ? "en" : "id" },
    ...(regionCode !== undefined && { regionCode }),
  });
  phone.start();
  await stage.settle();
  stage.talk();
  return phone;
}

async function drafts() {
  const all = await stage.db.draft.findMany({ where: { form: "announcement" } });
  return all.filter(({ result }) => result === null);
}

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

// Keeps A15.
test("its receivers are asked whether they have read it when the page says so; the example shows that button too", async () => {
  const { id: classId } = await stage.db.trainingClass.findFirstOrThrow({ where: { provinceCode: "21" } });
  const siti = stage.person({ name: "Siti" });
  await buildParticipant(stage.db, classId, { name: "Siti Rahmawati", telegramId: siti.id, kind: "province_office" });
  siti.start();
  const budi = await admin();
  await does(
    () => budi.says("/pengumuman"),
    () => budi.says("Rapat hari Senin."),
    () => budi.presses("⬜ Sudah baca?"),
  );
  expect(budi.lastMessage()?.text).toContain("👍 Penerima diminta menandai sudah membaca");
  await does(
    () => budi.presses("👀 Contoh"),
    () => budi.presses("👍 Sudah saya baca"),
  );
  expect(await stage.db.draft.count({ where: { form: "announcement" } })).toBe(1);
  await does(
    () => budi.presses("👥 Kepada"),
    () => budi.presses("✅ Selesai"),
    () => budi.presses(/^✅ Kirim ke/),
    () => budi.presses(/^✅ Ya/),
    () => siti.presses("👍 Sudah saya baca"),
  );
  const rows = await stage.db.announcementRecipient.findMany({ where: { readAt: { not: null } } });
  expect(rows).toHaveLength(1);
  expect(stage.errors).toEqual([]);
});

// Keeps A06.
test.each(["id", "en"] as const)(
  "a photo or an album is kept while its words are still to come, in %s",
  async (language) => {
    const budi = await admin({ english: language === "en" });
    const kept = language === "id" ? "📎 1 foto sudah saya simpan" : "📎 1 photo: kept";
    await does(
      () => budi.says(language === "id" ? "/pengumuman" : "/announce"),
      () => budi.sendsPhoto(),
    );
    expect(budi.lastMessage()?.text).toContain(kept);
    await does(() => budi.says("Halo {Nama}"));
    expect(budi.lastMessage()?.text).toContain("“Halo {nama}”");
    expect(budi.lastMessage()?.text).toContain(language === "id" ? "📎 1 foto" : "📎 1 photo");
    await does(() => budi.presses({ data: dataOf(budi, "menu") }));

    // Phones put an album's caption on the first picture, unless one was written below another of them.
    await does(
      () => budi.says(language === "id" ? "/pengumuman" : "/announce"),
      () => budi.presses(language === "id" ? "✍️ Buat baru" : "✍️ New announcement"),
      () => budi.sendsAlbum([{}, { caption: "Tiga foto" }, {}]),
    );
    expect(budi.lastMessage()?.text).toContain("“Tiga foto”");
    expect(budi.lastMessage()?.text).toContain(language === "id" ? "📎 3 foto" : "📎 3 photos");
    expect(stage.errors).toEqual([]);
  },
);

function dataOf(phone: Phone, word: string): string {
  const buttons = (phone.lastMessage()?.reply_markup?.inline_keyboard ?? []).flat();
  return (
    buttons.flatMap((one) =>
      "callback_data" in one && one.callback_data?.endsWith(word) ? one.callback_data : [],
    )[0] ?? ""
  );
}

// Keeps A06.
test("an admin of one regency is offered that regency, and a province chosen before is called what is theirs of it", async () => {
  const budi = await admin({ regionCode: "21.01" });
  await does(
    () => budi.says("/pengumuman"),
    () => budi.says("Laporan ditunggu Jumat."),
    () => budi.presses("👥 Kepada"),
    () => budi.presses("📍 Wilayah"),
  );
  expect(shown(budi).filter((label) => /^(⬜|☑️)/.test(label))).toEqual(["⬜ Kab. Bintan"]);
  const [draft] = await drafts();
  const audience = { scope: { kind: "all" }, role: "participants", plans: "any", places: ["21"] };
  await stage.db.draft.update({
    where: { id: draft?.id ?? 0 },
    data: { answers: { ...(draft?.answers as object), audience } },
  });
  await does(() => budi.presses("⬅️ Kembali"));
  expect(budi.lastMessage()?.text).toContain("Sekarang: Peserta · Kab. Bintan");
  expect(budi.lastMessage()?.text).toContain("Menerima: 2 orang");
  await does(() => budi.presses("📍 Wilayah"));
  // What is ticked can be taken away again.
  await does(() => budi.presses("☑️ Kepulauan Riau"));
  expect(shown(budi).filter((label) => /^(⬜|☑️)/.test(label))).toEqual(["⬜ Kab. Bintan"]);
  expect(stage.errors).toEqual([]);
});

function shown(phone: Phone): string[] {
  return (phone.lastMessage()?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
}

test.each(["id", "en"] as const)("what was opened and holds nothing is left at once, in %s", async (language) => {
  const budi = await admin({ english: language === "en" });
  for (const command of ["/pengumuman", "/ekspor"]) {
    await does(
      () => budi.says(command),
      () => budi.presses(language === "id" ? "Batal" : "Cancel"),
    );
    expect(budi.lastMessage()?.text).toContain(
      language === "id" ? "Tidak ada isian yang disimpan." : "we leave it at that",
    );
  }
  await does(() => budi.says("/pengumuman"));
  await does(() => budi.sendsPhoto());
  // With something in it, what becomes of it is asked.
  await does(() => budi.says("/batal"));
  expect(shown(budi)).toContain(language === "id" ? "💾 Simpan untuk nanti" : "💾 Save for later");
  expect(stage.errors).toEqual([]);
});

/** For tomorrow morning, to all of their reach. */
const schedules = (phone: Awaited<ReturnType<typeof admin>>, words: string) => [
  () => phone.says("/pengumuman"),
  () => phone.says(words),
  () => phone.presses("👥 Kepada"),
  () => phone.presses("✅ Selesai"),
  () => phone.presses("🕗 Waktu"),
  () => phone.says("besok pagi jam 8"),
  () => phone.presses("✅ Jadwalkan: 2 orang"),
  () => phone.presses("✅ Ya"),
];

// Keeps A06, A12.
test("what an admin of the whole country changes in an announcement of a province stays with that province", async () => {
  const budi = await admin({ regionCode: "21" });
  const sri = stage.person({ name: "Sri" });
  await buildAdmin(stage.db, { name: "Sri Wahyuni", telegramId: sri.id });
  await does(
    ...schedules(budi, "Rapat di aula"),
    () => sri.says("/start"),
    () => sri.says("/pengumuman"),
    () => sri.presses(/Rapat di aula/),
    () => sri.presses("✏️ Ubah"),
  );
  expect(sri.lastMessage()?.text).toContain("Kepada: Peserta · Kepulauan Riau · 2 orang");
  await does(
    () => sri.presses("👥 Kepada"),
    () => sri.presses("📍 Wilayah"),
  );
  expect(shown(sri).filter((label) => /^(⬜|☑️)/.test(label))).toEqual(["⬜ Kepulauan Riau", "⬜ Kab. Bintan"]);
  await does(
    () => sri.presses("⬅️ Kembali"),
    () => sri.presses("✅ Selesai"),
    () => sri.presses("✏️ Isi"),
    () => sri.says("Rapat di balai"),
    () => sri.presses("✅ Simpan perubahan"),
    () => sri.presses("✅ Ya"),
  );
  const { audience, content } = await stage.db.announcement.findFirstOrThrow();
  expect(audience).toMatchObject({ reach: [{ regionCode: "21", cohortId: null }] });
  expect(content).toMatchObject({ text: "Rapat di balai" });
  // It is in the hands of the one who wrote it still.
  await does(
    () => budi.says("/pengumuman"),
    () => budi.presses(/Rapat di balai/),
  );
  expect(budi.lastMessage()?.text).toContain("dijadwalkan");
  expect(stage.errors).toEqual([]);
});

test("two admins who change one announcement do not take back each other's changes unawares", async () => {
  const budi = await admin({ regionCode: "21" });
  const sri = stage.person({ name: "Sri" });
  await buildAdmin(stage.db, { name: "Sri Wahyuni", telegramId: sri.id });
  await does(
    ...schedules(budi, "Rapat di aula"),
    () => budi.presses("✏️ Ubah"),
    () => sri.says("/start"),
    () => sri.says("/pengumuman"),
    () => sri.presses(/Rapat di aula/),
    () => sri.presses("✏️ Ubah"),
    () => sri.presses("✏️ Isi"),
    () => sri.says("Rapat di balai"),
    () => sri.presses("✅ Simpan perubahan"),
    () => sri.presses("✅ Ya"),
    () => budi.presses("🕗 Waktu"),
    () => budi.says("besok jam 9 pagi"),
    () => budi.presses("✅ Simpan perubahan"),
    () => budi.presses("✅ Ya"),
  );
  expect(budi.lastMessage()?.text).toContain("Sri Wahyuni baru saja mengubah pengumuman ini");
  expect((await stage.db.announcement.findFirstOrThrow()).content).toMatchObject({ text: "Rapat di balai" });
  // Their own is not lost: seen, and saved again, it is what is meant.
  await does(
    () => budi.presses("✅ Simpan perubahan"),
    () => budi.presses("✅ Ya"),
  );
  const now = await stage.db.announcement.findFirstOrThrow();
  expect([now.content, now.localTime]).toEqual([
    expect.objectContaining({ text: "Rapat di aula" }),
    expect.stringContaining("T09:00"),
  ]);
  expect(stage.errors).toEqual([]);
});
