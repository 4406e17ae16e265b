// A trainer's evenings: what changed since the last summary, never twice, and nothing on a day without news.

import { expect, test } from "vitest";
import { loadActor } from "../../../src/bot/gate/actor.js";
import { isKnown } from "../../../src/domain/people/person.js";
import type { ReportState } from "../../../src/domain/plans/work-plan.js";
import { recordProgressReport } from "../../../src/use-cases/reports/record-progress-report.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

const stage = stageAt("2024-07-01T09:00:00Z");

/** At once to a later time; every job asks what is owed then. */
async function at(instant: string): Promise<void> {
  stage.clock.set(new Date(instant));
  await stage.tick();
}

let updateId = 900;

async function report(telegramId: number, planId: number, state: ReportState, obstacle: string | null = null) {
  const actor = await loadActor(stage.world, telegramId);
  if (!isKnown(actor)) throw new Error("nobody is known by that account");
  updateId += 1;
  const none = { nextStep: null, story: null, answers: [], evidenceIds: [], corrects: null };
  await recordProgressReport(stage.world, actor, { planId, state, obstacle, ...none, updateId });
}

/** A class of the province that ended on 7 June, so that plans are due on 7 July, with a trainer on stage. */
async function aTrainer(name: string, provinceCode: string, language: "id" | "en") {
  const trainingClass = await buildClass(stage.db, { provinceCode, name: `Kelas ${name}` });
  const trainer = stage.person({ name });
  await buildTrainer(stage.db, [trainingClass.id], { name, telegramId: trainer.id, provinceCode, language });
  trainer.start();
  await stage.settle();
  return { trainer, trainingClass };
}

// Four days of jobs, and the first test pays for the start of the database: on a busy machine more than the usual 20 s.
// Keeps T05.
test("three days of summaries count nothing twice, and a silent day sends none", { timeout: 90_000 }, async () => {
  const { trainer: rina, trainingClass } = await aTrainer("Rina", "21", "id");
  const { trainer: yos, trainingClass: eastern } = await aTrainer("Yos", "81", "en");
  const siti = await buildParticipant(stage.db, trainingClass.id, {
    name: "Siti Rahmawati",
    placeCode: "21.01.10.2001",
    libraryName: "Perpustakaan Berakit",
  });
  await buildParticipant(stage.db, eastern.id, { name: "Maria Latuheru", libraryName: "Perpustakaan Amahai" });
  const [information, engagement, advocacy] = siti.plans.map(({ id }) => id);
  if (information === undefined || engagement === undefined || advocacy === undefined) throw new Error("three plans");
  stage.talk();

  // Monday: a report and one who joined. The east hears of its own at 16:30 WIT, which is 14:30 in the west.
  await report(Number(siti.person.telegramId), information, "in_progress");
  stage.clock.set(new Date("2024-07-01T09:10:00Z"));
  await buildParticipant(stage.db, trainingClass.id, { name: "Ana Pertiwi", libraryName: "Perpustakaan Pengudang" });
  await stage.db.participant.updateMany({
    where: { person: { name: "Ana Pertiwi" } },
    data: { joinedAt: stage.clock.now() },
  });
  await at("2024-07-01T09:29:00Z");
  await at("2024-07-01T09:30:00Z");
  await at("2024-07-01T09:45:00Z");
  // Tuesday: nothing happens.
  await at("2024-07-02T09:30:00Z");
  // Wednesday: one is stuck, minutes after the last summary's time of day.
  stage.clock.set(new Date("2024-07-03T02:00:00Z"));
  await report(Number(siti.person.telegramId), engagement, "stuck", "budget");
  rina.says("/ringkasan");
  await stage.settle();
  await at("2024-07-03T09:30:00Z");
  // Monday after the due day: all that was not done is late now, in both zones.
  await at("2024-07-08T07:30:00Z");
  await at("2024-07-08T09:30:00Z");

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/daily-summaries.txt");
  const kept = await stage.db.dailySummary.findMany({
    where: { trainer: { telegramId: rina.id } },
    orderBy: { day: "asc" },
  });
  expect(kept.map(({ day, sent }) => [day.toISOString().slice(8, 10), sent])).toEqual([
    ["01", true],
    ["02", false],
    ["03", true],
    ["08", true],
  ]);
  expect(kept.slice(1).map(({ fromAt }) => fromAt)).toEqual(kept.slice(0, -1).map(({ toAt }) => toAt));
  const told = rina.received().map(({ text }) => text ?? "");
  expect(told.filter((text) => text.includes("Siti Rahmawati melapor: Layanan Informasi"))).toHaveLength(1);
  expect(told.filter((text) => text.includes("Ana Pertiwi bergabung"))).toHaveLength(1);
  expect(yos.received().some(({ text }) => text?.includes("16:30 WIT"))).toBe(true);
  expect(stage.errors).toEqual([]);
});

