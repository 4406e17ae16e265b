// An announcement within the reach of the one who writes it, and of another admin who changes it.
import { expect, test } from "vitest";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildParticipant } from "../../support/world/builders.js";
import { openComposing } from "./composing-scene.js";

const { stage, does, admin, drafts, dataOf, shown } = openComposing();

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
test.each(WALKED_IN)("a photo or an album is kept while its words are still to come, in %s", async (language) => {
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
});

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

test.each(WALKED_IN)("what was opened and holds nothing is left at once, in %s", async (language) => {
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
