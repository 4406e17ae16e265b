// From the plans of a library to its reports: written, reported on in two taps or in detail, stuck, corrected, reminded of.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Person as SandboxPerson } from "../../../src/sandbox/shapes.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  // Monday of the week after the class: 09:00 in Bintan.
  stage = await openStage(database, "2024-06-10T02:00:00Z");
});
afterAll(() => database.close());

const BERAKIT = { libraryName: "Perpustakaan Berakit", placeCode: "21.01.10.2001" };

/** Siti of Perpustakaan Berakit, in a class of 3 to 7 June whose plans are due on 7 July. */
async function siti(options: { english?: boolean; name?: string } = {}) {
  const trainingClass = await buildClass(stage.db);
  const trainer = await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" });
  const { person, plans, library } = await buildParticipant(stage.db, trainingClass.id, {
    name: "Siti Rahmawati",
    ...BERAKIT,
    language: options.english === true ? "en" : "id",
  });
  const phone = stage.person({ id: Number(person.telegramId), name: "Siti", english: options.english === true });
  phone.start();
  await stage.settle();
  stage.talk();
  return { phone, person, plans, library, trainer, trainingClass };
}

async function says(phone: SandboxPerson, ...texts: string[]) {
  for (const text of texts) {
    // Nobody answers in the second in which the question comes.
    stage.clock.advance(1000);
    phone.says(text);
    await stage.settle();
  }
}

async function presses(phone: SandboxPerson, ...buttons: string[]) {
  for (const button of buttons) {
    phone.presses(button);
    await stage.settle();
  }
}

async function writtenPlans(planIds: number[]) {
  await stage.db.workPlan.updateMany({
    where: { id: { in: planIds } },
    data: { state: "not_started", activity: "Pelatihan membuat keripik pisang", writtenAt: stage.clock.now() },
  });
}

// Keeps P15.
test("a participant writes three plans: one typed, one as a photo, one not there yet", async () => {
  const { phone, plans } = await siti();

  await says(phone, "/rencana");
  await presses(phone, "✍️ Layanan Informasi");
  await says(phone, "Menata ulang sudut baca anak");
  await presses(phone, "7 Juli 2024");
  await says(phone, "40 pengunjung sebulan");
  await presses(phone, "Lewati", "✅ Simpan rencana", "📋 Rencana", "✍️ Pelibatan Masyarakat");
  phone.sendsAlbum([{ caption: "Halaman 1" }, { caption: "Halaman 2" }]);
  await stage.settle();
  await presses(phone, "✅ Selesai", "✅ Simpan rencana", "📋 Rencana", "✍️ Advokasi", "Belum punya");
  await says(phone, "/rencana");

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/three-plans.txt");
  const written = await stage.db.workPlan.findMany({
    orderBy: { id: "asc" },
    include: { evidence: { orderBy: { id: "asc" } } },
  });
  expect(written.map(({ state, activity, measure, partner }) => ({ state, activity, measure, partner }))).toEqual([
    {
      state: "not_started",
      activity: "Menata ulang sudut baca anak",
      measure: "40 pengunjung sebulan",
      partner: null,
    },
    { state: "not_started", activity: "lihat foto formulir", measure: null, partner: null },
    { state: "none_yet", activity: null, measure: null, partner: null },
  ]);
  expect(written[0]?.targetOn).toEqual(new Date("2024-07-07"));
  expect(written[1]?.evidence.map(({ caption, reportId }) => ({ caption, reportId }))).toEqual([
    { caption: "Halaman 1", reportId: null },
    { caption: "Halaman 2", reportId: null },
  ]);
  expect(plans).toHaveLength(3);
  expect(stage.errors).toEqual([]);
});

// Keeps P16.
test("nothing has changed takes two taps, and the receipt's number finds the report", async () => {
  const { phone, plans } = await siti();
  await writtenPlans(plans.map(({ id }) => id));

  await says(phone, "/lapor");
  await presses(phone, "📝 Advokasi", "Tidak ada perubahan");
  const report = await stage.db.progressReport.findFirstOrThrow();
  await says(phone, report.number, `/rapor ${report.number.toLowerCase()}`, "/rapor", "/rapor LP-999-1");

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/report-in-two-taps.txt");
  expect(report).toMatchObject({ number: "LP-241-0001", version: 1, state: "not_started", planId: plans[2]?.id });
  expect(stage.errors).toEqual([]);
});

