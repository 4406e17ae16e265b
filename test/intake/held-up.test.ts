// Updates that a crowd holds up are told apart from those that an outage or a start held up: the latter are answered at the pace.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createLanes } from "../../src/intake/lanes.js";
import { handlingNow } from "../../src/ports/queue/handling.js";
import { createInbox } from "../../src/storage/queue/inbox.js";
import { recordLog } from "../delivery/support.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { NOW, sleepWithoutDeadline } from "./support.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.empty());

const press = (update_id: number) => ({
  ...{ updateId: update_id, chatId: update_id },
  payload: { update_id, callback_query: { id: `${update_id}`, data: "menu" } },
});

test("what came before a start or an outage was held up by it, what comes after it was not", async () => {
  const inbox = createInbox(database.prisma);
  let second = 0;
  const clock = { now: () => new Date(NOW.getTime() + second * 1000) };
  const ofCrowd: Record<number, boolean | undefined> = {};
  let isAway = false;
  const lanes = createLanes({
    ...{ inbox, clock, sleep: sleepWithoutDeadline, log: recordLog(), worker: "w", alone: true },
    isOutage: () => true,
    handle: async ({ update_id }) => {
      if (isAway) {
        // Telegram comes back, and the clock has gone on.
        isAway = false;
        second += 2;
        throw new Error("away");
      }
      ofCrowd[update_id] = handlingNow()?.isOfCrowd;
    },
  });
  await inbox.accept([press(1)], clock.now());
  second += 1;
  lanes.start();
  await lanes.idle();
  second += 1;
  await inbox.accept([press(2)], clock.now());
  await lanes.idle();
  second += 1;
  isAway = true;
  await inbox.accept([press(3)], clock.now());
  await lanes.idle();
  second += 1;
  await inbox.accept([press(4)], clock.now());
  await lanes.idle();
  await lanes.stop(1000);
  expect(ofCrowd).toEqual({ 1: false, 2: true, 3: false, 4: true });
});
