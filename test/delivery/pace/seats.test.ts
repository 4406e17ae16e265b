// Between claim and departure: what is claimed ahead, who leaves first, and what finds a place beside it.
import { expect, test } from "vitest";
import { createPace, type Seat } from "../../../src/delivery/pace.js";
import { at, leaves, sender } from "./sender.js";

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

test("nobody passes one that has waited long: a reply that comes late has its place soon, however much is claimed ahead", () => {
  const pace = createPace();
  const send = sender(pace);
  const waits: number[] = [];
  let late: { seat: Seat; since: number } | undefined;
  for (let now = 0; now < 10_000; now++) {
    for (const seat of send(now)) seat.landed(at(now));
    if (now % 500 === 0) late = { seat: pace.board(1_000_000, at(now)), since: now };
    if (late === undefined || late.seat.depart(at(now)) > 0) continue;
    late.seat.landed(at(now));
    waits.push(now - late.since);
    late = undefined;
  }
  expect(waits).toHaveLength(20);
  expect(Math.max(...waits)).toBeLessThan(400);
});

test("what is to be changed takes what is left over, and has its place a moment later where nothing is", () => {
  const pace = createPace();
  const send = sender(pace);
  const waits: number[] = [];
  let announced = 0;
  let since: number | undefined;
  for (let now = 0; now < 20_000; now++) {
    for (const seat of send(now)) {
      seat.landed(at(now));
      announced += 1;
    }
    // Tried again each second, as who waits for it does.
    if (now % 3000 === 500) since = now;
    if (since === undefined || (now - since) % 1000 !== 0) continue;
    const landed = pace.change(1_000_000, at(now));
    if (landed === null) continue;
    landed(at(now));
    waits.push(now - since);
    since = undefined;
  }
  expect(waits).toHaveLength(7);
  expect(Math.max(...waits)).toBeLessThanOrEqual(1000);
  expect(announced / 20).toBeGreaterThan(28.5);
  // With nothing else to say there is a place at once.
  expect(createPace().change(1_000_000, at(0))).toEqual(expect.any(Function));
});

test("what was claimed and has not left is in no reply's way, and leaves when there is a place again", () => {
  const pace = createPace();
  for (let n = 0; n < 29; n++) leaves(pace, n, n * 34);
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
