// One person speaks to many: composing, the exact preview, sending, holding and stopping, and who got it.
import { expect, test } from "vitest";
import { action } from "../../../src/domain/messages/action.js";
import { buildClass, buildRosterRow, buildTrainer } from "../../support/world/builders.js";
import { openAnnouncing } from "./announcing.js";

const { stage, admin, participant, presses, shownNow, says } = openAnnouncing();

// Keeps A06, A07, A13.
test("a formatted announcement is composed, seen, sent, and accounted for", async () => {
  const { id: classId } = await buildClass(stage.db);
  await buildTrainer(stage.db, [classId], { name: "Rina Marlina", telegramId: null });
  await participant(classId, "Siti", { name: "Siti Rahmawati" });
  await participant(classId, "Maria", { name: "Maria Magdalena Wulandari Kusumaningtyas" });
  const blocker = await participant(classId, "Anton", { name: "Anton" });
  blocker.phone.blocks();
  await buildRosterRow(stage.db, classId, { name: "Joko" });
  const { phone, person } = await admin();
  await stage.settle();

  await says(phone, "/pengumuman");
  await says(phone, "Bapak/Ibu {nama}, laporan ditunggu sampai Jumat.", [{ type: "bold", offset: 32, length: 12 }]);
  await presses(phone, "👥 Kepada", "✅ Selesai", "👀 Contoh", "👀 2 contoh");
  await presses(phone, "✅ Kirim ke 2 orang", "✅ Ya, kirim ke 2 orang");
  await presses(phone, "🔄 Perbarui", "Rincian", "📄 CSV");
  await says(phone, "Menelepon yang belum terjangkau");

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/announcing.txt");
  const [siti] = stage.sandbox.ledger.filter(({ text }) => text?.startsWith("Bapak/Ibu Siti Rahmawati,"));
  expect(siti).toBeDefined();
  const received = [...stage.sandbox.people.values()].find(({ name }) => name === "Siti")?.lastMessage();
  expect(received?.entities).toEqual([{ type: "bold", offset: 40, length: 12 }]);
  const audits = await stage.db.audit.findMany({ where: { actorId: person.id }, orderBy: { id: "asc" } });
  expect(audits.map(({ action, purpose }) => [action, purpose])).toEqual([
    ["announcement.preview", null],
    ["announcement.preview", null],
    ["announcement.publish", null],
    ["announcement.export", "Menelepon yang belum terjangkau"],
  ]);
  expect(stage.errors).toEqual([]);
});

// Keeps P26.
test("who has had a message today waits for tomorrow, unless the announcement is an emergency", async () => {
  const { id: classId } = await buildClass(stage.db);
  const siti = await participant(classId, "Siti", { name: "Siti Rahmawati" });
  const ani = await participant(classId, "Ani", { name: "Ani Lestari" });
  const { phone } = await admin();
  const texts = (one: typeof siti) => one.phone.received().map(({ text }) => text);
  // On the day before, so that it is not today's message.
  stage.clock.set(new Date("2024-07-08T03:00:00Z"));
  await says(phone, "/pengumuman");
  await says(phone, "Kemarin.");
  await presses(phone, "👥 Kepada", "✅ Selesai", "✅ Kirim ke 2 orang", "✅ Ya, kirim ke 2 orang");
  stage.clock.set(new Date("2024-07-09T03:00:00Z"));
  await stage.world.store.outbox.post(
    [
      {
        key: "sapaan",
        kind: "nudge",
        personId: siti.person.id,
        message: { text: "Sapaan pagi.", marks: [] },
        dueAt: stage.clock.now(),
      },
    ],
    stage.clock.now(),
  );
  await stage.settle();
  stage.talk();

  await says(phone, "/pengumuman");
  await presses(phone, "✍️ Buat baru");
  await says(phone, "Besok rapat biasa.");
  await presses(phone, "👥 Kepada", "✅ Selesai", "✅ Kirim ke 2 orang", "✅ Ya, kirim ke 2 orang");
  await says(phone, "/pengumuman");
  await presses(phone, "✍️ Buat baru");
  await says(phone, "Banjir: kelas hari ini batal.");
  await presses(phone, "👥 Kepada", "👤 Peran", "Pelatih", "👤 Peran", "Peserta", "✅ Selesai", "🚨 Darurat");
  await presses(phone, "🚨 Darurat", "✅ Kirim ke 2 orang", "✅ Ya, kirim ke 2 orang", "🔄 Perbarui");

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/announcing-an-emergency.txt");
  expect(texts(siti)).toContain("Banjir: kelas hari ini batal.");
  expect(texts(siti)).not.toContain("Besok rapat biasa.");
  expect(texts(ani)).toEqual(expect.arrayContaining(["Besok rapat biasa.", "Banjir: kelas hari ini batal."]));
  const audit = await stage.db.audit.findMany({ where: { action: "announcement.publish" }, orderBy: { id: "asc" } });
  expect(audit.map(({ details }) => (details as { emergency: boolean }).emergency)).toEqual([false, false, true]);
  expect(stage.errors).toEqual([]);
});

