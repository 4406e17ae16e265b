// Who told us of illness, mourning or a disaster is not reminded of plans for a week, and then is again.

import { expect, test } from "vitest";
import { keepQuiet, remindOfPlans, remindOfSnoozed } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { actorOf, berakit, colleague, report } from "../../support/world/plans.js";

// 01:00 in Jakarta on the Monday a fortnight before the due day: at eight the first reminder is owed.
const stage = stageAt("2024-06-23T18:00:00Z");

const WEEK_LATER = new Date("2024-07-01T01:00:00Z");

const rows = (state: "waiting" | "cancelled") =>
  stage.db.outbox.findMany({ where: { kind: "plan_reminder", state }, orderBy: { personId: "asc" } });

const posts = async (state: "waiting" | "cancelled") =>
  (await rows(state)).map(({ personId, dueAt }) => [personId, dueAt.toISOString().slice(0, 10)]);

test("a report of illness holds its author's reminders back for a week, and nobody else's", async () => {
  // Friday 21 June, 01:00 in Jakarta.
  stage.clock.set(new Date("2024-06-20T18:00:00Z"));
  const { trainingClass, personId, planIds } = await berakit(stage.db);
  const budi = await colleague(stage.db, trainingClass.id, "Budi");
  await report(stage.world, personId, planIds[0], { state: "stuck", obstacle: "illness" });

  stage.clock.set(new Date("2024-06-23T18:00:00Z"));
  await remindOfPlans(stage.world);

  expect(await posts("waiting")).toEqual([
    [personId, "2024-06-28"],
    [budi, "2024-06-24"],
  ]);
});

test("a report of another obstacle holds nothing back", async () => {
  const { personId, planIds } = await berakit(stage.db);
  await report(stage.world, personId, planIds[0], { state: "stuck", obstacle: "budget" });
  await remindOfPlans(stage.world);

  expect(await posts("waiting")).toEqual([[personId, "2024-06-24"]]);
});

test("what waits to leave is taken back, and after the week the reminder of that day is owed, with its own count", async () => {
  const { personId } = await berakit(stage.db);
  await remindOfPlans(stage.world);
  await keepQuiet(stage.world, await actorOf(stage.world, personId));
  await remindOfPlans(stage.world);
  expect(await posts("waiting")).toEqual([]);
  expect(await posts("cancelled")).toHaveLength(1);

  stage.clock.set(new Date("2024-06-30T18:00:00Z"));
  await remindOfPlans(stage.world);
  await remindOfPlans(stage.world);
  expect(await posts("waiting")).toEqual([[personId, "2024-07-01"]]);
  expect(JSON.stringify((await rows("waiting"))[0]?.message)).toContain("tinggal 6 hari lagi");
});

test("told twice, the week counts from the last time", async () => {
  const { personId } = await berakit(stage.db);
  await keepQuiet(stage.world, await actorOf(stage.world, personId));
  stage.clock.advance(24 * 3_600_000);
  await keepQuiet(stage.world, await actorOf(stage.world, personId));

  const { quietUntil } = (await stage.world.store.people.find(personId)) ?? {};
  expect(quietUntil).toEqual(new Date("2024-07-02T01:00:00Z"));
});

test("what was put off before comes after the week too", async () => {
  const { personId, planIds } = await berakit(stage.db);
  const until = new Date("2024-06-25T01:00:00Z");
  await stage.world.store.snoozes.add({ personId, messageId: 1, planIds, until }, stage.clock.now());
  await keepQuiet(stage.world, await actorOf(stage.world, personId));
  stage.clock.set(until);
  await remindOfSnoozed(stage.world);

  const snoozed = await stage.db.outbox.findMany({ where: { kind: "snoozed_reminder" } });
  expect(snoozed.map(({ dueAt }) => dueAt)).toEqual([WEEK_LATER]);
});
