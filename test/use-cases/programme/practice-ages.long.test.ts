// What an admin practised on and forgot goes after a month, and they are told; opened, it stays.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { forgetOldTraces, revokeRole, usePractice } from "../../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { actorOf, buildOffice, practiceMade, rowCounts } from "../../support/world/practice.js";

const DAY = 86_400_000;
/** Wednesday, 10:00 in Jakarta. */
const MADE = "2024-07-10T03:00:00Z";

let database: TestDatabase;
let stage: Stage;
let office: Awaited<ReturnType<typeof buildOffice>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  stage = await openStage(database, MADE);
  office = await buildOffice(stage);
});
afterAll(() => database.close());

const after = (days: number, hours = 0) => stage.clock.set(new Date(Date.parse(MADE) + days * DAY + hours * 3_600_000));
const forgotten = async () => (await forgetOldTraces(stage.world)).practices;
const told = async (personId: number) =>
  (await stage.db.outbox.findMany({ where: { personId, kind: "practice_gone" } })).map(
    ({ message }) => (message as { text: string }).text,
  );

test("thirty days after it was made nothing of it is left, its owner is told once, and others' practices stay", async () => {
  const before = await rowCounts(stage);
  await practiceMade(stage, office.national.id);
  after(1);
  await practiceMade(stage, office.kepri.id);
  after(30, -1);
  expect(await forgotten()).toBe(0);
  after(30, 1);
  expect(await forgotten()).toBe(1);
  expect(await forgotten()).toBe(0);
  expect(await told(office.national.id)).toEqual([expect.stringContaining("sudah 30 hari tidak dibuka")]);
  expect(await told(office.kepri.id)).toEqual([]);
  after(31, 1);
  expect(await forgotten()).toBe(1);
  const left = await rowCounts(stage);
  const ofPractice = ["cohorts", "waves", "training_classes", "people", "libraries", "work_plans", "roster_rows"];
  expect(ofPractice.map((table) => left[table])).toEqual(ofPractice.map((table) => before[table]));
});

test("opened by its owner it counts anew from there, whoever else has one", async () => {
  await practiceMade(stage, office.national.id);
  await practiceMade(stage, office.kepri.id);
  after(20);
  await usePractice(stage.world, await actorOf(stage, office.national.id));
  // Whoever has none uses none.
  await usePractice(stage.world, await actorOf(stage, office.kalsel.id));
  after(31);
  expect(await forgotten()).toBe(1);
  expect(await told(office.kepri.id)).toHaveLength(1);
  after(50, 1);
  expect(await forgotten()).toBe(1);
  expect(await told(office.national.id)).toHaveLength(1);
});

test("a second use of the same day writes nothing", async () => {
  await practiceMade(stage, office.national.id);
  const usedAt = async () =>
    (await stage.db.cohort.findFirstOrThrow({ where: { NOT: { practiceOf: 0 } } })).practiceUsedAt?.getTime();
  const first = await usedAt();
  after(0, 5);
  await usePractice(stage.world, await actorOf(stage, office.national.id));
  expect(await usedAt()).toBe(first);
  after(2);
  await usePractice(stage.world, await actorOf(stage, office.national.id));
  expect(await usedAt()).toBe(stage.clock.now().getTime());
});

test("what went with the role before is not told of again", async () => {
  await practiceMade(stage, office.kepri.id);
  const sri = await actorOf(stage, office.national.id);
  const role = await stage.db.roleBinding.findFirstOrThrow({ where: { personId: office.kepri.id } });
  await revokeRole(stage.world, sri, { personId: office.kepri.id, bindingId: role.id });
  after(40);
  expect(await forgotten()).toBe(0);
  expect(await told(office.kepri.id)).toEqual([]);
});