// Keeps A07.
test("an unknown or missing word blocks sending and is named", async () => {
  const { id: classId } = await buildClass(stage.db);
  await participant(classId, "Siti", { name: "Siti Rahmawati" });
  const trainer = stage.person({ name: "Rina" });
  await buildTrainer(stage.db, [classId], { name: "Rina Marlina", telegramId: trainer.id });
  trainer.start();
  await stage.settle();
  stage.talk();
  const { phone } = await admin();

  await says(phone, "/pengumuman");
  await says(phone, "Halo {nama lengkap}!");
  await says(phone, "Halo {nama} dari {perpustakaan}!");
  await presses(phone, "👥 Kepada", "👤 Peran", "Peserta dan pelatih", "✅ Selesai");
  expect(shownNow(phone).filter((label) => label.startsWith("✅"))).toEqual([]);
  await presses(phone, "👥 Kepada", "👤 Peran", "Peserta", "✅ Selesai");
  await presses(phone, "✅ Kirim ke 1 orang", "✅ Ya, kirim ke 1 orang");

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/announcing-with-a-wrong-word.txt");
  expect(await stage.db.outbox.count()).toBe(1);
  expect(stage.errors).toEqual([]);
});

// Keeps A01.
test("an admin of Jambi composes in English and reaches Jambi alone, by old buttons too", async () => {
  const jambi = await buildClass(stage.db, { provinceCode: "15", name: "Jambi Kota" });
  const riau = await buildClass(stage.db, { provinceCode: "14", name: "Riau Daratan" });
  await participant(jambi.id, "Joni", { placeCode: "15.05", language: "en" });
  const inRiau = await participant(riau.id, "Ratna", { placeCode: "14.01" });
  const country = await admin({ name: "Pusat" });
  await says(country.phone, "/pengumuman");
  await says(country.phone, "Untuk Riau");
  await presses(country.phone, "👥 Kepada", "📍 Wilayah", "⬜ Riau", "⬅️ Kembali", "✅ Selesai");
  await presses(country.phone, "✅ Kirim ke 1 orang", "✅ Ya, kirim ke 1 orang");
  const ofCountry = await stage.db.announcement.findFirstOrThrow();
  stage.talk();
  const { phone } = await admin({ name: "Dewi", regionCode: "15", english: true });

  await says(phone, "/announce");
  await says(phone, "Dear {nama}, the deadline is Friday.");
  await presses(phone, "👥 Recipients", "🏫 Class", "⬜ Jambi Kota · Mon 3 Jun", "⬅️ Back", "✅ Done");
  await presses(phone, "✅ Send to 1 person", "✅ Yes, send to 1 person");
  const card = phone.lastMessage()!.message_id;
  const { id } = ofCountry;
  const old = [
    action("announcement", id),
    action("pause_announcement", id),
    action("stop_announcement", id),
    action("announcement_details", id),
    action("export_announcement", id),
    action("resend_announcement", id),
    action("announcement_again", id, 1),
    action("change_announcement", id),
  ];
  for (const data of old) {
    phone.pressesOn(card, data);
    await stage.settle();
  }

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/announcing-from-jambi-in-english.txt");
  expect(inRiau.phone.received().map(({ text }) => text)).not.toContain("Dear Ratna, the deadline is Friday.");
  expect((await stage.db.announcement.findUniqueOrThrow({ where: { id: ofCountry.id } })).state).toBe("sending");
  expect(await stage.db.audit.count({ where: { subject: `announcement:${ofCountry.id}` } })).toBe(1);
  expect(stage.errors).toEqual([]);
});

