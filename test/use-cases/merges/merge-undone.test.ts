// The merge of two people is undone within a week: both are as they were, and what was said since stays.
import { expect, test } from "vitest";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildParticipant } from "../../support/world/builders.js";
import { report } from "../../support/world/plans.js";
import { BERAKIT, everyRow, merged, onlyHere, registeredTwice, undone } from "./scene.js";

const stage = stageAt("2024-06-10T03:00:00Z");
const DAY = 86_400_000;

test("undone, both are as they were; twice is once", async () => {
  const { goes, adminId, pair } = await registeredTwice(stage);
  await report(stage.world, goes.person.id, goes.plans[0]?.id ?? 0);
  const before = await everyRow(stage.db);
  const id = await merged(stage, adminId, pair);
  expect(onlyHere(before, await everyRow(stage.db)).length).toBeGreaterThan(3);
  expect((await undone(stage, adminId, id)).kind).toBe("undone");
  expect(await everyRow(stage.db)).toEqual(before);
  expect((await undone(stage, adminId, id)).kind).toBe("undone");
  expect(await everyRow(stage.db)).toEqual(before);
  expect(await stage.db.mergeChange.count()).toBe(0);
  expect(await stage.db.audit.count({ where: { action: "merge.undo" } })).toBe(1);
  // And merged again it is another merge.
  expect(await merged(stage, adminId, pair)).not.toBe(id);
});

test("what was said since stays with the one who stayed", async () => {
  const { stays, goes, adminId, pair } = await registeredTwice(stage, { otherClass: true });
  const { db, world } = stage;
  const planId = goes.plans[0]?.id ?? 0;
  await report(world, goes.person.id, planId, { story: "sebelum" });
  const id = await merged(stage, adminId, pair);
  stage.clock.advance(DAY);
  await report(world, stays.person.id, planId, { story: "sesudah" });
  expect((await undone(stage, adminId, id)).kind).toBe("undone");
  const reports = await db.progressReport.findMany({ orderBy: { id: "asc" } });
  expect(reports.map(({ story, authorId }) => [story, authorId])).toEqual([
    ["sebelum", goes.person.id],
    ["sesudah", stays.person.id],
  ]);
});

test("after seven days it is undone no more, and how rows were is forgotten", async () => {
  const { adminId, pair } = await registeredTwice(stage);
  const id = await merged(stage, adminId, pair);
  stage.clock.advance(7 * DAY + 1);
  expect((await undone(stage, adminId, id)).kind).toBe("too_late");
  stage.clock.advance(DAY);
  await stage.tick();
  const { forgetOldTraces } = await import("../../../src/use-cases/index.js");
  await forgetOldTraces(stage.world);
  expect(await stage.db.mergeChange.count()).toBe(0);
});

test("an account that somebody else has by now stays theirs when the merge is undone", async () => {
  const { trainingClass, goes, adminId, pair } = await registeredTwice(stage);
  const id = await merged(stage, adminId, pair);
  const { person: other } = await buildParticipant(stage.db, trainingClass.id, {
    name: "Orang baru",
    telegramId: 7_300_002,
  });
  expect(await undone(stage, adminId, id)).toMatchObject({ kind: "undone", accountIsBack: false });
  expect(await stage.db.person.findUnique({ where: { id: other.id } })).toMatchObject({ telegramId: 7_300_002n });
  expect(await stage.db.person.findUnique({ where: { id: goes.person.id } })).toMatchObject({ telegramId: null });
  const bound = await stage.db.accountBinding.findMany({ where: { telegramId: 7_300_002, unboundAt: null } });
  expect(bound.map(({ personId }) => personId)).toEqual([other.id]);
});

test("a merge that another built on is undone after that one", async () => {
  const { trainingClass, adminId, pair } = await registeredTwice(stage);
  const before = await everyRow(stage.db);
  void before;
  const third = await buildParticipant(stage.db, trainingClass.id, {
    ...BERAKIT,
    name: "Siti Amina",
    telegramId: 7_300_003,
  });
  const whole = await everyRow(stage.db);
  const first = await merged(stage, adminId, pair);
  const second = await merged(stage, adminId, { kind: "people", staysId: third.person.id, goesId: pair.staysId });
  expect((await undone(stage, adminId, first)).kind).toBe("later_first");
  expect((await undone(stage, adminId, second)).kind).toBe("undone");
  expect((await undone(stage, adminId, first)).kind).toBe("undone");
  expect(await everyRow(stage.db)).toEqual(whole);
});