// Keeps T05.
test("a long day stays within one message and pages the rest", async () => {
  const { trainer: rina, trainingClass } = await aTrainer("Rina", "21", "id");
  const long = "Perpustakaan Taman Bacaan Masyarakat Cahaya Ilmu Pengetahuan Nusantara ".padEnd(100, "x");
  for (let n = 0; n < 24; n++) {
    const { plans } = await buildParticipant(stage.db, trainingClass.id, {
      name: `Siti Nurhaliza Kusumawardhani Binti Abdurrahman ${n} `.padEnd(80, "y"),
      libraryName: `${long}${n}`,
    });
    await stage.db.workPlan.updateMany({
      where: { id: { in: plans.map(({ id }) => id) } },
      data: { dueOn: new Date("2024-06-26T00:00:00Z") },
    });
  }
  await stage.db.participant.updateMany({ data: { joinedAt: stage.clock.now() } });

  await at("2024-07-01T09:30:00Z");
  const summary = rina.lastMessage()?.text ?? "";
  rina.presses("Semua kabar");
  await stage.settle();
  const firstPage = rina.lastMessage()?.text ?? "";
  const isLastPage = () => rina.lastMessage()?.text?.includes("–24 dari 24") === true;
  for (let page = 1; !isLastPage() && page < 24; page++) {
    rina.presses("Berikutnya ➡️");
    await stage.settle();
  }

  expect(summary).toContain("Kabar baru (24)");
  expect(summary).toMatch(/dan 2\d lainnya/);
  expect(summary.length).toBeLessThan(4096);
  expect(firstPage).toMatch(/Kabar baru 1–\d dari 24/);
  expect(firstPage.length).toBeLessThanOrEqual(700);
  expect(rina.lastMessage()?.text).toMatch(/–24 dari 24/);
  rina.says("/terlambat");
  await stage.settle();
  expect(rina.lastMessage()?.text?.length).toBeLessThan(4096);
  expect(rina.lastMessage()?.text).toContain("24 orang");
  rina.says("/peserta");
  await stage.settle();
  expect(rina.lastMessage()?.text).toContain("(24)");
  expect(rina.lastMessage()?.text?.length).toBeLessThan(4096);
  expect(stage.errors).toEqual([]);
});

