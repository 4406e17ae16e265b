import { expect, test } from "vitest";
import { createPace, type Seat } from "../../../src/delivery/pace.js";
import { at, leaves, sender } from "./sender.js";

/** Sends as soon as allowed, with timers that ring `late` milliseconds late; returns when each message left. */
function sendAll(messages: number, late: number): number[] {
  const send = sender(createPace());
  const left: number[] = [];
  for (let now = 0; left.length < messages; now += 1 + late) {
    for (const seat of send(now)) {
      seat.landed(at(now));
      left.push(now);
    }
  }
  return left;
}

test.each([0, 2, 15])("no second holds more than thirty messages when timers ring %i ms late", (late) => {
  const left = sendAll(300, late);
  for (const [index, time] of left.entries()) {
    expect(left.slice(index).filter((other) => other - time < 1000).length).toBeLessThanOrEqual(30);
  }
});

test.each([0, 2, 15])("thirty a second are reached when timers ring %i ms late", (late) => {
  const seconds = sendAll(300, late).at(-1)! / 1000;
  expect(300 / 30 / seconds).toBeGreaterThan(0.98);
});

test("however long the line takes, thirty in any second of arrivals is the most", () => {
  const send = sender(createPace());
  const arrivals: number[] = [];
  // Every other message takes 80 ms to arrive and is answered at once; the others arrive at once and are answered 80 ms later.
  const answers: { at: number; seat: Seat }[] = [];
  for (let now = 0; arrivals.length < 200; now++) {
    for (const answer of answers.filter((one) => one.at === now)) answer.seat.landed(at(now));
    for (const seat of send(now)) {
      answers.push({ at: now + 80, seat });
      arrivals.push(arrivals.length % 2 === 0 ? now + 80 : now);
    }
  }
  const sorted = arrivals.sort((a, b) => a - b);
  for (const [index, time] of sorted.entries()) {
    expect(sorted.slice(index).filter((other) => other - time < 1000).length).toBeLessThanOrEqual(30);
  }
});

test("after a pause only a few leave at once", () => {
  const pace = createPace();
  leaves(pace, 1, 0);
  expect(pace.claimable(at(60_000))).toBe(5);
});

test("a chat rests for a second", () => {
  const pace = createPace();
  leaves(pace, 7, 0);
  expect(pace.restingChats(at(999))).toEqual([7]);
  expect(pace.untilRested(at(400))).toBe(600);
  expect(pace.restingChats(at(1000))).toEqual([]);
  expect(pace.untilRested(at(1000))).toBeUndefined();
});

// Keeps F24.
test("a clock that is set back an hour does not silence the bot for an hour", () => {
  const pace = createPace();
  for (let chat = 0; chat < 30; chat++) leaves(pace, chat, 3_600_000);
  expect(pace.claimable(at(0))).toBeGreaterThan(0);
  expect(pace.restingChats(at(0))).toEqual([]);
  expect(pace.board(100, at(0)).depart(at(0))).toBe(0);
});

// Keeps A11.
test("a reply that was refused finds a place within a second, and thousands of them leave an announcement its pace", () => {
  const pace = createPace();
  const left: number[] = [];
  let now = 0;
  const send = sender(pace);
  const sendUntil = (end: number) => {
    for (; now < end; now++) {
      for (const seat of send(now)) {
        seat.landed(at(now));
        left.push(now);
      }
    }
  };
  const inTheSecondBefore = (end: number) => left.filter((time) => time > end - 1000 && time <= end).length;
  sendUntil(3000);
  expect(inTheSecondBefore(3000)).toBe(30);
  pace.makeWay(at(3000));
  sendUntil(4100);
  expect(inTheSecondBefore(4100)).toBe(29);
  for (let refused = 0; refused < 1000; refused++) pace.makeWay(at(4100));
  sendUntil(5200);
  // The first way is over by then, and no more than three are made at once.
  expect(inTheSecondBefore(5200)).toBe(28);
  sendUntil(9000);
  expect(inTheSecondBefore(9000)).toBe(30);
});

// Keeps A11.
test("who talks is answered within a moment beside an announcement, and the two together stay within thirty a second", () => {
  const pace = createPace();
  const left: number[] = [];
  const waits: number[] = [];
  const send = sender(pace);
  let asked: { at: number; hasWay: boolean; again: number } | undefined;
  for (let now = 0; now < 20_000; now++) {
    if (now % 400 === 0) asked = { at: now, hasWay: false, again: now };
    if (asked !== undefined && now >= asked.again) {
      const place = pace.answer(at(now), asked.hasWay);
      if (typeof place === "number") {
        if (!asked.hasWay) pace.makeWay(at(now));
        asked = { ...asked, hasWay: true, again: now + place };
      } else {
        place(at(now));
        waits.push(now - asked.at);
        left.push(now);
        asked = undefined;
      }
    }
    for (const seat of send(now)) {
      seat.landed(at(now));
      left.push(now);
    }
  }
  expect(waits).toHaveLength(50);
  expect(Math.max(...waits)).toBeLessThan(200);
  for (const [index, time] of left.entries()) {
    expect(left.slice(index).filter((other) => other - time < 1000).length).toBeLessThanOrEqual(30);
  }
  // Nothing of the pace is lost to those who may not come.
  expect(left.length / 20).toBeGreaterThan(29);
});

// Keeps A11.
test("a crowd is answered beside the pace, and takes nothing of an announcement's", () => {
  const pace = createPace();
  let announced = 0;
  const send = sender(pace);
  for (let now = 0; now < 10_000; now++) {
    const place = pace.answer(at(now), false);
    if (typeof place !== "number") place(at(now));
    for (const seat of send(now)) {
      seat.landed(at(now));
      announced += 1;
    }
  }
  expect(announced / 10).toBeGreaterThan(28.5);
});

test("what did not leave after all takes nobody's place", () => {
  const pace = createPace();
  for (let n = 0; n < 100; n++) {
    const seat = pace.board(7, at(0));
    if (n % 2 === 0) expect(seat.depart(at(0))).toBe(0);
    seat.landed(null);
  }
  expect(pace.claimable(at(0))).toBe(5);
  expect(pace.restingChats(at(0))).toEqual([]);
});
