// A plan becomes late: the participant is asked, the trainer hears of it once a day, and what they do about it ends it.

import { expect, test } from "vitest";
import { loadActor } from "../../../src/bot/gate/actor.js";
import { isKnown } from "../../../src/domain/people/person.js";
import { recordProgressReport } from "../../../src/use-cases/reports/record-progress-report.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

// Sunday, the due day of a class that ended on 7 June.
const stage = stageAt("2024-07-07T10:00:00Z");

/** A class with its trainer, and Siti, of whose three plans only the advocacy is not done. */
async function aClass(options: { provinceCode?: string; english?: boolean } = {}) {
  const { provinceCode = "21" } = options;
  const trainingClass = await buildClass(stage.db, { provinceCode });
  const rina = stage.person({ name: "Rina" });
  const siti = stage.person({ name: "Siti" });
  await buildTrainer(stage.db, [trainingClass.id], {
    name: "Rina Marlina",
    telegramId: rina.id,
    provinceCode,
    language: options.english === true ? "en" : "id",
  });
  const one = await buildParticipant(stage.db, trainingClass.id, {
    name: "Siti Rahmawati",
    phone: "+628990000001",
    telegramId: siti.id,
    libraryName: "Perpustakaan Berakit",
    ...(provinceCode === "21" && { placeCode: "21.01.10.2001" }),
  });
  const late = one.plans.find(({ type }) => type === "advocacy");
  if (late === undefined) throw new Error("no advocacy plan");
  await stage.db.workPlan.updateMany({ where: { NOT: { id: late.id } }, data: { state: "done" } });
  await stage.db.workPlan.update({ where: { id: late.id }, data: { state: "not_started" } });
  rina.start();
  siti.start();
  await stage.settle();
  stage.talk();
  return { trainingClass, rina, siti, late };
}

/** At once to a later time, as after a time without power; every job asks what is owed then. */
async function at(instant: string): Promise<void> {
  stage.clock.set(new Date(instant));
  await stage.tick();
}

/** Counted where they are kept: on the screen an alert turns into what was pressed in it. */
function alerts(): Promise<number> {
  return stage.db.outbox.count({ where: { kind: "overdue_alert", state: "sent" } });
}

// Ten days of jobs, and the first test pays for the database's start: on a busy machine more than the usual 20 s.
// Keeps T04.
test("a late plan is told once, not again while nothing is new, and again when the week after a call is over", {
  timeout: 90_000,
}, async () => {
  const { rina, siti, late } = await aClass();

  await at("2024-07-09T00:45:00Z");
  expect(await alerts()).toBe(0);
  await at("2024-07-09T02:00:00Z");
  expect(await alerts()).toBe(1);
  // Nothing is new the next morning.
  await at("2024-07-10T02:00:00Z");
  expect(await alerts()).toBe(1);
  rina.presses("1");
  await stage.settle();
  rina.presses("✅ Sudah bicara");
  await stage.settle();
  rina.presses("📞 Ditelepon");
  await stage.settle();
  rina.presses("⬅️ Halaman peserta");
  await stage.settle();
  await at("2024-07-16T10:00:00Z");
  expect(await alerts()).toBe(1);
  await at("2024-07-17T02:00:00Z");
  expect(await alerts()).toBe(2);

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/overdue-and-called.txt");
  const followUps = await stage.db.followUp.findMany({ where: { planId: late.id }, orderBy: { id: "asc" } });
  expect(followUps.map(({ key, resolution }) => [key, resolution])).toEqual([
    [`overdue:${late.id}:2024-07-07`, "contacted"],
    [expect.stringMatching(`^contact:${late.id}:`), "contacted"],
    [`overdue:${late.id}:2024-07-07:2024-07-17`, null],
  ]);
  expect(siti.received().some(({ text }) => text?.startsWith("⏰"))).toBe(false);
  expect(stage.errors).toEqual([]);
});

// Keeps T08.
test("a nudge reaches the participant, says so, and gives them three days", async () => {
  const { rina, siti } = await aClass({ english: true });
  await at("2024-07-09T02:00:00Z");
  stage.talk();
  rina.presses("1");
  await stage.settle();
  rina.presses("🔔 Remind");
  await stage.settle();
  rina.says("/overdue");
  await stage.settle();

  // She was asked this morning already: one message a day.
  await at("2024-07-10T01:00:00Z");
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/nudged-in-english.txt");
  expect(siti.lastMessage()?.text).toContain("pelatih Rina Marlina menanyakan kabar");
  await at("2024-07-11T09:00:00Z");
  expect(await alerts()).toBe(1);
  await at("2024-07-12T02:00:00Z");
  expect(await alerts()).toBe(2);
  expect(stage.errors).toEqual([]);
});

