// What an announcement consists of: photos, albums, links; very many receivers, and one in the middle of a form.
import { expect, test } from "vitest";
import { buildClass } from "../../support/world/builders.js";
import { openAnnouncing } from "./announcing.js";

const { stage, admin, participant, presses, shownNow, says } = openAnnouncing();

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