test.each([
  {
    language: "id" as const,
    ...{ line: "⏳ Menunggu izin bergabung: 2, terlama sejak 1 Juli", button: "⏳ Menunggu izin (1)" },
    one: "⏳ Menunggu izin bergabung: 1, sejak 2 Juli",
  },
  {
    language: "en" as const,
    ...{ line: "⏳ Waiting to be let in: 2, the oldest since 1 July", button: "⏳ Waiting (1)" },
    one: "⏳ Waiting to be let in: 1, since 2 July",
  },
] as const)(
  "those who wait to be let in stand in each summary that has news until all have a yes or no, in $language",
  async (said) => {
    const { trainer: rina, trainingClass } = await aTrainer("Rina", "21", said.language);
    // Another trainer's class, and somebody who has left: neither is Rina's to answer.
    const { trainer: dodi, trainingClass: other } = await aTrainer("Dodi", "21", said.language);
    const waits = async (classId: number, name: string, askedAt: string, more = {}) => {
      const { person } = await buildParticipant(stage.db, classId, { name, placeCode: "21.01.10.2001" });
      const waiting = {
        admission: "waiting",
        askedAt: new Date(askedAt),
        joinedAt: new Date("2024-06-03T02:00:00Z"),
      } as const;
      await stage.db.participant.updateMany({ where: { personId: person.id }, data: { ...waiting, ...more } });
      return person;
    };
    const tono = await waits(trainingClass.id, "Tono Susilo", "2024-07-01T02:00:00Z");
    const beni = await waits(trainingClass.id, "Beni Saputra", "2024-07-02T02:00:00Z");
    await waits(trainingClass.id, "Gita Lestari", "2024-06-20T02:00:00Z", { leftAt: new Date("2024-06-21T02:00:00Z") });
    const summaries = (person: typeof rina) =>
      person.received().flatMap(({ text }) => (text !== undefined && /^📋/.test(text) ? [text] : []));

    const joins = async (name: string, day: string) => {
      const { participant } = await buildParticipant(stage.db, trainingClass.id, { name });
      await stage.db.participant.update({
        where: { id: participant.id },
        data: { joinedAt: new Date(`${day}T02:00:00Z`) },
      });
    };

    // Nobody wrote or joined: those who wait are no news.
    await at("2024-07-01T09:30:00Z");
    expect(summaries(rina)).toEqual([]);
    await joins("Siti Rahmawati", "2024-07-02");
    await at("2024-07-02T09:30:00Z");
    await at("2024-07-02T09:45:00Z");
    expect(summaries(rina)).toHaveLength(1);
    expect(summaries(rina).at(-1)).toContain(said.line);
    expect(summaries(dodi)).toEqual([]);
    await stage.db.participant.updateMany({ where: { personId: tono.id }, data: { admission: "admitted" } });
    await joins("Ana Putri", "2024-07-03");
    await at("2024-07-03T09:30:00Z");
    expect(summaries(rina)).toHaveLength(2);
    expect(summaries(rina).at(-1)).toContain(said.one);
    rina.presses(said.button);
    await stage.settle();
    expect(JSON.stringify(rina.lastMessage()?.reply_markup)).toContain(beni.name);
    expect(JSON.stringify(rina.lastMessage()?.reply_markup)).not.toContain(tono.name);
    await stage.db.participant.updateMany({ where: { personId: beni.id }, data: { admission: "refused" } });
    await at("2024-07-04T09:30:00Z");
    // The one of the day before became the list.
    expect(summaries(rina)).toHaveLength(1);
    expect(await stage.db.participant.count({ where: { classId: other.id } })).toBe(0);
    expect(stage.errors).toEqual([]);
  },
);

// Keeps T09.
test("a report that nobody reviewed for three working days is told once, also on a day without other news", async () => {
  const { trainer: rina, trainingClass } = await aTrainer("Rina", "21", "id");
  const { person, plans } = await buildParticipant(stage.db, trainingClass.id, { name: "Siti Rahmawati" });
  await at("2024-06-10T02:00:00Z");
  await report(Number(person.telegramId), plans[0]?.id ?? 0, "in_progress");
  const summaries: string[] = [];
  for (let day = 10; day <= 21; day++) {
    await at(`2024-06-${day}T09:30:00Z`);
    const said = rina.lastMessage()?.text ?? "";
    if (said.startsWith("📋 Ringkasan") && summaries.at(-1) !== said) summaries.push(said);
  }

  const [reported, waiting, ...more] = summaries;
  expect(reported).toContain("Siti Rahmawati melapor");
  // Monday's report: Friday is the fourth working day after it.
  expect(waiting).toContain("Jumat, 14 Juni 2024");
  expect(waiting).toContain("📋 Laporan menunggu tinjauan lebih dari 3 hari kerja: 1 (1 baru)");
  expect(waiting).not.toContain("Belum ada kabar baru");
  expect(more).toEqual([]);
});

test("who was turned away has not joined, and who waits has joined no library", async () => {
  const { trainer: rina, trainingClass } = await aTrainer("Rina", "21", "id");
  for (const [name, admission] of [
    ["Tono Susilo", "refused"],
    ["Beni Saputra", "waiting"],
    ["Siti Rahmawati", "admitted"],
  ] as const) {
    const { person } = await buildParticipant(stage.db, trainingClass.id, {
      name,
      libraryName: "Perpustakaan Berakit",
    });
    const joinedAt = new Date("2024-07-02T02:00:00Z");
    await stage.db.participant.updateMany({ where: { personId: person.id }, data: { admission, joinedAt } });
  }
  await at("2024-07-02T09:30:00Z");
  const said = rina.lastMessage()?.text ?? "";
  expect(said).toContain("👋 Siti Rahmawati bergabung (Perpustakaan Berakit)");
  expect(said).toContain("👋 Beni Saputra bergabung\n");
  expect(said).not.toContain("Tono Susilo bergabung");
});