// Keeps T12.
test("an extension moves the due day everywhere, tells the participant and ends the alerts", async () => {
  const { rina, siti, late } = await aClass();
  await at("2024-07-09T02:00:00Z");
  stage.talk();
  rina.presses("1");
  await stage.settle();
  rina.presses("📅 Perpanjang");
  await stage.settle();
  rina.says("1 Juli 2024");
  await stage.settle();
  rina.presses("Sampai 16 Juli 2024");
  await stage.settle();
  rina.says("Dana desa belum cair");
  await stage.settle();
  rina.presses("⬅️ Halaman peserta");
  await stage.settle();

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/extended.txt");
  const plan = await stage.db.workPlan.findUniqueOrThrow({ where: { id: late.id }, include: { extensions: true } });
  expect(plan.dueOn.toISOString().slice(0, 10)).toBe("2024-07-16");
  expect(plan.extensions).toMatchObject([{ reason: "Dana desa belum cair" }]);
  // Not at once: until the morning it can be taken back without her having known.
  expect(siti.received().at(-1)?.text).not.toContain("16 Juli 2024");
  await at("2024-07-10T01:30:00Z");
  expect(siti.received().at(-1)?.text).toContain("sampai 16 Juli 2024");
  await at("2024-07-17T10:00:00Z");
  expect(await alerts()).toBe(1);
  await at("2024-07-18T02:00:00Z");
  expect(await alerts()).toBe(2);
  expect(stage.errors).toEqual([]);
});

test("three late plans of one person are one entry, and a call is noted once for all of them", async () => {
  const { rina } = await aClass();
  await stage.db.workPlan.updateMany({ data: { state: "not_started" } });
  await stage.db.workPlan.updateMany({ where: { type: "community_engagement" }, data: { state: "in_progress" } });
  await at("2024-07-09T02:00:00Z");
  stage.talk();
  rina.presses("1");
  await stage.settle();
  rina.presses("🔴 Pelibatan");
  await stage.settle();
  rina.presses("⬅️ Daftar terlambat");
  await stage.settle();
  rina.presses("1");
  await stage.settle();
  for (const pressed of ["✅ Sudah bicara", "📞 Ditelepon"]) {
    rina.presses(pressed);
    await stage.settle();
  }

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/three-late-plans.txt");
  const contacted = await stage.db.followUp.findMany({ where: { key: { startsWith: "contact:" } } });
  expect(contacted).toHaveLength(3);
  await at("2024-07-10T02:00:00Z");
  expect(await alerts()).toBe(1);
  expect(stage.errors).toEqual([]);
});

// Keeps T04.
test("a participant who reports vanishes from the list and from the alerts", async () => {
  const { rina, siti, late } = await aClass();
  await at("2024-07-09T02:00:00Z");
  const actor = await loadActor(stage.world, siti.id);
  if (!isKnown(actor)) throw new Error("Siti is known");
  await recordProgressReport(stage.world, actor, {
    planId: late.id,
    state: "in_progress",
    obstacle: null,
    nextStep: null,
    story: null,
    answers: [],
    evidenceIds: [],
    corrects: null,
    updateId: 901,
  });

  rina.says("/terlambat");
  await stage.settle();

  expect(rina.lastMessage()?.text).toContain("tidak ada orang terlambat yang menunggu");
  await at("2024-07-12T10:00:00Z");
  expect(await alerts()).toBe(1);
  expect(await stage.db.followUp.findMany()).toMatchObject([{ resolution: "reported" }]);
});

// Keeps T04.
test("the trainer of another class who presses the button by its id gets a friendly no, and nothing changes", async () => {
  const { siti, late } = await aClass();
  const other = await buildClass(stage.db, { provinceCode: "63", name: "Kalimantan Selatan" });
  const budi = stage.person({ name: "Budi" });
  await buildTrainer(stage.db, [other.id], { name: "Budi Santoso", telegramId: budi.id });
  budi.says("/terlambat");
  await stage.settle();
  const shown = budi.lastMessage()?.message_id ?? 0;
  const before = siti.received().length;

  const byId = ["case", "cases", "nudge", "contact", "note", "extend"].map((verb) => `${verb}:${late.id}`);
  const byScope = ["remind", "write", "talk", "extend_for"].map((verb) => `${verb}:plan-${late.id}`);
  for (const verb of [...byId, ...byScope, `talked:plan-${late.id}:visited`]) {
    budi.pressesOn(shown, verb);
    await stage.settle();
    expect(budi.lastMessage()?.text, verb).toContain("bukan di kelas atau wilayah");
  }

  expect(siti.received()).toHaveLength(before);
  expect(await stage.db.followUp.count()).toBe(0);
  expect(await stage.db.draft.count()).toBe(0);
});

// Keeps T04.
test("a trainer in the east is alerted at 08:00 WIT, two hours before one in the west", async () => {
  await aClass({ provinceCode: "81" });

  await at("2024-07-08T22:45:00Z");
  expect(await alerts()).toBe(0);
  await at("2024-07-08T23:00:00Z");

  expect(await alerts()).toBe(1);
});
