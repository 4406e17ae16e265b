// A trainer has given a plan more time, and told its people. Then its library is one with another, or they are let into their library: the day holds.
import { expect, test } from "vitest";
import { dayToColumn } from "../../../src/storage/days.js";
import { mergeTwo, undoMerge } from "../../../src/use-cases/index.js";
import { settleDeadlines } from "../../../src/use-cases/plans/settle-deadlines.js";
import { takeOut } from "../../../src/use-cases/registration/admission/entries/take-out.js";
import { letIn } from "../../../src/use-cases/registration/admission/let-in.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2024-06-10T03:00:00Z");
const PLACE = "21.01.10.2001";
const GIVEN = new Date("2024-08-30");

async function extended(planIds: number[], updateId: bigint | null = 7n) {
  const { id: byId } = await buildAdmin(stage.db);
  for (const planId of planIds) {
    await stage.db.deadlineExtension.create({
      data: { planId, until: dayToColumn("2024-08-30"), reason: "Musim hujan", byId, at: stage.clock.now(), updateId },
    });
  }
  await stage.world.transaction(({ store }) => settleDeadlines(store, planIds));
}

const days = async () => {
  const plans = await stage.db.workPlan.findMany({ orderBy: { id: "asc" } });
  return new Map(plans.map(({ id, dueOn }) => [id, dueOn]));
};

async function twoRooms() {
  const { id } = await buildClass(stage.db);
  const room = { kind: "tbm", placeCode: PLACE } as const;
  const stays = await buildParticipant(stage.db, id, { ...room, libraryName: "TBM Cahaya" });
  const goes = await buildParticipant(stage.db, id, { ...room, libraryName: "Taman Baca Cahaya" });
  const admin = await actorOf(stage.world, (await buildAdmin(stage.db)).id);
  return { stays, goes, admin };
}

test("two libraries become one: the day that one of them was given is the day of the plan, until the merge is undone", async () => {
  const { stays, goes, admin } = await twoRooms();
  const [plan, other] = [stays.plans[0]?.id ?? 0, goes.plans[0]?.id ?? 0];
  await extended([other]);
  const before = await days();
  expect(before.get(plan)).not.toEqual(GIVEN);
  const pair = { kind: "libraries", staysId: stays.library.id, goesId: goes.library.id } as const;
  for (let n = 0; n < 2; n++) expect(await mergeTwo(stage.world, admin, pair)).toMatchObject({ kind: "merged" });
  expect((await days()).get(plan)).toEqual(GIVEN);
  const { id: mergeId } = await stage.db.merge.findFirstOrThrow();
  for (let n = 0; n < 2; n++) expect(await undoMerge(stage.world, admin, mergeId)).toMatchObject({ kind: "undone" });
  expect(await days()).toEqual(before);
});

test("undone after somebody has reported, the day goes back with the library that it was given to", async () => {
  const { stays, goes, admin } = await twoRooms();
  const [plan, other] = [stays.plans[0]?.id ?? 0, goes.plans[0]?.id ?? 0];
  await extended([other]);
  const before = await days();
  await mergeTwo(stage.world, admin, { kind: "libraries", staysId: stays.library.id, goesId: goes.library.id });
  await stage.db.workPlan.update({ where: { id: plan }, data: { lastReportAt: stage.clock.now() } });
  await undoMerge(stage.world, admin, (await stage.db.merge.findFirstOrThrow()).id);
  expect(await days()).toEqual(before);
});

/** Somebody waits with their own entries apart, and a trainer has given their plans more time. */
async function apart() {
  const trainingClass = await buildClass(stage.db);
  const ofLibrary = await buildParticipant(stage.db, trainingClass.id, { placeCode: PLACE, libraryName: "Berakit" });
  const own = await buildParticipant(stage.db, trainingClass.id, { placeCode: PLACE, libraryName: "Berakit 2" });
  await stage.db.library.update({
    where: { id: own.library.id },
    data: { name: "Berakit", holderId: own.participant.id },
  });
  await stage.db.participant.update({ where: { id: own.participant.id }, data: { admission: "waiting" } });
  return { plans: ofLibrary.plans.map(({ id }) => id), own };
}
const letThemIn = (participantId: number) => stage.world.transaction((inside) => letIn(inside, participantId));

test("let into their library, they keep the day that they were given: where they bring words, and where they bring none", async () => {
  const { plans, own } = await apart();
  const ids = own.plans.map(({ id }) => id);
  const at = stage.clock.now();
  const written = { activity: "Kelas komputer", state: "not_started", writtenAt: at, changedAt: at } as const;
  await stage.db.workPlan.update({ where: { id: ids[0] ?? 0 }, data: written });
  // Of the second the library has words, and they have none; the third nobody has begun.
  await stage.db.workPlan.update({ where: { id: plans[1] ?? 0 }, data: written });
  await extended(ids);
  // At once, by the same message, the library's third too.
  await extended([plans[2] ?? 0]);
  for (let n = 0; n < 2; n++) await letThemIn(own.participant.id);
  const now = await days();
  expect(plans.map((id) => now.get(id))).toEqual([GIVEN, GIVEN, GIVEN]);
});

test("taken out again, they keep the day with their own words, and the library keeps it", async () => {
  const { plans, own } = await apart();
  const [ownPlan] = own.plans.map(({ id }) => id);
  const at = stage.clock.now();
  await stage.db.workPlan.update({
    where: { id: ownPlan ?? 0 },
    data: {
      activity: "Kelas komputer",
      state: "not_started",
      writtenAt: at,
      changedAt: at,
      changedById: own.person.id,
    },
  });
  await extended([ownPlan ?? 0]);
  await letThemIn(own.participant.id);
  await stage.world.transaction(async (inside) => {
    const found = await inside.store.admissions.find(own.participant.id);
    await takeOut(inside, found!, [{ id: own.participant.id, admission: "admitted" }]);
  });
  const { dueOn, activity } = await stage.db.workPlan.findUniqueOrThrow({ where: { id: ownPlan ?? 0 } });
  expect({ dueOn, activity }).toEqual({ dueOn: GIVEN, activity: "Kelas komputer" });
  expect((await days()).get(plans[0] ?? 0)).toEqual(GIVEN);
  await stage.world.transaction(({ store }) => settleDeadlines(store, [ownPlan ?? 0, plans[0] ?? 0]));
  expect((await days()).get(ownPlan ?? 0)).toEqual(GIVEN);
});
