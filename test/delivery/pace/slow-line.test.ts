// A line on which every call takes 180 ms, as between a village server and Telegram: an announcement must not take fifteen minutes.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createDispatcher } from "../../../src/delivery/dispatcher.js";
import { createRoom, FEWEST_UNDER_WAY, MOST_UNDER_WAY } from "../../../src/delivery/room.js";
import { createDelivery } from "../../../src/storage/queue/delivery.js";
import { createOutbox } from "../../../src/storage/queue/outbox.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { skippingClock, standingStill } from "../../support/stage/skipping-clock.js";
import { NOW, recordLog } from "../support.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.empty());

async function drainOver(roundTripMilliseconds: number, messages: number) {
  const clock = skippingClock(NOW, () => 0);
  const people = await database.prisma.person.createManyAndReturn({
    data: Array.from({ length: messages }, (_, i) => ({ name: "P", telegramId: 1000 + i, createdAt: NOW })),
  });
  await createOutbox(database.prisma).post(
    people.map(({ id }) => ({
      key: `k${id}`,
      kind: "answer",
      personId: id,
      message: { text: "Halo", marks: [] },
      dueAt: NOW,
    })),
    NOW,
  );
  const arrivals: number[] = [];
  let underWay = 0;
  let mostUnderWay = 0;
  const dispatcher = createDispatcher({
    delivery: standingStill(createDelivery(database.prisma), clock),
    // While somebody boards, the dispatcher looks again.
    board: async () => {
      await clock.sleep(5);
      return { kind: "leaves", beside: [] };
    },
    send: async () => {
      underWay += 1;
      mostUnderWay = Math.max(mostUnderWay, underWay);
      await clock.sleep(roundTripMilliseconds / 2);
      arrivals.push(clock.now().getTime());
      await clock.sleep(roundTripMilliseconds / 2);
      underWay -= 1;
      return { next: "sent", messageId: arrivals.length };
    },
    clock,
    sleep: clock.sleep,
    log: recordLog(),
    worker: "w",
    alone: true,
  });
  await dispatcher.drain();
  clock.stop();
  expect(arrivals).toHaveLength(messages);
  const mostInASecond = Math.max(...arrivals.map((at) => arrivals.filter((t) => t >= at && t < at + 1000).length));
  return { perSecond: (messages - 1) / ((arrivals.at(-1)! - arrivals[0]!) / 1000), mostUnderWay, mostInASecond };
}

test("a line of 180 ms is filled: 10,000 still leave within eight minutes, and no second holds more than thirty", async () => {
  const { perSecond, mostUnderWay, mostInASecond } = await drainOver(180, 300);
  expect(10_000 / perSecond).toBeLessThan(8 * 60);
  expect(mostUnderWay).toBeLessThanOrEqual(MOST_UNDER_WAY);
  expect(mostInASecond).toBeLessThanOrEqual(30);
});

test("a near Telegram needs no more than two: a crash leaves no more unknown than it must", async () => {
  const { mostUnderWay } = await drainOver(20, 60);
  expect(mostUnderWay).toBe(FEWEST_UNDER_WAY);
});

test("one slow message changes nothing, a slow line does, and a quick one or trouble takes it back", () => {
  const room = createRoom();
  for (let i = 0; i < 10; i++) room.took(20);
  room.took(40_000);
  expect(room.size(30)).toBe(2);
  for (let i = 0; i < 15; i++) room.took(180);
  expect(room.size(30)).toBe(7);
  // A process that has half of the pace needs half of the room.
  expect(room.size(15)).toBe(4);
  for (let i = 0; i < 15; i++) room.took(600);
  expect(room.size(30)).toBe(MOST_UNDER_WAY);
  // No line, but a Telegram in trouble.
  for (let i = 0; i < 15; i++) room.took(5000);
  expect(room.size(30)).toBe(FEWEST_UNDER_WAY);
  for (let i = 0; i < 15; i++) room.took(5);
  expect(room.size(30)).toBe(FEWEST_UNDER_WAY);
});
