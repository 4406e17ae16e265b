// Photos and documents: an album is one message, what comes late finds its question, what comes after a receipt is offered to it.

import { expect, test } from "vitest";
import type { Person as SandboxPerson } from "../../../src/sandbox/shapes.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

const stage = stageAt("2024-06-10T02:00:00Z");

async function wati(options: { english?: boolean } = {}) {
  const english = options.english === true;
  const trainingClass = await buildClass(stage.db);
  await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" });
  const { person, plans } = await buildParticipant(stage.db, trainingClass.id, {
    name: "Wati Lestari",
    ...{ libraryName: "Perpustakaan Berakit", placeCode: "21.01.10.2001" },
    language: english ? "en" : "id",
  });
  await stage.db.workPlan.updateMany({
    data: { state: "in_progress", activity: "Kelas membaca nyaring", writtenAt: stage.clock.now() },
  });
  const phone = stage.person({ id: Number(person.telegramId), name: "Wati", english });
  phone.start();
  await stage.settle();
  stage.talk();
  return { phone, person, plans };
}

async function does(...acts: (() => unknown)[]) {
  for (const act of acts) {
    act();
    await stage.settle();
    stage.clock.advance(1000);
  }
}

/** Up to the question about photos of a report about advocacy, which is stuck: no numbers are asked for. */
async function toThePhotos(phone: SandboxPerson) {
  await does(
    () => phone.says("/lapor"),
    () => phone.presses("📝 Advokasi"),
    () => phone.presses("Belum mulai"),
    () => phone.presses("➕ Tambah rincian"),
  );
}

const evidence = () =>
  stage.db.evidence.findMany({ orderBy: { id: "asc" }, include: { report: { select: { number: true } } } });
const reported = async () => (await evidence()).map(({ report }) => report?.number ?? null);

test("photos that come after Selesai go with the report, and those after the receipt are offered to it", async () => {
  const { phone } = await wati();
  await toThePhotos(phone);
  await does(
    () => phone.sendsAlbum([{}, {}, {}]),
    () => phone.presses("✅ Selesai"),
    () => phone.sendsPhoto(),
    () => phone.says("Bertemu kepala desa pekan depan"),
    () => phone.presses("Lewati"),
    () => phone.presses("✅ Kirim laporan"),
    () => phone.sendsAlbum([{}, {}]),
    () => phone.presses(/^Ya, tambahkan ke LP-/),
    () => phone.sendsPhoto(),
    () => phone.presses("Tidak"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/photos-late.txt");
  expect(await reported()).toEqual(Array.from({ length: 6 }, () => "LP-241-0001"));
  expect(stage.errors).toEqual([]);
});

test("what is no photo is explained at the question about photos, in English too", async () => {
  const { phone } = await wati({ english: true });
  await does(
    () => phone.says("/report"),
    () => phone.presses(/Advocacy/),
    () => phone.presses("Not started"),
    () => phone.presses(/Add details/),
    () => phone.sendsVoice(),
    () => phone.sendsSticker(),
    () => phone.sendsLocation(),
    () =>
      phone.sendsDocument({ name: "minutes.PDF", mime: "application/octet-stream", bytes: Buffer.from("%PDF-1.7") }),
    () => phone.sendsDocument({ name: "setup.exe", mime: "application/octet-stream", bytes: Buffer.from("MZ") }),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/photos-explained.txt");
  expect(await evidence()).toHaveLength(1);
  expect(stage.errors).toEqual([]);
});

test("a program that calls itself a photo is no evidence, and its sender hears so once", async () => {
  const { phone } = await wati();
  await toThePhotos(phone);
  const program = Buffer.from("MZ\x90\x00This program cannot be run in DOS mode", "latin1");
  const pdf = Buffer.from("%PDF-1.4 notulen");
  await does(
    () => phone.sendsDocument({ name: "foto.jpg", mime: "image/jpg", bytes: program }),
    () => phone.sendsDocument({ name: "notulen.jpg", mime: "IMAGE/JPEG", bytes: pdf }),
    () => phone.presses("✅ Selesai"),
    () => phone.presses("Lewati"),
    () => phone.presses("Lewati"),
    () => phone.presses("✅ Kirim laporan"),
  );
  stage.talk();
  await stage.tick();
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/photo-that-is-a-program.txt");
  await stage.tick();
  expect(stage.talk()).not.toContain("ternyata bukan");
  expect((await evidence()).map(({ mimeType }) => mimeType)).toEqual(["application/pdf"]);
  expect([...stage.files.values()].map((bytes) => Buffer.from(bytes).toString("latin1"))).toEqual(["%PDF-1.4 notulen"]);
  expect(stage.errors).toEqual([]);
});

test("photos long after a receipt are not offered to it", async () => {
  const { phone } = await wati();
  await does(
    () => phone.says("/lapor"),
    () => phone.presses("📝 Advokasi"),
    () => phone.presses("Tidak ada perubahan"),
  );
  stage.clock.advance(16 * 60_000);
  await does(() => phone.sendsPhoto());
  expect(phone.lastMessage()?.text).not.toContain("Ditambahkan ke laporan");
  expect(await evidence()).toEqual([]);
});

test("photos for a report that its trainer has reviewed come with its next version", async () => {
  const { phone } = await wati();
  await does(
    () => phone.says("/lapor"),
    () => phone.presses("📝 Advokasi"),
    () => phone.presses("Tidak ada perubahan"),
  );
  await stage.db.progressReport.updateMany({ data: { reviewedAt: stage.clock.now() } });
  stage.handlesTwice = true;
  await does(() => phone.sendsPhoto());
  expect(phone.lastMessage()?.text).toContain("sudah diperiksa pelatih");
  await does(() => phone.presses(/^Ya, tambahkan/));
  const versions = await stage.db.progressReport.findMany({
    orderBy: { version: "asc" },
    include: { evidence: true },
  });
  expect(versions.map(({ version, evidence: files }) => [version, files.length])).toEqual([
    [1, 0],
    [2, 1],
  ]);
  expect(stage.errors).toEqual([]);
});

test("after a receipt a file that cannot be kept is explained, and does not cost an album its other photos", async () => {
  const { phone } = await wati();
  await does(
    () => phone.says("/lapor"),
    () => phone.presses("📝 Advokasi"),
    () => phone.presses("Tidak ada perubahan"),
  );
  await does(() => phone.sendsDocument({ name: "lagu.mp3", mime: "audio/mpeg", bytes: Buffer.from("ID3") }));
  expect(phone.lastMessage()?.text).toContain("Jenis berkas itu belum bisa saya simpan");
  const before = phone.received().length;
  await does(() => phone.sendsAlbum([{ size: 30_000_000 }, {}, {}]));
  expect(phone.received()).toHaveLength(before + 1);
  expect(phone.lastMessage()?.text).toContain("2 foto diterima");
  expect(phone.lastMessage()?.text).toContain("lebih besar dari 20 MB");
  await does(() => phone.presses(/^Ya, tambahkan/));
  expect(await reported()).toEqual(["LP-241-0001", "LP-241-0001"]);
  // The same photo again: it is there already.
  const [first] = await evidence();
  await does(() => phone.sendsPhoto({ fileUniqueId: first?.fileUniqueId ?? "" }));
  expect(phone.lastMessage()?.text).toContain("sudah pernah dikirim");
  expect(stage.errors).toEqual([]);
});