// Keeps A10.
test("in the evening it waits for the morning, can be held and stopped, and nothing leaves", async () => {
  stage.clock.set(new Date("2024-07-09T14:00:00Z"));
  const { id: classId } = await buildClass(stage.db);
  const siti = await participant(classId, "Siti");
  const { phone } = await admin();
  await says(phone, "/pengumuman");
  await says(phone, "Besok libur.");
  await presses(phone, "👥 Kepada", "✅ Selesai", "✅ Kirim ke 1 orang", "✅ Ya, kirim ke 1 orang");
  await presses(phone, "⏸ Jeda", "▶️ Lanjutkan", "⏹ Hentikan", "Tidak, teruskan", "⏹ Hentikan", "Ya, hentikan");
  await presses(phone, "Rincian", "⬅️ Kembali");
  await says(phone, "/pengumuman");
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/stopping-an-announcement.txt");
  await stage.moveTo("2024-07-10T03:00:00Z");

  expect(siti.phone.received().map(({ text }) => text)).not.toContain("Besok libur.");
  const audits = await stage.db.audit.findMany({ orderBy: { id: "asc" } });
  expect(audits.map(({ action }) => action)).toEqual(
    // Asked whether to stop it, it is held.
    ["publish", "pause", "resume", "pause", "resume", "pause", "cancel"].map((verb) => `announcement.${verb}`),
  );
  expect(stage.errors).toEqual([]);
});

// Keeps A09.
test("of whom nobody knows, the admin decides from the details", async () => {
  const { id: classId } = await buildClass(stage.db);
  const siti = await participant(classId, "Siti", { name: "Siti Rahmawati" });
  await participant(classId, "Ani", { name: "Ani Lestari" });
  const { phone } = await admin();
  await says(phone, "/pengumuman");
  await says(phone, "Halo {nama}");
  await presses(phone, "👥 Kepada", "✅ Selesai", "✅ Kirim ke 2 orang", "✅ Ya, kirim ke 2 orang");
  // The process died while both were on their way.
  await stage.db.outbox.updateMany({ data: { state: "unknown", cause: "process died" } });
  stage.talk();
  await presses(phone, "🔄 Perbarui", "Rincian", "2. Kirim lagi", "1. Sudah sampai");

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/deciding-about-unknown-receivers.txt");
  expect(siti.phone.received().filter(({ text }) => text === "Halo Siti Rahmawati")).toHaveLength(2);
  expect(stage.errors).toEqual([]);
});

// Keeps F19, A09.
test("the button to send, pressed again and again, sends one announcement", async () => {
  const { id: classId } = await buildClass(stage.db);
  await participant(classId, "Siti");
  const { phone } = await admin();
  await says(phone, "/pengumuman");
  await says(phone, "Halo");
  await presses(phone, "👥 Kepada", "✅ Selesai", "✅ Kirim ke 1 orang");
  for (let press = 0; press < 10; press++) phone.presses(/^✅ Ya, kirim ke/);
  await stage.settle();

  expect(await stage.db.announcement.count()).toBe(1);
  expect(stage.sandbox.ledger.filter(({ text }) => text === "Halo")).toHaveLength(1);
  stage.talk();
  // The next one is one of its own, though the form is the same.
  await says(phone, "/pengumuman");
  await presses(phone, "✍️ Buat baru");
  await says(phone, "Halo lagi");
  await presses(phone, "👥 Kepada", "✅ Selesai", "✅ Kirim ke 1 orang", "✅ Ya, kirim ke 1 orang");
  expect(await stage.db.announcement.count()).toBe(2);
  expect(stage.errors).toEqual([]);
});