// Keeps P17, P18.
test("a report in detail: numbers as people write them, an album, a receipt", async () => {
  const { phone, plans } = await siti();
  await writtenPlans(plans.map(({ id }) => id));
  await stage.world.store.reports.add(
    {
      number: "LP-241-0001",
      version: 1,
      planId: plans[1]?.id ?? 0,
      authorId: 1,
      onBehalf: false,
      state: "in_progress",
      obstacle: null,
      nextStep: null,
      story: null,
      answers: [
        { question: "participants", amount: 25 },
        { question: "theme", choices: ["economy"] },
      ],
      updateId: 1,
    },
    stage.clock.now(),
  );

  await says(phone, "/lapor");
  await presses(phone, "📝 Pelibatan Masyarakat", "✅ Selesai", "➕ Tambah rincian");
  await presses(phone, "Sesuai rencana", "Kemarin (Min 9 Jun)", "Tetap: Ekonomi/UMKM");
  await says(phone, "banyak sekali", "1.250", "25 orang", "20-30", "dua puluh", "5");
  await presses(phone, "Lewati");
  await says(phone, "PKK desa");
  phone.sendsDocument({ name: "daftar.exe", mime: "application/x-msdownload", bytes: new Uint8Array(8) });
  await stage.settle();
  phone.sendsPhoto({ caption: "Terlalu besar", size: 21 * 1024 * 1024 });
  await stage.settle();
  const before = phone.received().length;
  phone.sendsAlbum(Array.from({ length: 10 }, (_, n) => ({ caption: `Foto ${n + 1}`, fileUniqueId: `unique-${n}` })));
  await stage.settle();
  expect(phone.received()).toHaveLength(before + 1);
  phone.sendsPhoto({ fileUniqueId: "unique-3" });
  await stage.settle();
  await presses(phone, "✅ Selesai");
  await says(phone, "Seorang ibu kini berjualan keripik setiap pekan.");
  await presses(phone, "✏️ Anak");
  await says(phone, "6");
  // Girls are women and children: they fit, so that is asked about and not refused.
  await presses(phone, "Ya, 6");
  await presses(phone, "✅ Kirim laporan");

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/report-in-detail.txt");
  const report = await stage.db.progressReport.findFirstOrThrow({
    where: { number: "LP-241-0002" },
    include: { answers: { orderBy: { question: "asc" } }, evidence: { orderBy: { id: "asc" } } },
  });
  expect(report).toMatchObject({ state: "done", story: "Seorang ibu kini berjualan keripik setiap pekan." });
  expect(report.answers).toMatchObject([
    { question: "activity", text: "Pelatihan membuat keripik pisang" },
    { question: "children", amount: 6 },
    { question: "held_on", day: new Date("2024-06-09") },
    { question: "participants", amount: 25 },
    { question: "partner", text: "PKK desa" },
    { question: "theme", choices: ["economy"] },
    { question: "women", amount: 20 },
  ]);
  expect(report.evidence.map(({ caption }) => caption)).toEqual(Array.from({ length: 10 }, (_, n) => `Foto ${n + 1}`));
  await stage.tick();
  const copies = await stage.db.evidence.findMany();
  expect(copies.every(({ storedAs }) => storedAs !== null && stage.files.has(storedAs))).toBe(true);
  expect(stage.errors).toEqual([]);
});

// Keeps P30, P20.
test("somebody stuck names the obstacle, asks for help, and corrects the report", async () => {
  const { phone, plans } = await siti();
  await writtenPlans(plans.map(({ id }) => id));

  await says(phone, "/lapor");
  await presses(phone, "📝 Advokasi", "⚠️ Ada kendala", "Anggaran/APBDes", "🙋 Minta bantuan pelatih");
  await presses(phone, "✏️ Ubah", "✏️ Kendala");
  await says(phone, "Kepala desa sedang sakit");
  await presses(phone, "✅ Simpan perubahan");

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/stuck.txt");
  const versions = await stage.db.progressReport.findMany({ orderBy: { version: "asc" } });
  expect(versions).toMatchObject([
    { number: "LP-241-0001", version: 1, state: "stuck", obstacle: "budget" },
    { number: "LP-241-0001", version: 2, state: "stuck", obstacle: "Kepala desa sedang sakit" },
  ]);
  const followUps = await stage.db.followUp.findMany({ orderBy: { id: "asc" } });
  expect(followUps.map(({ reason, resolution }) => ({ reason, resolution }))).toEqual([
    { reason: "stuck", resolution: "reported" },
    { reason: "help", resolution: "reported" },
    { reason: "stuck", resolution: null },
  ]);
  expect(stage.errors).toEqual([]);
});

