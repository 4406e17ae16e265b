import { expect, test } from "vitest";
import { createPace, type Seat } from "../../src/delivery/pace.js";

const at = (milliseconds: number) => new Date(1_717_376_400_000 + milliseconds);

/** Sends as soon as allowed, with timers that ring `late` milliseconds late; returns when each message left. */
function sendAll(messages: number, late: number): number[] {
  const pace = createPace();
  const left: number[] = [];
  for (let now = 0; left.length < messages; ) {
    for (let allowance = pace.allowance(at(now)); allowance > 0 && left.length < messages; allowance--) {
      pace.spend(left.length, at(now))(at(now));
      left.push(now);
    }
    now += Math.max(1, pace.untilNext(at(now))) + late;
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
  const pace = createPace();
  const arrivals: number[] = [];
  // Every other message takes 80 ms to arrive and is answered at once; the others arrive at once and are answered 80 ms later.
  const answers: { at: number; landed: (answeredAt: Date) => void }[] = [];
  for (let now = 0; arrivals.length < 200; now++) {
    for (const answer of answers.filter((one) => one.at === now)) answer.landed(at(now));
    if (pace.allowance(at(now)) === 0) continue;
    answers.push({ at: now + 80, landed: pace.spend(arrivals.length, at(now)) });
    arrivals.push(arrivals.length % 2 === 0 ? now + 80 : now);
  }
  const sorted = arrivals.sort((a, b) => a - b);
  for (const [index, time] of sorted.entries()) {
    expect(sorted.slice(index).filter((other) => other - time < 1000).length).toBeLessThanOrEqual(30);
  }
});

test("after a pause only three leave at once", () => {
  const pace = createPace();
  pace.spend(1, at(0))(at(60));
  expect(pace.allowance(at(60_000))).toBe(3);
});

test("a chat rests for a second", () => {
  const pace = createPace();
  pace.spend(7, at(0));
  expect(pace.restingChats(at(999))).toEqual([7]);
  expect(pace.untilRested(at(400))).toBe(600);
  expect(pace.restingChats(at(1000))).toEqual([]);
  expect(pace.untilRested(at(1000))).toBeUndefined();
});

// Keeps F24.
test("a clock that is set back an hour does not silence the bot for an hour", () => {
  const pace = createPace();
  for (let chat = 0; chat < 30; chat++) pace.spend(chat, at(3_600_000))(at(3_600_050));
  expect(pace.allowance(at(0))).toBeGreaterThan(0);
  expect(pace.restingChats(at(0))).toEqual([]);
});

// Keeps A11.
test("a reply that was refused finds a place within a second, and thousands of them leave an announcement its pace", () => {
  const pace = createPace();
  const left: number[] = [];
  let now = 0;
  const sendUntil = (end: number) => {
    for (; now < end; now = Math.min(end, now + Math.max(1, pace.untilNext(at(now))))) {
      for (let allowance = pace.allowance(at(now)); allowance > 0; allowance--) {
        pace.spend(left.length, at(now))(at(now));
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
    for (let allowance = pace.allowance(at(now)); allowance > 0; allowance--) {
      pace.spend(now, at(now))(at(now));
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
  for (let now = 0; now < 10_000; now++) {
    const place = pace.answer(at(now), false);
    if (typeof place !== "number") place(at(now));
    for (let allowance = pace.allowance(at(now)); allowance > 0; allowance--) {
      pace.spend(now, at(now))(at(now));
      announced += 1;
    }
  }
  expect(announced / 10).toBeGreaterThan(28.5);
});

test("what is done between claim and departure takes nothing of the pace", () => {
  const pace = createPace();
  const left: number[] = [];
  let aboard: { seat: Seat; ready: number }[] = [];
  let onTheWay: { seat: Seat; answered: number }[] = [];
  for (let now = 0; now < 20_000; now++) {
    for (const { seat, answered } of onTheWay) if (answered === now) seat.landed(at(now));
    onTheWay = onTheWay.filter(({ answered }) => answered > now);
    const leaving = aboard.filter(({ seat, ready }) => now >= ready && seat.depart(at(now)) === 0);
    aboard = aboard.filter((one) => !leaving.includes(one));
    for (const { seat } of leaving) {
      left.push(now);
      onTheWay.push({ seat, answered: now + 10 });
    }
    for (let claims = pace.claimable(at(now)); claims > 0; claims--) {
      aboard.push({ seat: pace.board(now, at(now)), ready: now + 120 });
    }
    // No more than a crash may leave claimed.
    expect(aboard.length).toBeLessThanOrEqual(35);
  }
  for (const [index, time] of left.entries()) {
    expect(left.slice(index).filter((other) => other - time < 1010).length).toBeLessThanOrEqual(30);
  }
  // Counted from its claim each would take a place for 1.13 s, and 26.5 a second be the most.
  expect(left.length / 20).toBeGreaterThan(29);
});

test("what was claimed and has not left is in no reply's way, and leaves when there is a place again", () => {
  const pace = createPace();
  for (let n = 0; n < 29; n++) pace.spend(n, at(n * 34))(at(n * 34));
  const now = at(29 * 34 - 20);
  const seat = pace.board(100, now);
  expect(pace.answer(now, false)).toEqual(expect.any(Function));
  const wait = seat.depart(now);
  expect(wait).toBeGreaterThan(0);
  expect(seat.depart(new Date(now.getTime() + wait))).toBe(0);
  // A chat rests from when it was written to, not from the claim.
  expect(pace.untilRestedOf(100, new Date(now.getTime() + wait))).toBe(1000);
});

test("no more than a sixth of a second's posts are claimed beyond the places, and who gives a seat up gives it back", () => {
  const pace = createPace({ perSecond: 30, burst: 100, chatRestMilliseconds: 1000, groupRestMilliseconds: 3000 });
  const seats = Array.from({ length: 35 }, (_, chat) => pace.board(chat, at(0)));
  expect(pace.claimable(at(0))).toBe(0);
  expect(seats.filter((seat) => seat.depart(at(0)) === 0)).toHaveLength(30);
  seats.at(-1)!.landed(null);
  expect(pace.claimable(at(0))).toBe(1);
  expect(pace.untilRestedOf(34, at(0))).toBe(0);
});

test("what did not leave after all takes nobody's place", () => {
  const pace = createPace();
  for (let chat = 0; chat < 100; chat++) pace.spend(7, at(0))(null);
  expect(pace.allowance(at(0))).toBe(3);
  expect(pace.restingChats(at(0))).toEqual([]);
});
