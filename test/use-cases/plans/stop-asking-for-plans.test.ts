// Taking the flag of an office's participant back: nobody is asked in vain, and nothing that was entered is lost.

import { expect, test } from "vitest";
import {
  askOfficeForPlans,
  greetTrainers,
  listOverdue,
  listPeople,
  remindOfPlans,
  stopAskingForPlans,
  writeWorkPlan,
} from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildRosterRow, buildTrainer } from "../../support/world/builders.js";
import { actorOf, BINTAN_OFFICE, report } from "../../support/world/plans.js";

// 09:00 WIB on the second working day after a class that ended on Friday, 7 June; its plans are due on 7 July.
const stage = stageAt("2024-06-11T02:00:00Z");

/** A class with its trainer, and Joko of an office. */
async function aClass() {
  const trainingClass = await buildClass(stage.db);
  const trainer = await buildTrainer(stage.db, [trainingClass.id]);
  const { person, participant } = await buildParticipant(stage.db, trainingClass.id, {
    name: "Joko",
    ...BINTAN_OFFICE,
  });
  const rina = await actorOf(stage.world, trainer.id);
  const ask = (participantId = participant.id) =>
    askOfficeForPlans(stage.world, rina, { participantId, saidAt: stage.clock.now() });
  const stop = (participantId = participant.id) => stopAskingForPlans(stage.world, rina, { participantId });
  return { trainingClass, rina, joko: person, participant, ask, stop };
}

async function posts(personId: number): Promise<string[]> {
  const rows = await stage.db.outbox.findMany({ where: { personId }, orderBy: { id: "asc" } });
  return rows.map(({ kind, state }) => `${kind} ${state}`);
}

async function planIds(): Promise<[number, number, number]> {
  const plans = await stage.db.workPlan.findMany({ orderBy: { id: "asc" } });
  return plans.map(({ id }) => id) as [number, number, number];
}

/** What waits for this person leaves. */
async function arrives(personId: number): Promise<void> {
  const settledAt = stage.clock.now();
  await stage.db.outbox.updateMany({ where: { personId, state: "waiting" }, data: { state: "sent", settledAt } });
}

const audits = () => stage.db.audit.count({ where: { action: "plans.unask" } });

// Keeps P07.
test("a flag taken back twice, and by two at once, is taken back once, and the one who was asked hears of it once", async () => {
  const { joko, participant, ask, stop } = await aClass();
  await ask();
  await arrives(joko.id);
  stage.clock.set(new Date("2024-06-23T02:00:00Z"));
  await remindOfPlans(stage.world);

  const outcomes = [...(await Promise.all([stop(), stop()])), await stop()];

  expect(outcomes).toEqual(
    Array(3).fill({ kind: "stopped", name: "Joko", libraryName: BINTAN_OFFICE.libraryName, isReachable: true }),
  );
  expect(await posts(joko.id)).toEqual(["plans_asked sent", "plan_reminder cancelled", "plans_unasked waiting"]);
  expect(await audits()).toBe(1);
  expect(await stage.db.participant.findUnique({ where: { id: participant.id } })).toMatchObject({
    flagged: false,
  });
  expect(await stage.db.libraryMember.count({ where: { untilAt: null } })).toBe(0);

  for (const day of ["2024-06-30", "2024-07-06", "2024-07-09"]) {
    stage.clock.set(new Date(`${day}T02:00:00Z`));
    await remindOfPlans(stage.world);
  }
  expect(await posts(joko.id)).toHaveLength(3);
});

// Keeps P07.
test("a request that has not left is recalled without a word, and asking again asks again", async () => {
  const { joko, ask, stop } = await aClass();
  await ask();
  await stop();
  await stop();
  expect(await posts(joko.id)).toEqual(["plans_asked cancelled"]);

  await ask();
  await ask();
  expect(await posts(joko.id)).toEqual(["plans_asked cancelled", "plans_asked waiting"]);
  expect(await stage.db.libraryMember.count({ where: { untilAt: null } })).toBe(1);
  expect(await stage.db.workPlan.count()).toBe(3);
});

// Keeps P07.
test("somebody who is asked again before they heard that they are not, hears nothing; after it, of the new request", async () => {
  const { joko, ask, stop } = await aClass();
  await ask();
  await arrives(joko.id);
  await stop();
  await ask();
  await ask();
  expect(await posts(joko.id)).toEqual(["plans_asked sent", "plans_unasked cancelled"]);

  await stop();
  await arrives(joko.id);
  stage.clock.set(new Date("2024-06-12T02:00:00Z"));
  await ask();
  expect((await posts(joko.id)).slice(2)).toEqual(["plans_unasked sent", "plans_asked waiting"]);
});

// Keeps P07.
test("what was written and reported stays, is owed by nobody, and is there again when somebody is asked again", async () => {
  const { rina, joko, ask, stop } = await aClass();
  await ask();
  await arrives(joko.id);
  const [first, second] = await planIds();
  const words = { activity: "Pameran buku", targetOn: null, measure: null, partner: null };
  await writeWorkPlan(stage.world, await actorOf(stage.world, joko.id), { planId: first, ...words });
  await report(stage.world, joko.id, first);
  await report(stage.world, joko.id, second, { state: "stuck", obstacle: "budget" });
  await stop();
  await stop();

  const farewell = await stage.db.outbox.findFirstOrThrow({ where: { kind: "plans_unasked" } });
  expect(JSON.stringify(farewell.message)).toContain("Semua yang sudah diisi tetap tersimpan");
  expect(await stage.db.progressReport.count()).toBe(2);
  expect(await stage.db.workPlan.findUnique({ where: { id: first } })).toMatchObject({ activity: "Pameran buku" });
  // A day on which all three would be late.
  const now = stage.clock.now();
  stage.clock.set(new Date("2024-07-09T02:00:00Z"));
  expect((await listOverdue(stage.world, rina)).shown).toEqual([]);
  expect(await stage.world.store.caseloads.plansInBrief([rina.person.id], "2024-07-09", stage.clock.now())).toEqual([]);
  expect(await greetTrainers(stage.world)).toEqual({ raised: 0, alerted: 0 });
  await stage.db.morning.deleteMany();
  const { shown: people } = await listPeople(stage.world, rina, { filter: "all" });
  expect(people).toMatchObject([{ name: "Joko", late: 0, plans: [] }]);

  stage.clock.set(now);
  await ask();
  expect(await planIds()).toEqual([first, second, expect.any(Number)]);
  stage.clock.set(new Date("2024-07-09T02:00:00Z"));
  expect((await listOverdue(stage.world, rina)).total).toBe(1);
});