test("an English speaker writes a plan and reports on it", async () => {
  const { phone } = await siti({ english: true });

  await says(phone, "/plan");
  await presses(phone, "✍️ Information services");
  await says(
    phone,
    "Rearrange the children's corner",
    "31 July",
    "30 June",
    "40 visitors a month",
    "The women's group",
  );
  await presses(phone, "✅ Save the plan");
  await says(phone, "/report");
  await presses(phone, "📝 Information services", "🔄 In progress", "➕ Add details");
  await presses(phone, "⬜ Promotion", "⬜ Collection", "☑️ Promotion", "✅ Done");
  await says(phone, "1,250", "12", "40 books");
  await presses(phone, "Skip", "Skip", "Skip", "✅ Send the report");
  await says(phone, "/progress");

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/report-in-english.txt");
  const answers = await stage.db.reportAnswer.findMany({ orderBy: { question: "asc" } });
  expect(answers).toMatchObject([
    { question: "books_lent", amount: 40 },
    { question: "changed", choices: ["collection"] },
    { question: "computer_users", amount: 12 },
    { question: "visitors", amount: 1250 },
  ]);
  expect(stage.errors).toEqual([]);
});

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
  stage = await openStage(database, "2024-06-07T09:00:00Z");
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

// Keeps P20.
test("the last report is changed days later from /lapor, and the trainer sees what changed", async () => {
  const { phone, plans, trainer } = await siti();
  await writtenPlans(plans.map(({ id }) => id));
  const rina = stage.person({ id: Number(trainer.telegramId), name: "Rina" });
  rina.start();
  await stage.settle();
  await says(phone, "/lapor");
  await presses(phone, "📝 Layanan Informasi", "🔄 Berjalan", "➕ Tambah rincian", "⬜ Promosi", "✅ Selesai");
  await says(phone, "25", "12", "40");
  await presses(phone, "Lewati", "Lewati", "Lewati", "✅ Kirim laporan");
  // The trainer has read and reviewed it.
  stage.clock.set(new Date("2024-06-10T10:00:00Z"));
  await stage.tick();
  await stage.db.progressReport.updateMany({ data: { reviewedAt: stage.clock.now() } });
  stage.clock.set(new Date("2024-06-12T02:00:00Z"));
  stage.talk();

  await says(phone, "/lapor");
  await presses(phone, "✏️ Ubah laporan terakhir", "✏️ Pengunjung");
  await says(phone, "35");
  await presses(phone, "✏️ Cerita");
  await says(phone, "Anak-anak kini membaca setiap sore.");
  await presses(phone, "✅ Simpan perubahan");
  // Changed twice before the evening: told once, with all that changed.
  await presses(phone, "✏️ Ubah", "✏️ Status", "✅ Selesai", "✅ Simpan perubahan");
  stage.clock.set(new Date("2024-06-12T09:45:00Z"));
  await stage.tick();
  await says(rina, "LP-241-0001");
  rina.says(`/start`);
  await stage.settle();
  rina.pressesOn(rina.lastMessage()?.message_id ?? 0, `case:${plans[0]?.id}`);
  await stage.settle();

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/report-changed.txt");
  expect(await stage.db.progressReport.count({ where: { number: "LP-241-0001" } })).toBe(3);
  expect(stage.errors).toEqual([]);
});

