// Keyboards and copied texts bring characters that nobody sees. Whatever is written is read, found and passed on without them.

import { expect, test } from "vitest";
import type { Person as SandboxPerson } from "../../../src/sandbox/shapes.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildSession, buildTrainer } from "../../support/world/builders.js";

// Monday after the class, 09:00 in Bintan.
const stage = stageAt("2024-06-10T02:00:00Z");

/** A mark of direction before every letter, a zero-width space behind it, and an end of direction at the end. */
function withUnseen(text: string): string {
  return `\u2068${[...text].map((letter) => `\u200f${letter}\u200b`).join("")}\u2069\ufeff`;
}

async function says(phone: SandboxPerson, ...texts: string[]) {
  for (const text of texts) {
    phone.says(withUnseen(text));
    await stage.settle();
  }
}

async function presses(phone: SandboxPerson, ...buttons: string[]) {
  for (const button of buttons) {
    phone.presses(button);
    await stage.settle();
  }
}

async function onStage() {
  const trainingClass = await buildClass(stage.db);
  const rina = stage.person({ name: "Rina" });
  await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina", telegramId: rina.id });
  const siti = stage.person({ name: "Siti" });
  const { plans } = await buildParticipant(stage.db, trainingClass.id, { name: "Siti Rahmawati", telegramId: siti.id });
  for (const phone of [rina, siti]) phone.start();
  await stage.settle();
  return { trainingClass, rina, siti, plans };
}

const lastTo = (phone: SandboxPerson) => phone.received().at(-1)?.text ?? "";

test("a registration by link holds none of them", async () => {
  const { joinToken } = await buildClass(stage.db);
  const phone = stage.person({ name: "Joko" });
  phone.says(withUnseen(`/start ${joinToken}`));
  await stage.settle();
  await presses(phone, "✅ Setuju");
  await says(phone, "Lewati", "Joko Susilo");
  await presses(phone, "Perpustakaan desa");
  await says(phone, "Bintan", "Teluk Sebong", "Berakit", "Perpustakaan Cahaya");
  await presses(phone, "✅ Benar, daftarkan");
  const participant = await stage.db.participant.findFirstOrThrow({ include: { person: true, library: true } });
  expect(participant.person.name).toBe("Joko Susilo");
  expect(participant.library).toMatchObject({ name: "Perpustakaan Cahaya", placeCode: "21.01.10.2001" });
  expect(stage.errors).toEqual([]);
});

test("a plan, a report with its numbers, days and captions hold none of them", async () => {
  const { siti, plans } = await onStage();
  await says(siti, "/rencana");
  await presses(siti, "✍️ Pelibatan Masyarakat");
  await says(siti, "Pelatihan membuat keripik", "30 Juni", "25 orang ikut", "Kelompok tani");
  await presses(siti, "✅ Simpan rencana");
  await says(siti, "/lapor");
  await presses(siti, "📝 Pelibatan Masyarakat", "✅ Selesai", "➕ Tambah rincian");
  await says(siti, "Pelatihan keripik", "8 Juni", "ekonomi/umkm", "1.250 orang");
  await says(siti, "1.250", "dua puluh", "5", "lewati", "PKK desa");
  siti.sendsPhoto({ caption: withUnseen("Foto bersama") });
  await stage.settle();
  await says(siti, "selesai", "Seorang ibu kini berjualan.");
  await presses(siti, "✅ Kirim laporan");

  const plan = await stage.db.workPlan.findUniqueOrThrow({ where: { id: plans[1]?.id ?? 0 } });
  expect(plan).toMatchObject({
    activity: "Pelatihan membuat keripik",
    measure: "25 orang ikut",
    partner: "Kelompok tani",
  });
  expect(plan.targetOn).toEqual(new Date("2024-06-30"));
  const report = await stage.db.progressReport.findFirstOrThrow({
    include: { evidence: true, answers: { orderBy: { question: "asc" } } },
  });
  expect(report).toMatchObject({ story: "Seorang ibu kini berjualan.", evidence: [{ caption: "Foto bersama" }] });
  expect(report.answers).toMatchObject([
    { question: "activity", text: "Pelatihan keripik" },
    { question: "children", amount: 5 },
    { question: "held_on", day: new Date("2024-06-08") },
    { question: "participants", amount: 1250 },
    { question: "partner", text: "PKK desa" },
    { question: "theme", choices: ["economy"] },
    { question: "women", amount: 20 },
  ]);
  await says(siti, report.number);
  expect(lastTo(siti)).toContain(report.number);
  await says(siti, `/rapor ${report.number}`);
  expect(lastTo(siti)).toContain(report.number);
  expect(stage.errors).toEqual([]);
});

