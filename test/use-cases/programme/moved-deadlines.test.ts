// The day of a class moves, and with it the day of every plan that follows from it, also of those who joined before.
import { expect, test } from "vitest";
import { dayToColumn } from "../../../src/storage/days.js";
import { changeClass, extendDeadlines, shiftClass } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf, berakit } from "../../support/world/plans.js";

// Two weeks before the class begins, on Monday, 3 June 2024; its plans are due on 7 July.
const stage = stageAt("2024-05-20T03:00:00Z");

const dueDays = async (planIds: number[]) => {
  const plans = await stage.db.workPlan.findMany({ where: { id: { in: planIds } }, orderBy: { id: "asc" } });
  return plans.map(({ dueOn }) => dueOn.toISOString().slice(0, 10));
};

async function anAdmin() {
  return actorOf(stage.world, (await buildAdmin(stage.db)).id);
}

test("a shifted class takes the deadlines of those along who have joined, once; who joins afterwards has the same", async () => {
  const { trainingClass, planIds } = await berakit(stage.db);
  const wish = { classId: trainingClass.id, from: "2024-06-03", to: "2024-06-17", saidAt: stage.clock.now() } as const;
  expect(await shiftClass(stage.world, await anAdmin(), wish)).toMatchObject({ kind: "shifted" });
  expect(await shiftClass(stage.world, await anAdmin(), wish)).toEqual({ kind: "refused", reason: "changed" });
  expect(await dueDays(planIds)).toEqual(["2024-07-21", "2024-07-21", "2024-07-21"]);

  const { library } = await buildParticipant(stage.db, trainingClass.id, {
    kind: "regency_office",
    placeCode: "21.01",
  });
  const { waveId, id: classId } = trainingClass;
  const { cohortId } = await stage.db.wave.findUniqueOrThrow({ where: { id: waveId } });
  for (let n = 0; n < 2; n++) await stage.world.store.plans.ensurePlans({ libraryId: library.id, cohortId, classId });
  const plans = await stage.db.workPlan.findMany({ where: { libraryId: library.id }, orderBy: { id: "asc" } });
  expect(plans.map(({ type }) => type)).toEqual(["information_services", "community_engagement", "advocacy"]);
  expect(new Set(await dueDays(plans.map(({ id }) => id)))).toEqual(new Set(["2024-07-21"]));
});

test("more time that was given stays where it is later than the new day", async () => {
  const { trainingClass, planIds } = await berakit(stage.db);
  const trainer = await buildTrainer(stage.db, [trainingClass.id]);
  const longer = {
    scope: { kind: "plan", planId: planIds[0] },
    until: "2024-08-01",
    reason: "Banjir",
    updateId: 1,
  } as const;
  const extended = await extendDeadlines(stage.world, await actorOf(stage.world, trainer.id), {
    ...longer,
    saidAt: stage.clock.now(),
  });
  expect(extended).toMatchObject({ kind: "extended", plans: 1 });
  await shiftClass(stage.world, await anAdmin(), {
    ...{ classId: trainingClass.id, from: "2024-06-03", to: "2024-06-10", saidAt: stage.clock.now() },
  });
  expect(await dueDays(planIds)).toEqual(["2024-08-01", "2024-07-14", "2024-07-14"]);
});

test("another due day of a class without participants is also that of the plans that are told of already", async () => {
  const { trainingClass, planIds, participantId } = await berakit(stage.db);
  await stage.db.libraryMember.deleteMany({});
  await stage.db.participant.delete({ where: { id: participantId } });
  const change = { classId: trainingClass.id, change: { plansDueOn: "2024-07-28" } } as const;
  for (let n = 0; n < 2; n++) {
    expect(await changeClass(stage.world, await anAdmin(), change)).toMatchObject({ kind: "changed" });
  }
  expect(await dueDays(planIds)).toEqual(["2024-07-28", "2024-07-28", "2024-07-28"]);
  const { plansDueOn } = await stage.db.trainingClass.findUniqueOrThrow({ where: { id: trainingClass.id } });
  expect(plansDueOn).toEqual(dayToColumn("2024-07-28"));
});
