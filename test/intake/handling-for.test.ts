// What is known of an update while it is handled: when it was said, and whether only a crowd holds it up.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { handlingFor } from "../../src/intake/handling-for.js";
import { createLanes } from "../../src/intake/lanes.js";
import { handlingNow } from "../../src/ports/queue/handling.js";
import type { ClaimedUpdate } from "../../src/ports/queue/inbox.js";
import { createInbox } from "../../src/storage/queue/inbox.js";
import { recordLog } from "../delivery/support.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { NOW, sleepWithoutDeadline } from "./support.js";

const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const secondsOf = (at: Date) => Math.floor(at.getTime() / 1000);
const claimed = (more: Partial<ClaimedUpdate>) =>
  ({
    updateId: 1,
    chatId: 7,
    receivedAt: NOW,
    attempts: 0,
    isExcess: false,
    isStranger: false,
    ...more,
  }) as ClaimedUpdate;
const message = (at: Date) => ({ update_id: 1, message: { message_id: 1, chat: { id: 7 }, date: secondsOf(at) } });
const press = { update_id: 1, callback_query: { id: "1", data: "menu" } };

test.each([
  {
    what: "a message that came within a second",
    update: { payload: message(after(-1)) },
    heldUp: -60,
    isOfCrowd: true,
  },
  {
    what: "a message that lay at Telegram for a minute",
    update: { payload: message(after(-60)) },
    heldUp: -90,
    isOfCrowd: false,
  },
  {
    what: "a message received before the process started",
    update: { payload: message(NOW) },
    heldUp: 5,
    isOfCrowd: false,
  },
  { what: "a message received before the last outage", update: { payload: message(NOW) }, heldUp: 1, isOfCrowd: false },
  { what: "a press that came at once", update: { payload: press }, heldUp: -60, isOfCrowd: true },
  {
    what: "a press that came with so many that it may be half a minute old",
    update: { payload: press, saidAt: after(-30) },
    heldUp: -60,
    isOfCrowd: true,
  },
  {
    what: "a press that may have lain at Telegram",
    update: { payload: press, saidAt: after(-61) },
    heldUp: -90,
    isOfCrowd: false,
  },
])("$what waits for a crowd alone: $isOfCrowd", ({ update, heldUp, isOfCrowd }) => {
  expect(handlingFor(claimed(update), after(heldUp))).toMatchObject({ chatId: 7, isOfCrowd });
});

test("a message says when it was said, a press when it can have been at the earliest", () => {
  expect(secondsOf(handlingFor(claimed({ payload: message(after(-60)) }), NOW).saidAt)).toBe(secondsOf(after(-60)));
  expect(handlingFor(claimed({ payload: press, saidAt: after(-30) }), NOW).saidAt).toEqual(after(-30));
  expect(handlingFor(claimed({ payload: press }), NOW).saidAt).toEqual(NOW);
});

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.empty());

const pressOf = (update_id: number) => ({
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
  await inbox.accept([pressOf(1)], clock.now());
  second += 1;
  lanes.start();
  await lanes.idle();
  second += 1;
  await inbox.accept([pressOf(2)], clock.now());
  await lanes.idle();
  second += 1;
  isAway = true;
  await inbox.accept([pressOf(3)], clock.now());
  await lanes.idle();
  second += 1;
  await inbox.accept([pressOf(4)], clock.now());
  await lanes.idle();
  await lanes.stop(1000);
  expect(ofCrowd).toEqual({ 1: false, 2: true, 3: false, 4: true });
});
