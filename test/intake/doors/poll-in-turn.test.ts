// One process polls at a time, and its place is taken when it dies.
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { pollInTurn } from "../../../src/intake/doors/poll-in-turn.js";
import { AnotherPollerError, TokenRefusedError } from "../../../src/intake/doors/poller.js";
import { virtualClock } from "../../../src/sandbox/clock.js";
import { createLeases } from "../../../src/storage/upkeep/leases.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.empty());

const log = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };
const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve());
  });

/** A process: what it sees of time is moved by the test, its waits are short. */
function open(worker: string, poll: (signal: AbortSignal) => Promise<void>, clock = virtualClock(new Date(0))) {
  const leases = createLeases(database.prisma);
  const ending = new AbortController();
  // Ends the test's own waits at once.
  const sleep = async (_: number, signal?: AbortSignal) => {
    await delay(2, undefined, { ...(signal && { signal }) }).catch(() => undefined);
  };
  const ended = pollInTurn({ leases, clock, sleep, log, worker, poll }, ending.signal);
  return { clock, ended, stop: () => ending.abort() };
}

async function becomes(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 2000 && !isSo(); i++) await delay(2);
  expect(isSo()).toBe(true);
}

test("one polls, the other takes its place as soon as it stops", async () => {
  const polling: string[] = [];
  const poll = (name: string) => async (signal: AbortSignal) => {
    polling.push(name);
    await untilAborted(signal);
    polling.splice(polling.indexOf(name), 1);
  };
  const a = open("a", poll("a"));
  await becomes(() => polling.length === 1);
  const b = open("b", poll("b"));
  await delay(50);
  expect(polling).toEqual(["a"]);
  a.stop();
  await a.ended;
  await becomes(() => polling[0] === "b");
  b.stop();
  await b.ended;
  expect(polling).toEqual([]);
});

test("the poller keeps the turn for as long as it lives, however often the other asks for it", async () => {
  const clock = virtualClock(new Date(0));
  const polling: string[] = [];
  const poll = (name: string) => (signal: AbortSignal) => {
    polling.push(name);
    return untilAborted(signal);
  };
  const a = open("a", poll("a"), clock);
  await becomes(() => polling.length === 1);
  const b = open("b", poll("b"), clock);
  const until = async () =>
    (await database.prisma.lease.findUnique({ where: { name: "poller" } }))?.until.getTime() ?? 0;
  // Twenty seconds, in steps shorter than a lease of four: each is waited for until it is renewed.
  for (let second = 2; second <= 20; second += 2) {
    clock.set(new Date(second * 1000));
    for (let i = 0; i < 2000 && (await until()) < (second + 4) * 1000; i++) await delay(2);
    expect(await until()).toBe((second + 4) * 1000);
  }
  expect(polling).toEqual(["a"]);
  for (const one of [a, b]) {
    one.stop();
    await one.ended;
  }
});

test("a poller that is stopped while it takes the turn ends as well, and leaves it to others", async () => {
  const leases = createLeases(database.prisma);
  for (let asked = 0; asked < 20; asked++) {
    const one = open("a", untilAborted);
    // Somewhere in its first question for the turn, or just before or behind it.
    for (let i = 0; i < asked; i++) await new Promise(setImmediate);
    one.stop();
    await one.ended;
    expect(await leases.take("poller", "b", new Date(5000), new Date(0))).toBe(true);
    await leases.release("poller", "b");
  }
});

test("a poller that was silent past its lease finds its turn taken, and does not end for the 409 that this brings", async () => {
  const leases = createLeases(database.prisma);
  let refuse = (_: Error) => {};
  let polls = 0;
  const a = open("a", (signal) => {
    polls += 1;
    const refused = new Promise<void>((_, reject) => {
      refuse = reject;
    });
    return Promise.race([untilAborted(signal), refused]);
  });
  await becomes(() => polls === 1);
  // b, by a clock past the lease, takes over while a believes that it is its turn.
  const later = new Date(10_000);
  expect(await leases.take("poller", "b", new Date(20_000), later)).toBe(true);
  refuse(new AnotherPollerError());
  await delay(50);
  expect(polls).toBe(1);
  await leases.release("poller", "b");
  await becomes(() => polls === 2);
  a.stop();
  await a.ended;
});

// Keeps F17.
test("a poller that is none of ours ends this one, and so does a refused token", async () => {
  const strangers = open("a", () => Promise.reject(new AnotherPollerError()));
  await expect(strangers.ended).rejects.toThrow(AnotherPollerError);
  await database.empty();
  const refused = open("a", () => Promise.reject(new TokenRefusedError()));
  await expect(refused.ended).rejects.toThrow(TokenRefusedError);
});
