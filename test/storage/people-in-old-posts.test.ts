// Posts that were written before each of them said whom it names: the migration ties them to at least those people.
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aClass, RACERS } from "../faults/races/erasure-racers.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { openStage } from "../support/stage/stage.js";

const MIGRATION = "prisma/migrations/20261128105500_people_in_waiting_posts/migration.sql";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test("everybody whom a post of an older version names is among those it is tied to, whatever it is about", async () => {
  const stage = await openStage(database, "2024-07-09T02:00:00Z");
  const { db } = stage;
  const scene = await aClass(stage);
  // In the evening the summary is due, too.
  stage.clock.set(new Date("2024-07-09T09:45:00Z"));
  // Roles and classes to teach post nothing, and one needs what the other takes away.
  for (const [, { run }] of RACERS.filter(([title]) => !/role|teach/.test(title))) {
    await run(stage.world, scene, db);
    stage.clock.advance(1000);
  }
  const asNow = new Map((await db.outbox.findMany()).map(({ id, key, subjects }) => [id, { key, subjects }]));
  const people = (subjects: string[] = []) => subjects.filter((one) => one.startsWith("person:"));
  const naming = [...asNow.values()].filter(({ subjects }) => people(subjects).length > 0);
  expect(naming.length).toBeGreaterThan(8);
  await db.$executeRaw`
    UPDATE outbox SET subjects = ARRAY(SELECT s FROM unnest(subjects) s WHERE s NOT LIKE 'person:%')`;
  await db.$executeRawUnsafe(await readFile(MIGRATION, "utf8"));
  const missing = (await db.outbox.findMany()).flatMap(({ id, key, subjects }) => {
    const lost = people(asNow.get(id)?.subjects).filter((one) => !subjects.includes(one));
    return lost.length === 0 ? [] : [`${key}: ${lost.join(" ")}`];
  });
  expect(missing).toEqual([]);

  // Once more it changes nothing.
  const tied = await db.outbox.findMany({ orderBy: { id: "asc" } });
  await db.$executeRawUnsafe(await readFile(MIGRATION, "utf8"));
  expect(await db.outbox.findMany({ orderBy: { id: "asc" } })).toEqual(tied);
});
