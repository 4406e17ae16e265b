// The page of the day of what an admin practises on: for its owner alone, by name alone, and gone with it.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { currentPicture, listNews, removePractice } from "../../../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../../../support/database.js";
import { openStage, type Stage } from "../../../support/stage/stage.js";
import { actorOf, buildOffice, practiceMade } from "../../../support/world/practice.js";

let database: TestDatabase;
let stage: Stage;
let office: Awaited<ReturnType<typeof buildOffice>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  stage = await openStage(database, "2024-07-10T03:00:00Z");
  office = await buildOffice(stage);
});
afterAll(() => database.close());

const PRACTICE = { practice: true };
const late = { owed: 0, asked: 0, resting: 0 };

test("its owner sees its numbers when they name it, and nobody else sees any", async () => {
  const { practice } = await practiceMade(stage, office.national.id);
  const owner = await actorOf(stage, office.national.id);
  const own = await currentPicture(stage.world, owner, PRACTICE);
  expect(own?.picture.inNeed.length).toBeGreaterThan(0);
  expect(own?.picture.inNeed.every(({ plan }) => plan.libraryName.endsWith("(latihan)"))).toBe(true);
  expect(own?.picture.waiting.questions.count).toBe(1);
  // Not named it is their own, and they teach nobody.
  expect((await currentPicture(stage.world, owner))?.picture).toMatchObject({ inNeed: [], late });
  for (const { id } of [office.kepri, office.kalsel, office.trainer]) {
    expect(await currentPicture(stage.world, await actorOf(stage, id), PRACTICE)).toBeNull();
  }
  const day = { fromAt: new Date("2024-05-01"), toAt: stage.clock.now() };
  expect((await listNews(stage.world, owner, { ...day, ...PRACTICE })).events.length).toBeGreaterThan(0);
  expect((await listNews(stage.world, await actorOf(stage, office.kepri.id), { ...day, ...PRACTICE })).events).toEqual(
    [],
  );
  // What was looked at leaves a line, which goes with it.
  const lines = () => stage.db.audit.count({ where: { subject: `practice:${practice.cohortId}` } });
  expect(await lines()).toBe(2);
  await removePractice(stage.world, owner, practice.cohortId);
  expect(await lines()).toBe(0);
  expect(await currentPicture(stage.world, await actorOf(stage, office.national.id), PRACTICE)).toBeNull();
});
