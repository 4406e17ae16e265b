// What somebody has been told stays told when two become one: no job says it a second time.
import { expect, test } from "vitest";
import { remindOfPlans, remindOfSnoozed } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";
import { everyRow, merged, registeredTwice, undone } from "./scene.js";

// Monday after the Sunday on which the first reminder opens.
const stage = stageAt("2024-06-24T03:00:00Z");
const DAY = 86_400_000;
const PLACE = { kind: "tbm", placeCode: "21.01.10.2001" } as const;

const waiting = async (kind: string) =>
  (await stage.db.outbox.findMany({ where: { kind, state: "waiting" }, orderBy: { id: "asc" } })).map(
    ({ personId }) => personId,
  );

const arrives = (personId?: number) =>
  stage.db.outbox.updateMany({
    where: { state: "waiting", ...(personId !== undefined && { personId }) },
    data: { state: "sent", settledAt: stage.clock.now() },
  });

async function underTwoNames() {
  const { db } = stage;
  const trainingClass = await buildClass(db);
  const stays = await buildParticipant(db, trainingClass.id, { ...PLACE, name: "Siti", libraryName: "TBM Cahaya" });
  const goes = await buildParticipant(db, trainingClass.id, { ...PLACE, name: "Budi", libraryName: "Taman Cahaya" });
  const admin = await buildAdmin(db, { regionCode: "21" });
  const pair = { kind: "libraries", staysId: stays.library.id, goesId: goes.library.id } as const;
  return { stays, goes, adminId: admin.id, pair };
}

/** As when a report has taken a message back: the jobs look at all plans of the library again. */
async function looksAgain(planIds: number[]) {
  await stage.world.store.plans.remindAgain(planIds);
  await stage.world.store.snoozes.remindAgain(planIds);
}

// Keeps A21.
test("who was reminded of a library's plan is not reminded of it again because the library is another one's now", async () => {
  const { stays, goes, adminId, pair } = await underTwoNames();
  const planIds = stays.plans.map(({ id }) => id);
  expect(await remindOfPlans(stage.world)).toEqual({ reminders: 2 });
  await arrives();
  const until = new Date(stage.clock.now().getTime() + 3_600_000);
  const snooze = { personId: goes.person.id, messageId: 5, until, at: stage.clock.now() };
  await stage.db.snooze.createMany({ data: goes.plans.map(({ id }) => ({ ...snooze, planId: id })) });
  stage.clock.advance(2 * 3_600_000);
  expect(await remindOfSnoozed(stage.world)).toEqual({ reminders: 1 });
  await arrives();
  const before = await everyRow(stage.db);
  const mergeId = await merged(stage, adminId, pair);
  await looksAgain(planIds);
  expect(await remindOfPlans(stage.world)).toEqual({ reminders: 0 });
  expect(await remindOfSnoozed(stage.world)).toEqual({ reminders: 0 });
  await undone(stage, adminId, mergeId);
  const outbox = (rows: string[]) => rows.filter((row) => row.startsWith("outbox "));
  expect(outbox(await everyRow(stage.db))).toEqual(outbox(before));
  // A new step of the ladder is said to both.
  stage.clock.advance(7 * DAY);
  expect(await remindOfPlans(stage.world)).toEqual({ reminders: 2 });
});

// Keeps A21.
test("what one registration was told is not said once more to the other, and what it had put off comes once", async () => {
  const { stays, goes, adminId, pair } = await registeredTwice(stage);
  await remindOfPlans(stage.world);
  expect(await waiting("plan_reminder")).toEqual([stays.person.id, goes.person.id]);
  await arrives(goes.person.id);
  const mergeId = await merged(stage, adminId, pair);
  expect(await waiting("plan_reminder")).toEqual([]);
  await undone(stage, adminId, mergeId);
  expect(await waiting("plan_reminder")).toEqual([stays.person.id]);
  await arrives();

  const [planId = 0] = goes.plans.map(({ id }) => id);
  const until = new Date(stage.clock.now().getTime() + 3_600_000);
  await stage.db.snooze.create({
    data: { personId: goes.person.id, messageId: 5, planId, until, at: stage.clock.now() },
  });
  stage.clock.advance(2 * 3_600_000);
  expect(await remindOfSnoozed(stage.world)).toEqual({ reminders: 1 });
  await arrives();
  await merged(stage, adminId, pair);
  await looksAgain([planId]);
  expect(await remindOfSnoozed(stage.world)).toEqual({ reminders: 0 });
});
