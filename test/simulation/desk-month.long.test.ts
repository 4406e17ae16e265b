// A month of all trainers' desks, with covers: seldom written to, never without something new; nobody's plea is left, everybody is counted
// once. DESK_TRAINERS=189 DESK_PEOPLE=53 is the long form (npm run simulate:desks), DESK_SEED another month.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { openStage } from "../support/stage/stage.js";
import { liveDesks } from "./desk-month.js";

const SIZE = {
  trainers: Number(process.env.DESK_TRAINERS ?? 9),
  people: Number(process.env.DESK_PEOPLE ?? 12),
  seed: Number(process.env.DESK_SEED ?? 1),
};

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

// Keeps T05, T07, T14.
test("no trainer hears more than twice a day or nothing new, and no plea and no person is forgotten", async () => {
  const stage = await openStage(database, "2024-06-24T00:00:00Z");
  const begun = performance.now();
  const { tooMany, nothingNew, left, notInOneCause, ...lived } = await liveDesks(stage, SIZE);
  const seconds = Math.round((performance.now() - begun) / 1000);
  if (process.env.DESK_TRAINERS !== undefined) {
    process.stdout.write(`${JSON.stringify({ ...SIZE, seconds, ...lived })}\n`);
  }
  expect({ tooMany, nothingNew, left, notInOneCause }).toEqual({
    ...{ tooMany: [], nothingNew: [], left: [], notInOneCause: [] },
  });
  // Or nothing was tried.
  expect(lived.posts.mornings).toBeGreaterThan(20);
  expect(lived.posts.summaries).toBeGreaterThan(20);
  expect(lived.posts.repeats).toBeGreaterThan(0);
  expect(lived.covered).toBeGreaterThan(0);
  expect(lived.escalated).toBeGreaterThan(0);
  expect(stage.errors).toEqual([]);
}, 7_200_000);
