// Back after a pause: one message lists what is open, asks for it, and stands for the reminders of that morning.
// Keeps P24.
import { expect, test } from "vitest";
import type { Message } from "../../../src/domain/messages/message.js";
import { endPause, remindOfPlans, remindOfSnoozed, tendPauses } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { pausing } from "../../support/world/pauses.js";
import { actorOf, berakit, colleague, report } from "../../support/world/plans.js";

// 01:00 in Jakarta on the Monday a fortnight before the due day.
const stage = stageAt("2024-06-23T18:00:00Z");
const BACK = new Date("2024-07-01T01:00:00Z");

/** What waits for people, by whom it is for and what it is. */
const waiting = async () =>
  (await stage.db.outbox.findMany({ where: { state: "waiting" }, orderBy: { id: "asc" } }))
    .filter(({ kind }) => /plan_reminder|snoozed_reminder|pause_over/.test(kind))
    .map(({ personId, kind }) => [personId, kind]);

const welcomeOf = async (personId: number) => {
  const post = await stage.db.outbox.findFirstOrThrow({
    where: { personId, kind: "pause_over", state: "waiting" },
    orderBy: { id: "desc" },
  });
  const { text, buttons = [] } = post.message as unknown as Message;
  return { text, dueAt: post.dueAt, labels: buttons.map((row) => row.map(({ label }) => label)) };
};

/** All that may speak of plans, in the order of the timetable. */
async function jobs() {
  await tendPauses(stage.world);
  await remindOfPlans(stage.world);
  await remindOfSnoozed(stage.world);
}

test("it takes the place of the reminder that is open by then, with its words and buttons, however often the jobs run", async () => {
  const { personId } = await berakit(stage.db);
  await pausing(stage.world, personId, 7);
  stage.clock.set(BACK);
  for (let n = 0; n < 2; n += 1) await jobs();
  expect(await waiting()).toEqual([[personId, "pause_over"]]);
  const { text, labels } = await welcomeOf(personId);
  expect(text.match(/Layanan Informasi/g)).toHaveLength(1);
  expect(text).toContain("Melapor cukup dengan menekan dua atau tiga tombol");
  expect(labels).toEqual([["📝 Lapor"], ["⏰ Nanti saja", "⏸ Perpanjang"]]);
});

test("who has not told of their plans yet is led to them; of a rung before the ladder it asks for nothing", async () => {
  const { personId, trainingClass } = await berakit(stage.db);
  await stage.db.workPlan.updateMany({ data: { state: "unwritten" } });
  await pausing(stage.world, personId, 7);
  stage.clock.set(BACK);
  await jobs();
  expect((await welcomeOf(personId)).labels[0]).toEqual(["📋 Rencana"]);
  // Due so late that no reminder is open.
  await stage.db.outbox.deleteMany({});
  await stage.db.workPlan.updateMany({ data: { state: "in_progress" } });
  await stage.db.trainingClass.update({
    where: { id: trainingClass.id },
    data: { plansDueOn: new Date("2024-08-20") },
  });
  await pausing(stage.world, personId, 2);
  stage.clock.set(new Date("2024-07-03T01:00:00Z"));
  await jobs();
  expect(await waiting()).toEqual([[personId, "pause_over"]]);
  const { text, labels } = await welcomeOf(personId);
  expect(text).not.toContain("Melapor cukup");
  expect(labels).toEqual([["📝 Lapor"], ["⏸ Perpanjang"]]);
});

test("a colleague who worked meanwhile is reminded as before, and what they reported of is not asked of the one who is back", async () => {
  const { personId, planIds, trainingClass } = await berakit(stage.db);
  const budi = await colleague(stage.db, trainingClass.id, "Budi");
  await pausing(stage.world, personId, 7);
  await report(stage.world, budi, planIds[0], { state: "done" });
  stage.clock.set(BACK);
  for (let n = 0; n < 2; n += 1) await jobs();
  expect(await waiting()).toEqual([
    [personId, "pause_over"],
    [budi, "plan_reminder"],
  ]);
  expect((await welcomeOf(personId)).text).not.toContain("Layanan Informasi");
});

