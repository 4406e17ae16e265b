// From the plans of a library to its reports: written, reported on in two taps or in detail, stuck, corrected.
import { expect, test } from "vitest";
import { openReportScene } from "./report-scene.js";

const { stage, siti, says, presses, writtenPlans } = openReportScene();

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
