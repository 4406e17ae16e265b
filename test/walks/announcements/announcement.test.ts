// One person speaks to many: composing, the exact preview, sending, holding and stopping, and who got it.

import { expect, test } from "vitest";
import { action } from "../../../src/domain/messages/action.js";
import { stageAt } from "../../support/stage/stage-at.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildTrainer,
  type ParticipantOptions,
} from "../../support/world/builders.js";

// Tuesday, 10 a.m. in Jakarta.
const stage = stageAt("2024-07-09T03:00:00Z");

/** An admin with a phone in hand. */
async function admin(options: { name?: string; regionCode?: string; english?: boolean } = {}) {
  const phone = stage.person({ name: options.name ?? "Budi", english: options.english === true });
  const person = await buildAdmin(stage.db, {
    name: options.name ?? "Budi Santoso",
    telegramId: phone.id,
    language: options.english === true ? "en" : "id",
    ...(options.regionCode !== undefined && { regionCode: options.regionCode }),
  });
  return { phone, person };
}

async function participant(classId: number, name: string, options: ParticipantOptions = {}) {
  const phone = stage.person({ name });
  const built = await buildParticipant(stage.db, classId, { name, telegramId: phone.id, ...options });
  phone.start();
  await stage.settle();
  stage.talk();
  return { phone, ...built };
}

type Phone = Awaited<ReturnType<typeof admin>>["phone"];

async function presses(phone: Phone, ...labels: string[]) {
  for (const label of labels) {
    phone.presses(label);
    await stage.settle();
  }
}

/** On the last message. */
function shownNow(phone: Phone): string[] {
  const markup = phone.lastMessage()?.reply_markup;
  return markup !== undefined && "inline_keyboard" in markup
    ? markup.inline_keyboard.flat().map(({ text }: { text: string }) => text)
    : [];
}

async function says(phone: Phone, ...what: Parameters<Phone["says"]>) {
  phone.says(...what);
  await stage.settle();
}

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

// Keeps A06.
test("a photo with a formatted caption and a link goes to everybody as it was sent", async () => {
  const { id: classId } = await buildClass(stage.db);
  const siti = await participant(classId, "Siti", { name: "Siti" });
  const { phone } = await admin();
  await says(phone, "/pengumuman");
  const formatting = [{ type: "text_link", offset: 0, length: 4, url: "https://perpusnas.go.id/" }] as const;
  phone.sendsPhoto({ caption: "Buka ini, {nama}", formatting });
  await stage.settle();
  await presses(phone, "👥 Kepada", "✅ Selesai", "✅ Kirim ke 1 orang", "✅ Ya, kirim ke 1 orang");

  const received = siti.phone.lastMessage();
  expect(received?.caption).toBe("Buka ini, Siti");
  expect(received?.caption_entities).toEqual(formatting);
  expect(received?.photo).toBeDefined();
  expect(stage.errors).toEqual([]);
});

