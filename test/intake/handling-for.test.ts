// What is known of an update while it is handled: when it was said, and whether only a crowd holds it up.
import { expect, test } from "vitest";
import { handlingFor } from "../../src/intake/handling-for.js";
import type { ClaimedUpdate } from "../../src/ports/queue/inbox.js";
import { NOW } from "./support.js";

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