/** Siti and Ani of one library; Siti has reported and is half-way through changing that report. */
async function halfWay() {
  const { phone, plans, trainingClass } = await siti();
  await writtenPlans(plans.map(({ id }) => id));
  const { id } = trainingClass;
  const { person } = await buildParticipant(stage.db, id, { ...BERAKIT, name: "Ani Lestari" });
  const ani = stage.person({ id: Number(person.telegramId), name: "Ani" });
  ani.start();
  await says(phone, "/lapor");
  await presses(phone, "📝 Layanan Informasi", "🔄 Berjalan", "➕ Tambah rincian", "⬜ Promosi", "✅ Selesai");
  await says(phone, "25", "12", "40");
  await presses(phone, "Lewati", "Lewati", "Lewati", "✅ Kirim laporan");
  stage.clock.advance(3_600_000);
  await presses(phone, "✏️ Ubah", "✏️ Cerita");
  await says(phone, "Anak-anak kini membaca setiap sore.");
  stage.talk();
  const versions = async () =>
    (await stage.db.progressReport.findMany({ orderBy: { id: "asc" } })).map(
      ({ number, version, authorId, story, state }) => [
        number,
        version,
        authorId === person.id ? "Ani" : "Siti",
        story,
        state,
      ],
    );
  return { phone, ani, versions };
}

const STORY = "Anak-anak kini membaca setiap sore.";

// Keeps P20.
test("whose report a colleague changed meanwhile is told what, loses nothing and sends theirs on top", async () => {
  const { phone, ani, versions } = await halfWay();
  await says(ani, "/lapor");
  await presses(ani, "✏️ Ubah laporan terakhir", "✏️ Pengunjung");
  await says(ani, "35");
  await presses(ani, "✅ Simpan perubahan");
  stage.talk();

  await presses(phone, "✅ Simpan perubahan");
  expect(await versions()).toHaveLength(2);
  // The bot starts anew, and she comes back the next day.
  stage.restart();
  stage.clock.advance(24 * 3_600_000);
  await presses(phone, "✅ Pakai isian saya");
  await says(ani, "LP-241-0001");

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/report-changed-meanwhile.txt");
  expect(await versions()).toEqual([
    ["LP-241-0001", 1, "Siti", null, "in_progress"],
    ["LP-241-0001", 2, "Ani", null, "in_progress"],
    ["LP-241-0001", 3, "Siti", STORY, "in_progress"],
  ]);
  expect(stage.errors).toEqual([]);
});

// Keeps P20.
test("changed once more before the choice, it is told once more; giving way leaves the colleague's", async () => {
  const { phone, ani, versions } = await halfWay();
  await says(ani, "/lapor");
  await presses(ani, "✏️ Ubah laporan terakhir", "✏️ Status", "✅ Selesai", "✅ Simpan perubahan");
  await presses(phone, "✅ Simpan perubahan");
  await presses(ani, "✏️ Ubah", "✏️ Pengunjung");
  await says(ani, "36");
  await presses(ani, "✅ Simpan perubahan");
  await presses(phone, "✅ Pakai isian saya");
  expect(phone.lastMessage()?.text).toContain("pengunjung: 25 → 36");
  expect(await versions()).toHaveLength(3);

  await presses(phone, "Pakai yang terbaru");
  expect(phone.lastMessage()?.text).toContain("Isian Bapak/Ibu tadi tidak dikirim.");
  expect((await versions()).at(-1)).toEqual(["LP-241-0001", 3, "Ani", null, "done"]);
  expect(await stage.world.store.drafts.unfinishedOf(phone.id)).toEqual([]);
  expect(await stage.world.store.drafts.unfinishedOf(ani.id)).toEqual([]);
  expect(stage.errors).toEqual([]);
});

// Keeps P20.
test("a newer report or a review that came meanwhile is told too, and theirs is not lost", async () => {
  const { phone, ani, versions } = await halfWay();
  await says(ani, "/lapor");
  await presses(ani, "📝 Layanan Informasi", "⚠️ Ada kendala", "Anggaran/APBDes");
  await presses(phone, "✅ Simpan perubahan");
  expect(phone.lastMessage()?.text).toContain("LP-241-0002, ada kendala");
  await presses(phone, "✅ Pakai isian saya");
  expect((await versions()).at(-1)).toEqual(["LP-241-0003", 1, "Siti", STORY, "in_progress"]);

  await presses(phone, "✏️ Ubah", "✏️ Status", "✅ Selesai");
  await stage.db.progressReport.updateMany({ data: { reviewedAt: stage.clock.now() } });
  await presses(phone, "✅ Simpan perubahan");
  expect(phone.lastMessage()?.text).toContain("Pelatih sudah memeriksa laporan LP-241-0003");
  await presses(phone, "✅ Pakai isian saya");
  expect((await versions()).at(-1)).toEqual(["LP-241-0003", 2, "Siti", STORY, "done"]);
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