test("back on a Sunday they read it on Monday, and it stands for the reminder of Monday", async () => {
  const { personId, trainingClass } = await berakit(stage.db);
  await stage.db.trainingClass.update({
    where: { id: trainingClass.id },
    data: { plansDueOn: new Date("2024-07-09") },
  });
  // To Saturday 6 July: the plans are due on the 22nd, a fortnight after Monday.
  await pausing(stage.world, personId, 13);
  stage.clock.set(new Date("2024-07-07T01:00:00Z"));
  await jobs();
  expect(await waiting()).toEqual([]);
  for (const at of ["2024-07-07T18:00:00Z", "2024-07-08T01:00:00Z"]) {
    stage.clock.set(new Date(at));
    for (let n = 0; n < 2; n += 1) await jobs();
  }
  expect(await waiting()).toEqual([[personId, "pause_over"]]);
  expect((await welcomeOf(personId)).dueAt.toISOString()).toBe("2024-07-08T01:00:00.000Z");
});

test("what they or a colleague report on the Sunday before it leaves is not asked for on Monday", async () => {
  const { personId, planIds, trainingClass } = await berakit(stage.db);
  const budi = await colleague(stage.db, trainingClass.id, "Budi");
  // To Saturday 29 June.
  await pausing(stage.world, personId, 6);
  stage.clock.set(new Date("2024-06-30T01:00:00Z"));
  await jobs();
  await report(stage.world, personId, planIds[0], { state: "done" });
  await report(stage.world, budi, planIds[1], { state: "done" });
  stage.clock.set(BACK);
  await jobs();
  const { text } = await welcomeOf(personId);
  expect(text).toContain("Advokasi");
  expect(text).not.toMatch(/Layanan Informasi|Pelibatan/);
});

test("what they had put off to that morning is said by it too, whichever job runs first", async () => {
  const { personId, planIds } = await berakit(stage.db);
  const snooze = { personId, messageId: 1, planIds, until: BACK };
  await stage.world.store.snoozes.add(snooze, stage.clock.now());
  await pausing(stage.world, personId, 7);
  stage.clock.set(BACK);
  await remindOfSnoozed(stage.world);
  await remindOfPlans(stage.world);
  for (let n = 0; n < 2; n += 1) await jobs();
  await stage.world.store.snoozes.remindAgain(planIds);
  await jobs();
  expect(await waiting()).toEqual([[personId, "pause_over"]]);
});

test("of two libraries it names the one whose plans are open, by its village where both are called the same", async () => {
  const { personId, planIds } = await berakit(stage.db, {
    libraryName: "Perpustakaan Melati",
    placeCode: "21.01.10.2001",
  });
  const other = await berakit(stage.db, { libraryName: "Perpustakaan Melati", placeCode: "21.01.10.2002" });
  const { libraryId } = await stage.db.workPlan.findUniqueOrThrow({ where: { id: other.planIds[0] } });
  await stage.db.libraryMember.create({ data: { libraryId, personId, fromAt: stage.clock.now() } });
  for (const planId of planIds) await report(stage.world, personId, planId, { state: "done" });
  await pausing(stage.world, personId, 7);
  stage.clock.set(BACK);
  await jobs();
  const { name } = await stage.db.place.findUniqueOrThrow({ where: { code: "21.01.10.2002" } });
  expect((await welcomeOf(personId)).text.split("\n")).toContain(`Perpustakaan Melati, ${name}`);
});

test("who pauses again before it has left is welcomed once, at the end", async () => {
  const { personId, trainingClass } = await berakit(stage.db);
  // She goes on working, so that the plans stay where they are.
  await colleague(stage.db, trainingClass.id, "Budi");
  // To Saturday 29 June: it would leave on Monday.
  await pausing(stage.world, personId, 6);
  stage.clock.set(new Date("2024-06-30T01:00:00Z"));
  await jobs();
  const { pause } = await pausing(stage.world, personId, 3);
  stage.clock.set(new Date("2024-07-03T01:00:00Z"));
  for (let n = 0; n < 2; n += 1) await jobs();
  const theirs = (await waiting()).filter(([id]) => id === personId);
  expect(theirs).toEqual([[personId, "pause_over"]]);
  expect((await endPause(stage.world, await actorOf(stage.world, personId), pause.id)).kind).toBe("over");
});
