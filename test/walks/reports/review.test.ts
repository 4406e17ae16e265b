// Reports are reviewed: accepted, or sent back with what is to be corrected; and nothing else is asked anew.
import { expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { presses, says } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

// Monday of the week after the class: 09:00 in Bintan.
const stage = stageAt("2024-06-10T02:00:00Z");
const acts = phoneActsOn(stage, 3000);

/** Siti of Berakit, and two trainers of her class. */
async function classOfSiti({ english = false } = {}) {
  const trainingClass = await buildClass(stage.db);
  const language = english ? ("en" as const) : ("id" as const);
  const rina = await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina", language });
  const mahmud = await buildTrainer(stage.db, [trainingClass.id], { name: "Mahmud Hidayat", language });
  const { person, plans } = await buildParticipant(stage.db, trainingClass.id, {
    ...{ name: "Siti Rahmawati", libraryName: "Perpustakaan Berakit", placeCode: "21.01.10.2001", language },
  });
  await stage.db.workPlan.updateMany({ data: { state: "not_started", activity: "Pelatihan membuat keripik pisang" } });
  const phoneOf = async ({ telegramId }: { telegramId: bigint | null }, name: string) => {
    const phone = stage.person({ id: Number(telegramId), name, english });
    phone.start();
    await stage.settle();
    return phone;
  };
  const siti = await phoneOf(person, "Siti");
  const trainers = { rina: await phoneOf(rina, "Rina"), mahmud: await phoneOf(mahmud, "Mahmud") };
  return { siti, ...trainers, plans, people: { person, rina, mahmud } };
}

const sendsPhotos =
  (...captions: string[]) =>
  (phone: Person) =>
    phone.sendsAlbum(captions.map((caption) => ({ caption })));

/** Siti reports on the second plan: 25 people came, 15 of them women, with two photos. */
async function reportsInDetail(siti: Person) {
  await acts(
    siti,
    says("/lapor"),
    presses("📝 Pelibatan Masyarakat"),
    presses("🔄 Berjalan"),
    presses("➕ Tambah rincian"),
  );
  await acts(
    siti,
    presses("Sesuai rencana"),
    presses(/^Kemarin/),
    presses("Ekonomi/UMKM"),
    says("25"),
    says("15"),
    says("5"),
  );
  await acts(siti, says("Ketua PKK"), says("PKK desa"), sendsPhotos("Pembukaan", "Peserta"), presses("✅ Selesai"));
  await acts(siti, says("Mencari pasar untuk keripik"), presses("Lewati"), presses("✅ Kirim laporan"));
}

// Keeps T09.
test("a report is sent back with two answers marked, corrected in these alone, and accepted", async () => {
  const { siti, rina } = await classOfSiti();
  await reportsInDetail(siti);
  stage.talk();

  await acts(rina, says("/start"), presses("📋 Tinjau (1)"), presses("✏️ Minta perbaikan"));
  await acts(rina, presses("⬜ Peserta"), presses("⬜ Foto/dokumen"), presses("✅ Selesai"));
  await acts(rina, says("Jumlahnya beda dengan daftar hadir, dan fotonya gelap"));
  await acts(
    siti,
    presses("✏️ Perbaiki sekarang"),
    says("23"),
    sendsPhotos("Daftar hadir", "Peserta"),
    presses("✅ Selesai"),
  );
  await acts(siti, presses("✅ Simpan perubahan"));
  await acts(rina, says("/tinjau"), presses("✅ Terima"));
  await acts(siti, says("/lapor"), says("/rapor"));

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/review.txt");
  const versions = await stage.db.progressReport.findMany({ orderBy: { id: "asc" }, include: { answers: true } });
  expect(versions.map(({ version, verdict, marked }) => ({ version, verdict, marked }))).toEqual([
    { version: 1, verdict: "correction", marked: ["q.participants", "files"] },
    { version: 2, verdict: "accepted", marked: [] },
  ]);
  const [before, after] = versions.map(({ answers }) =>
    Object.fromEntries(answers.map(({ question, amount, text, choices }) => [question, amount ?? text ?? choices])),
  );
  expect(after).toEqual({ ...before, participants: 23 });
  expect(stage.errors).toEqual([]);
});

// Keeps T09.
test("in English: two trainers at one report, a skipped one, a picture that Telegram has no longer", async () => {
  const { siti, rina, mahmud, people } = await classOfSiti({ english: true });
  await acts(siti, says("/report"), presses(/Advocacy/), presses("✅ Done"), presses("➕ Add details"));
  await acts(siti, says("Village head"), presses("✅ Done"), presses(/Village budget|budget/i), presses("Skip"));
  await acts(
    siti,
    sendsPhotos("Meeting", "Decree", "Signing"),
    presses("✅ Done"),
    presses("Skip"),
    presses("✅ Send the report"),
  );
  await acts(siti, says("/report"), presses(/Information/), presses(/In progress/), presses("✅ Send now"));
  const [lost] = await stage.db.evidence.findMany({ orderBy: { id: "asc" } });
  await stage.db.evidence.update({ where: { id: lost?.id ?? 0 }, data: { storedAs: "lost" } });
  stage.talk();

  await acts(rina, says("/review"), presses("⏭ Skip"), presses("⏭ Skip"), presses("🔁 From the start"));
  await acts(mahmud, says("/review"));
  await acts(rina, presses("✏️ Ask to correct"), presses("⬜ Story"), presses("✅ Done"), presses("Skip"));
  await acts(mahmud, presses("✅ Accept"), presses("✅ Accept"));
  await acts(siti, says("/report"), presses(/✏️ Correct /), says("The village now pays for internet"));
  await acts(siti, presses("✅ Save the changes"));
  await acts(siti, says("LP-241-0001"), presses(/Photos/));

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/review-in-english.txt");
  const versions = await stage.db.progressReport.findMany({ orderBy: { id: "asc" } });
  expect(versions.map(({ number, verdict, reviewedById }) => [number, verdict, reviewedById])).toEqual([
    ["LP-241-0001", "correction", people.rina.id],
    ["LP-241-0002", "accepted", people.mahmud.id],
    ["LP-241-0001", null, null],
  ]);
  expect(stage.errors).toEqual([]);
});