test("a question, the reply to it and a search hold none of them", async () => {
  const { siti, rina } = await onStage();
  await says(siti, "/tanya", "Formulirnya yang mana?");
  const asked = rina.received().findLast(({ text }) => text?.includes("Formulirnya yang mana?"));
  rina.repliesTo(asked?.message_id ?? 0, withUnseen("Yang biru."));
  await stage.settle();
  const said = await stage.db.threadMessage.findMany({ orderBy: { id: "asc" } });
  expect(said.map(({ text }) => text)).toEqual(["Formulirnya yang mana?", "Yang biru."]);
  await says(rina, "/peserta rahmawati");
  expect(lastTo(rina)).toContain("Siti Rahmawati");
  expect(stage.errors).toEqual([]);
});

test("a session is moved to a day and a time written with them", async () => {
  const { trainingClass, rina } = await onStage();
  const session = await buildSession(stage.db, trainingClass.id, { startsAt: new Date("2024-06-12T02:00:00Z") });
  rina.pressesOn(rina.received().at(-1)?.message_id ?? 0, `move_session:${session.id}`);
  await stage.settle();
  await says(rina, "13 Juni", "setengah 10");
  await presses(rina, "✅ Tetap pindahkan");
  const moved = await stage.db.trainingSession.findUniqueOrThrow({ where: { id: session.id } });
  expect(moved.startsAt).toEqual(new Date("2024-06-13T02:30:00Z"));
  expect(stage.errors).toEqual([]);
});

test("an announcement loses them, and what was bold stays bold", async () => {
  await onStage();
  const budi = stage.person({ name: "Budi" });
  await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: budi.id });
  await says(budi, "/pengumuman");
  const words = `${withUnseen("Laporan ditunggu ")}${withUnseen("Jumat")}.`;
  const offset = withUnseen("Laporan ditunggu ").length;
  budi.says(words, [{ type: "bold", offset, length: withUnseen("Jumat").length }]);
  await stage.settle();
  await presses(budi, "👥 Kepada", "✅ Selesai", "✅ Kirim ke 1 orang", "✅ Ya, kirim ke 1 orang");
  const { content } = await stage.db.announcement.findFirstOrThrow();
  expect(content).toEqual({ text: "Laporan ditunggu Jumat.", marks: [{ type: "bold", offset: 17, length: 5 }] });
  expect(stage.errors).toEqual([]);
});

test("a text that the phone cut by its length is waited for, though without them it is shorter", async () => {
  const { siti, rina } = await onStage();
  siti.says("/tanya");
  await stage.settle();
  const beginning = "Rak buku kami lapuk. ".repeat(195).slice(0, 4095);
  siti.says(`${beginning.slice(0, 2000)}\u200b${beginning.slice(2000)}`);
  await stage.settle();
  expect(lastTo(siti)).toContain("saya tunggu lanjutannya");
  expect(await stage.db.threadMessage.count()).toBe(0);
  siti.says("Sebaiknya diganti?");
  await stage.settle();
  // The two together are too long for a question; the end alone would have been one.
  expect(await stage.db.threadMessage.count()).toBe(0);
  expect(rina.received().filter(({ text }) => text?.includes("Sebaiknya diganti?"))).toEqual([]);
  siti.says("Rak mana yang boleh diganti?");
  await stage.settle();
  const said = await stage.db.threadMessage.findMany();
  expect(said.map(({ text }) => text)).toEqual(["Rak mana yang boleh diganti?"]);
  expect(stage.errors).toEqual([]);
});
