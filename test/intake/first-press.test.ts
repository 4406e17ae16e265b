// What a stranger's first press costs does not grow with the number of people we know.
import { afterAll, beforeAll, expect, test } from "vitest";
import { handlingOf } from "../../src/ports/queue/handling.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { openStage } from "../support/stage/stage.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Statements and calls of Telegram for one update of somebody nobody knows. */
async function stepsOfFirst(press: "start" | "link" | "words", peopleKnown: number): Promise<number> {
  const stage = await openStage(database, "2024-06-03T01:00:00Z");
  await database.prisma.$executeRaw`
    INSERT INTO people (name, zone, telegram_id, created_at)
    SELECT 'Orang ' || n, 'Asia/Jakarta', 7000000000 + n, '2024-06-01' FROM generate_series(1, ${peopleKnown}::int) AS n`;
  expect(await database.prisma.person.count()).toBe(peopleKnown);
  const stranger = stage.person({ id: 6_000_000_001, name: "Rahma" });
  if (press === "start") stranger.start();
  else if (press === "link") stranger.start("k-not-a-class-of-ours");
  else stranger.says("selamat pagi");
  const handling = { chatId: stranger.id, saidAt: stage.clock.now(), steps: 0, isOver: false };
  await handlingOf(handling, () => stage.listen());
  expect(stranger.received().length).toBeGreaterThan(0);
  expect(stage.errors).toEqual([]);
  return handling.steps;
}

test.each(["start", "link", "words"] as const)(
  "a stranger's first %s takes as many statements with 10 people known as with 10,000",
  async (press) => {
    const few = await stepsOfFirst(press, 10);
    expect(few).toBeGreaterThan(0);
    expect(await stepsOfFirst(press, 10_000)).toBe(few);
  },
);