// Keeps P07.
test("colleagues who are flagged go on with the plans, and their reminders wait as before", async () => {
  const { trainingClass, rina, joko, ask, stop } = await aClass();
  const sari = await buildParticipant(stage.db, trainingClass.id, { name: "Sari", flagged: true, ...BINTAN_OFFICE });
  await ask();
  await arrives(joko.id);
  stage.clock.set(new Date("2024-06-23T02:00:00Z"));
  await remindOfPlans(stage.world);
  await stop();

  expect(await posts(joko.id)).toEqual(["plans_asked sent", "plan_reminder cancelled", "plans_unasked waiting"]);
  expect(await posts(sari.person.id)).toEqual(["plan_reminder waiting"]);
  await remindOfPlans(stage.world);
  expect(await posts(sari.person.id)).toHaveLength(1);
  stage.clock.set(new Date("2024-07-09T02:00:00Z"));
  const { shown } = await listOverdue(stage.world, rina);
  expect(shown.map(({ names, lights }) => [names, lights.length])).toEqual([[["Sari"], 3]]);
});

// Keeps P07.
test("a reminder that spoke of another library's plans as well comes again for those", async () => {
  const { joko, ask, stop } = await aClass();
  await ask();
  await arrives(joko.id);
  const { id: classId } = await buildClass(stage.db, { name: "Bintan II" });
  const village = await buildParticipant(stage.db, classId, { name: "Ani" });
  await stage.db.libraryMember.updateMany({
    where: { libraryId: village.library.id },
    data: { personId: joko.id },
  });
  stage.clock.set(new Date("2024-06-23T02:00:00Z"));
  await remindOfPlans(stage.world);
  await stop();
  await remindOfPlans(stage.world);

  const [, both, , again] = await stage.db.outbox.findMany({ where: { personId: joko.id }, orderBy: { id: "asc" } });
  const plansIn = (post?: { subjects: string[] }) => post?.subjects.filter((subject) => subject.startsWith("plan:"));
  expect(both).toMatchObject({ kind: "plan_reminder", state: "cancelled" });
  expect(plansIn(both)).toHaveLength(6);
  expect(again).toMatchObject({ kind: "plan_reminder", state: "waiting" });
  expect(plansIn(again)).toEqual(village.plans.map(({ id }) => `plan:${id}`));
});

// Keeps P07.
test("who was flagged on the roster knew of the plans from their registration, so they are told", async () => {
  const { trainingClass, stop } = await aClass();
  const sari = await buildParticipant(stage.db, trainingClass.id, { name: "Sari", flagged: true, ...BINTAN_OFFICE });
  const invited = await buildRosterRow(stage.db, trainingClass.id, { name: "Sari", flagged: true, ...BINTAN_OFFICE });
  await stage.db.rosterRow.update({ where: { id: invited.id }, data: { participantId: sari.participant.id } });

  await stop(sari.participant.id);
  await stop(sari.participant.id);

  expect(await posts(sari.person.id)).toEqual(["plans_unasked waiting"]);
});

// Keeps P07.
test("who is flagged in another class as well goes on there and hears nothing", async () => {
  const { joko, participant, ask, stop } = await aClass();
  await ask();
  await arrives(joko.id);
  const { id: classId } = await buildClass(stage.db, { name: "Bintan II" });
  const again = { number: "x", personId: joko.id, classId, kind: BINTAN_OFFICE.kind, libraryId: participant.libraryId };
  await stage.db.participant.create({ data: { ...again, flagged: true, joinedAt: stage.clock.now() } });

  await stop();

  expect(await posts(joko.id)).toEqual(["plans_asked sent"]);
  expect(await stage.db.libraryMember.count({ where: { untilAt: null } })).toBe(1);
});

// Keeps P07.
test("nobody takes a village library's plans away, and no stranger an office's", async () => {
  const { trainingClass, ask, stop, participant } = await aClass();
  await ask();
  const village = await buildParticipant(stage.db, trainingClass.id, { name: "Siti" });
  const elsewhere = await buildClass(stage.db, { provinceCode: "63", name: "Kalimantan Selatan" });
  const stranger = await actorOf(stage.world, (await buildTrainer(stage.db, [elsewhere.id], { name: "Budi" })).id);

  expect(await stop(village.participant.id)).toEqual({ kind: "gone" });
  expect(await stop(999)).toEqual({ kind: "gone" });
  const wish = { participantId: participant.id };
  expect(await stopAskingForPlans(stage.world, stranger, wish)).toEqual({ kind: "not_yours" });

  expect(await stage.db.libraryMember.count({ where: { untilAt: null } })).toBe(2);
  expect(await stage.db.participant.count({ where: { flagged: true } })).toBe(1);
  expect(await audits()).toBe(0);
});
