// On the way to a report: words instead of buttons, restarts, reminders, and new questions meanwhile.
import { expect, test } from "vitest";
import { buildParticipant } from "../../support/world/builders.js";
import { openReportScene } from "./report-scene.js";

const { stage, siti, says, presses, writtenPlans } = openReportScene();

// Keeps P17, P34.
test("somebody who types a button's words instead of pressing it is understood", async () => {
  const { phone, plans } = await siti();
  await writtenPlans(plans.map(({ id }) => id));
  await says(phone, "/lapor");
  await presses(phone, "📝 Layanan Informasi");
  await says(phone, "berjalan", "tambah rincian");
  await says(phone, "promosi", "selesai", "10", "5", "2", "lewati", "Lewati", "LEWATI.");
  await presses(phone, "✅ Kirim laporan");
  expect(await stage.db.progressReport.findFirst()).toMatchObject({
    state: "in_progress",
    nextStep: null,
    story: null,
  });
  expect(stage.errors).toEqual([]);
});

// Keeps P05.
test("a report goes on after a restart at each of its steps", async () => {
  const { phone, plans } = await siti();
  await writtenPlans(plans.map(({ id }) => id));
  const acts: [string, () => unknown][] = [
    ["Bagaimana perkembangannya?", () => phone.presses("🔄 Berjalan")],
    ["Kirim sekarang, atau tambah", () => phone.presses("➕ Tambah rincian")],
    ["Siapa saja yang sudah ditemui?", () => phone.presses("⬜ Camat")],
    ["Siapa saja yang sudah ditemui?", () => phone.presses("✅ Selesai")],
    ["Apa hasil utamanya?", () => phone.presses("SK")],
    ["nilainya?", () => phone.says("1,5 juta")],
    ["Ada foto atau dokumen", () => phone.sendsPhoto()],
    ["1 foto diterima", () => phone.presses("✅ Selesai")],
    ["Apa langkah berikutnya?", () => phone.says("Bertemu camat")],
    ["cerita perubahan", () => phone.presses("Lewati")],
    ["Sudah benar?", () => phone.presses("✅ Kirim laporan")],
  ];

  await says(phone, "/lapor");
  await presses(phone, "📝 Advokasi");
  for (const [asked, act] of acts) {
    expect(phone.received().at(-1)?.text).toContain(asked);
    stage.restart();
    act();
    await stage.settle();
  }

  const [report] = await stage.db.progressReport.findMany({ include: { answers: { orderBy: { question: "asc" } } } });
  expect(report).toMatchObject({ state: "in_progress", nextStep: "Bertemu camat", story: null });
  expect(report?.answers).toMatchObject([
    { question: "met", choices: ["subdistrict_head"] },
    { question: "result", choices: ["decree"] },
    { question: "value", amount: 1_500_000 },
  ]);
  expect(stage.errors).toEqual([]);
});

// Keeps P22.
test("reminders: to write, before the due day, and one question after it; a report stops them", async () => {
  // The last day of the class.
  stage.clock.set(new Date("2024-06-07T09:00:00Z"));
  const { phone, trainingClass, plans } = await siti();
  const { person: budi } = await buildParticipant(stage.db, trainingClass.id, {
    name: "Budi Santoso",
    libraryName: "Perpustakaan Berakit",
    placeCode: "21.01.10.2001",
  });
  const colleague = stage.person({ id: Number(budi.telegramId), name: "Budi" });
  colleague.start();
  await stage.settle();
  stage.talk();
  /** Jobs run as the day begins, and again when the morning's messages are due: 08:30 in Bintan. */
  const morningOf = async (day: string) => {
    stage.clock.set(new Date(new Date(`${day}T00:00:00Z`).getTime() - 6 * 3_600_000));
    await stage.tick();
    stage.clock.set(new Date(`${day}T01:30:00Z`));
    await stage.tick();
  };

  await morningOf("2024-06-08");
  await writtenPlans(plans.map(({ id }) => id));
  // Two weeks and one week before the due day are Sundays: both are said on the Monday after.
  for (const day of ["2024-06-23", "2024-06-24", "2024-06-30"]) await morningOf(day);
  stage.clock.set(new Date("2024-06-30T20:00:00Z"));
  await stage.tick();
  await says(phone, "/lapor");
  await presses(phone, "📝 Layanan Informasi", "✅ Selesai", "✅ Kirim sekarang");
  for (const day of ["2024-07-01", "2024-07-06", "2024-07-08", "2024-07-09"]) await morningOf(day);
  await presses(colleague, "📝 Lapor");

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/plan-reminders.txt");
  expect(stage.errors).toEqual([]);
});

// Keeps P17.
test("new questions reach who begins after them; who had begun goes on with those of their version", async () => {
  const { phone, plans } = await siti();
  await writtenPlans(plans.map(({ id }) => id));
  const { questions } = stage.world.settings;
  await says(phone, "/lapor");
  await presses(phone, "📝 Layanan Informasi", "🔄 Berjalan", "➕ Tambah rincian", "⬜ Promosi", "✅ Selesai");
  await says(phone, "25");

  // A deploy: visitors are no longer asked for, the order is another, and one obstacle is gone.
  const { sets, obstacles } = questions.current;
  const [changed, , users, books] = sets.information_services;
  if (changed === undefined || users === undefined || books === undefined) throw new Error("Other questions shipped");
  const second = {
    version: 2,
    sets: { ...sets, information_services: [books, users, changed] },
    obstacles: obstacles.filter((key) => key !== "budget"),
  };
  stage.world.settings.questions = { current: second, all: [questions.current, second] };
  stage.restart();

  expect(phone.lastMessage()?.text).toContain("Langkah 4 dari 8");
  await says(phone, "12", "40");
  await presses(phone, "Lewati", "Lewati", "Lewati", "✅ Kirim laporan");
  const first = await stage.db.reportAnswer.findMany({ orderBy: { question: "asc" } });
  expect(first.map(({ question }) => question)).toEqual(["books_lent", "changed", "computer_users", "visitors"]);

  await presses(phone, "📝 Lapor lagi", "📝 Layanan Informasi", "🔄 Berjalan", "➕ Tambah rincian");
  expect(phone.lastMessage()?.text).toContain("Berapa buku");
  await presses(phone, "Tetap: 40");
  expect(phone.lastMessage()?.text).toContain("komputer atau internet");
  expect(stage.errors).toEqual([]);
});
