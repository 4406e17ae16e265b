// Real ticks by a clock that is set forward and back, stands still or is blocked: no job waits longer than by its line.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startTimetable, type Timetable } from "../../src/jobs/run-jobs.js";
import type { World } from "../../src/ports.js";
import { recordLog } from "../delivery/support.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** 09:00 in Jakarta. */
const NOW = new Date("2024-06-10T02:00:00Z");

let timetable: Timetable | undefined;
/** Of the steady clock, which nobody sets. */
let passed = 0;
beforeEach(() => {
  passed = 0;
  vi.useFakeTimers({ now: NOW, toFake: ["Date", "setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
});
afterEach(async () => {
  await timetable?.stop(0);
  vi.useRealTimers();
});

/** A job of each minute and one of the night, which ran in the last one. */
function start(work: (job: string) => Promise<void> = async () => {}) {
  const ran: string[] = [];
  const log = recordLog();
  let lastRun = new Date("2024-06-09T20:30:00Z");
  const traces = {
    lastRun: async () => lastRun,
    noteRun: async (_: string, at: Date) => {
      lastRun = at;
    },
  };
  const world = {
    ...{ clock: { now: () => new Date() }, settings: {} },
    store: { traces, rules: { newest: async () => 0 } },
  } as unknown as World;
  const job = (name: string, cron: string) => ({
    ...{ name, cron },
    run: async () => {
      ran.push(name);
      await work(name);
      return {};
    },
  });
  const hooks = { afterwards: () => {}, ran: () => {}, sleep: async () => {}, steady: () => passed };
  timetable = startTimetable(world, log, hooks, [job("minutely", "* * * * *"), job("nightly", "30 3 * * *")]);
  const times = (name: string) => ran.filter((one) => one === name).length;
  return { times, events: () => log.lines.map(({ event }) => event) };
}

async function pass(milliseconds: number) {
  for (let left = milliseconds; left > 0; left -= 1000) {
    passed += 1000;
    await vi.advanceTimersByTimeAsync(1000);
  }
}

/** Somebody sets the clock on the wall. */
const setClock = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

test("set back by three hours, the clock keeps no job waiting until it has caught up with itself", async () => {
  const { times, events } = start();
  await pass(2 * MINUTE);
  expect(times("minutely")).toBe(2);
  setClock(-3 * HOUR);
  await pass(3 * MINUTE);
  expect(times("minutely")).toBeGreaterThanOrEqual(4);
  expect(events()).toContain("clock.set");
});

test("a night that the clock was set past is caught up with at once, and only once", async () => {
  const { times } = start();
  await pass(MINUTE);
  setClock(24 * HOUR);
  await pass(MINUTE);
  expect(times("nightly")).toBe(1);
  await pass(2 * HOUR);
  expect(times("nightly")).toBe(1);
  expect(times("minutely")).toBeGreaterThan(100);
});

test("a process that stood still at its hour does the work of the night within the next hour", async () => {
  // 03:29 in Jakarta.
  vi.setSystemTime(new Date("2024-06-10T20:29:00Z"));
  const { times } = start();
  await pass(30_000);
  // Both clocks go on while nothing of ours does; the tick comes a minute too late.
  passed += 2 * MINUTE;
  setClock(2 * MINUTE);
  await pass(MINUTE);
  expect(times("nightly")).toBe(0);
  await pass(HOUR);
  expect(times("nightly")).toBe(1);
  await pass(2 * HOUR);
  expect(times("nightly")).toBe(1);
});

test("small corrections of the clock wake nobody anew", async () => {
  const { events } = start();
  for (const milliseconds of [400, -400, 900, -900]) {
    setClock(milliseconds);
    await pass(5000);
  }
  expect(events()).not.toContain("clock.set");
});

test("a job that takes longer than until its next tick never runs beside itself, also when the clock is set meanwhile", async () => {
  let most = 0;
  let now = 0;
  const { times } = start(async (name) => {
    if (name !== "minutely") return;
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 150_000));
    now -= 1;
  });
  await pass(90_000);
  setClock(-HOUR);
  await pass(8 * MINUTE);
  expect(times("minutely")).toBeGreaterThan(1);
  expect(most).toBe(1);
});

test("ticks that come too late are one event of our log, and nothing beside it is written", async () => {
  const written = vi.spyOn(console, "warn").mockImplementation(() => {});
  const { events } = start();
  await pass(30_000);
  passed += 5 * MINUTE;
  setClock(5 * MINUTE);
  await pass(2 * MINUTE);
  expect(events()).toContain("timetable.late");
  expect(written).not.toHaveBeenCalled();
  written.mockRestore();
});