test("a participant who is filling in a form gets it, and goes on with the form", async () => {
  const first = await buildClass(stage.db);
  const second = await buildClass(stage.db, { name: "Kelas Lanjutan", startsOn: "2024-07-22" });
  const siti = await participant(first.id, "Siti", { name: "Siti Rahmawati" });
  siti.phone.start(second.joinToken);
  await stage.settle();
  await presses(siti.phone, "Lewati");
  const { phone } = await admin();
  await says(phone, "/pengumuman");
  await says(phone, "Halo {nama}");
  await presses(phone, "👥 Kepada", "✅ Selesai", "✅ Kirim ke 1 orang", "✅ Ya, kirim ke 1 orang");
  expect(siti.phone.lastMessage()?.text).toBe("Halo Siti Rahmawati");

  await says(siti.phone, "Siti Rahmawati");

  expect(siti.phone.lastMessage()?.text).toContain("Langkah 3 dari");
  expect((await stage.db.draft.findFirstOrThrow({ where: { form: "registration" } })).answers).toMatchObject({
    name: "Siti Rahmawati",
  });
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

// Keeps A08.
test("an announcement to very many is approved by a second admin before it leaves", async () => {
  stage.world.settings.approvalAbove = 1;
  const { id: classId } = await buildClass(stage.db);
  await participant(classId, "Siti", { name: "Siti Rahmawati" });
  await participant(classId, "Ani", { name: "Ani Lestari" });
  const { phone: budi } = await admin();
  const { phone: dewi } = await admin({ name: "Dewi", english: true });
  dewi.start();
  await stage.settle();
  stage.talk();

  await says(budi, "/pengumuman");
  await says(budi, "Halo {nama}, mulai Senin perpustakaan buka sampai malam.");
  await presses(budi, "👥 Kepada", "✅ Selesai", "✅ Ajukan untuk 2 orang", "✅ Ya");
  await presses(dewi, "Check it", "✅ Approve and send");
  const approved = dewi.received().at(-1)!.message_id;
  const { contentHash, id } = await stage.db.announcement.findFirstOrThrow();
  stage.clock.advance(5000);
  dewi.pressesOn(approved, `approve_announcement:${id}:${contentHash.slice(0, 16)}`);
  await stage.settle();

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/approving-a-large-announcement.txt");
  expect(await stage.db.outbox.count({ where: { kind: "announcement", state: "sent" } })).toBe(2);
  expect(stage.errors).toEqual([]);
});

// Keeps P37.
test("a photo without words is kept, and its words are asked for: people with pictures off would receive nothing", async () => {
  const { id: classId } = await buildClass(stage.db);
  await participant(classId, "Siti");
  const { phone } = await admin();
  await says(phone, "/pengumuman");
  phone.sendsPhoto();
  await stage.settle();
  expect(phone.lastMessage()?.text).toContain("sebagian peserta membaca tanpa gambar");
  phone.sendsPhoto({ caption: "Jadwal baru: Senin pukul 09.00 WIB" });
  await stage.settle();
  expect(phone.lastMessage()?.text).toContain("Kepada: belum dipilih");
  expect(stage.errors).toEqual([]);
});

test("an album goes to everybody as one, with its words said once, and its parts are answered once", async () => {
  const { id: classId } = await buildClass(stage.db);
  const siti = await participant(classId, "Siti", { name: "Siti" });
  const { phone } = await admin();
  await says(phone, "/pengumuman");
  const before = phone.received().length;
  phone.sendsAlbum([{ caption: "Halo {nama}, tiga foto kegiatan" }, {}, {}]);
  await stage.settle();
  expect(phone.received().slice(before)).toHaveLength(1);
  expect(phone.lastMessage()?.text).toContain("📎 3 foto");
  await presses(phone, "🔗 Tombol");
  await says(phone, "perpusnas.go.id/jadwal");
  await says(phone, "Lihat jadwal");
  // Telegram has no buttons below an album: it is said on the page, and nothing can be sent.
  await presses(phone, "👥 Kepada", "✅ Selesai");
  expect(phone.lastMessage()?.text).toContain("Album tidak bisa diberi tombol");
  expect(shownNow(phone).filter((label) => label.startsWith("✅"))).toEqual([]);
  await presses(phone, "🔗 Tombol", "Tanpa tombol", "✅ Kirim ke 1 orang", "✅ Ya, kirim ke 1 orang");

  const received = siti.phone.received().slice(-3);
  expect(received.map(({ caption }) => caption)).toEqual(["Halo Siti, tiga foto kegiatan", undefined, undefined]);
  expect(new Set(received.map(({ media_group_id }) => media_group_id)).size).toBe(1);
  expect(stage.errors).toEqual([]);
});

test("a photo sent behind the text goes along; another one, at the page, does not push it out", async () => {
  const { id: classId } = await buildClass(stage.db);
  const siti = await participant(classId, "Siti", { name: "Siti" });
  const { phone } = await admin();
  await says(phone, "/pengumuman");
  await says(phone, "Bapak/Ibu {nama}, jadwalnya di foto.");
  phone.sendsPhoto();
  await stage.settle();
  expect(phone.lastMessage()?.text).toContain("Foto ditambahkan");
  expect(phone.lastMessage()?.text).toContain("Panjang: 36 dari 1.024 huruf");
  phone.sendsPhoto();
  await stage.settle();
  expect(phone.lastMessage()?.text).toContain("Foto itu belum ikut");
  await presses(phone, "✏️ Isi");
  await says(phone, "Bapak/Ibu {nama}, jadwal barunya di foto.");
  await presses(phone, "👥 Kepada", "✅ Selesai", "✅ Kirim ke 1 orang", "✅ Ya, kirim ke 1 orang");
  expect(siti.phone.lastMessage()).toMatchObject({ caption: "Bapak/Ibu Siti, jadwal barunya di foto." });
  expect(siti.phone.lastMessage()?.photo).toBeDefined();
  expect(stage.errors).toEqual([]);
});

test("a link button opens its page from everybody's copy, and what is no safe address is refused in words", async () => {
  const { id: classId } = await buildClass(stage.db);
  const siti = await participant(classId, "Siti", { name: "Siti" });
  const { phone } = await admin();
  await says(phone, "/pengumuman");
  await says(phone, "Jadwal baru sudah ada.");
  await presses(phone, "🔗 Tombol");
  for (const [typed, said] of [
    ["besok saja", "belum berupa alamat"],
    ["http://perpusnas.go.id", "diawali https://"],
    ["https://budi:rahasia@perpusnas.go.id", "kata sandi"],
  ] as const) {
    await says(phone, typed);
    expect(phone.lastMessage()?.text).toContain(said);
  }
  await says(phone, "https://perpusnas.go.id/jadwal");
  await presses(phone, "⬅️ Kembali");
  expect(phone.lastMessage()?.text).not.toContain("🔗");
  await presses(phone, "🔗 Tombol");
  await says(phone, "https://perpusnas.go.id/jadwal");
  await says(phone, "Lihat jadwal");
  expect(phone.lastMessage()?.text).toContain("🔗 Lihat jadwal → perpusnas.go.id");
  await presses(phone, "👥 Kepada", "✅ Selesai", "✅ Kirim ke 1 orang", "✅ Ya, kirim ke 1 orang");
  expect(siti.phone.lastMessage()?.reply_markup).toEqual({
    inline_keyboard: [[{ text: "Lihat jadwal", url: "https://perpusnas.go.id/jadwal" }]],
  });
  expect(stage.errors).toEqual([]);
});
