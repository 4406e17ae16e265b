// A job that meets an outage is run again until the outage is over; a job with a fault of its own waits for its next tick.
import { afterEach, describe, expect, test } from "vitest";
import { startTimetable } from "../../src/jobs/run-jobs.js";
import { type Job, lastDueAt } from "../../src/jobs/timetable.js";
import type { World } from "../../src/ports.js";
import { recordLog } from "../delivery/support.js";

const AWAY = Object.assign(new Error("gone"), { code: "ECONNREFUSED" });
const isOutage = (error: unknown) => error === AWAY;
/** No office has changed its rules. */
const RULES = { newest: async () => 0 };
const WORLD = { clock: { now: () => new Date() }, store: { rules: RULES }, settings: {} } as unknown as World;
/** In cron's words: every second, so that a tick comes soon. */
const SOON = "* * * * * *";

const GRACE = 41_000;

let stop = async () => {};
afterEach(() => stop());

function timetable(run: (times: number) => Promise<Record<string, number>>, sleep = async (_: number) => {}) {
  const log = recordLog();
  const waits: number[] = [];
  const results: string[] = [];
  let times = 0;
  let rung = () => {};
  const afterwards = new Promise<void>((resolve) => {
    rung = resolve;
  });
  const job: Job = {
    name: "owed-each-night",
    cron: SOON,
    run: async () => {
      times += 1;
      return run(times);
    },
  };
  const started = startTimetable(
    WORLD,
    log,
    {
      afterwards: () => rung(),
      ran: (_, __, result) => results.push(result),
      sleep: (milliseconds) => {
        // A stop waits beside the job.
        if (milliseconds === GRACE) return new Promise(() => {});
        waits.push(milliseconds);
        return sleep(milliseconds);
      },
      isOutage,
    },
    [job],
  );
  stop = () => started.stop(GRACE);
  const events = () => log.lines.map(({ level, event }) => `${level} ${event}`);
  return { afterwards, waits, results, events, times: () => times };
}

test("while the database is away a job is postponed and run again, waiting longer each time, until it is done", async () => {
  const { afterwards, waits, results, events } = timetable(async (times) => {
    if (times <= 7) throw AWAY;
    return { posted: 3 };
  });
  await afterwards;
  await stop();
  expect(waits.slice(0, 7)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  expect(results.slice(0, 8)).toEqual([...Array<string>(7).fill("failed"), "done"]);
  expect(events().slice(0, 8)).toEqual([...Array<string>(7).fill("warn job.postponed"), "info job.done"]);
});

test("a fault of the job's own is not run again before the next tick", async () => {
  const { afterwards, waits, events } = timetable(async () => {
    throw new TypeError("its own");
  });
  await afterwards;
  await stop();
  expect(waits).toEqual([]);
  expect(events()[0]).toBe("error job.failed");
});

test("a stop ends the waiting for an outage", async () => {
  let waiting = () => {};
  const isWaiting = new Promise<void>((resolve) => {
    waiting = resolve;
  });
  let wake = () => {};
  const { times } = timetable(
    async () => {
      throw AWAY;
    },
    () => {
      waiting();
      return new Promise<void>((resolve) => {
        wake = resolve;
      });
    },
  );
  await isWaiting;
  const stopped = stop();
  wake();
  await stopped;
  expect(times()).toBe(1);
});

test("a stop does not wait for a job without an end", async () => {
  let begun = () => {};
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const run = () => {
    begun();
    return new Promise<never>(() => {});
  };
  const hooks = { afterwards: () => {}, ran: () => {}, sleep: async () => {} };
  const started = startTimetable(WORLD, recordLog(), hooks, [{ name: "endless", cron: SOON, run }]);
  await hasBegun;
  await started.stop(GRACE);
  expect(started.running()).toBe(1);
});

describe("a job of the night", () => {
  /** 09:00 in Jakarta. */
  const NOW = new Date("2024-06-10T02:00:00Z");
  const nightly = (ran: string[]): Job => ({
    name: "forget",
    cron: "30 3 * * *",
    run: async () => {
      ran.push("forget");
      return {};
    },
  });

  function world(lastRun: Date | null) {
    const noted: Date[] = [];
    const traces = {
      lastRun: async () => lastRun,
      noteRun: async (_: string, at: Date) => {
        noted.push(at);
      },
    };
    return {
      noted,
      world: { clock: { now: () => NOW }, store: { traces, rules: RULES }, settings: {} } as unknown as World,
    };
  }

  async function start(lastRun: Date | null) {
    const ran: string[] = [];
    const { noted, world: inside } = world(lastRun);
    const hooks = { afterwards: () => {}, ran: () => {}, sleep: async () => {} };
    const started = startTimetable(inside, recordLog(), hooks, [nightly(ran)]);
    await new Promise((resolve) => setImmediate(resolve));
    await started.stop(GRACE);
    return { ran, noted };
  }

  test("that was due while nobody was up runs at the start, and says so", async () => {
    expect(await start(new Date("2024-06-08T20:30:00Z"))).toEqual({ ran: ["forget"], noted: [NOW] });
  });

  test("that ran in the last night is left alone; of the first night of all only the start is noted", async () => {
    expect(await start(new Date("2024-06-09T20:30:01Z"))).toEqual({ ran: [], noted: [] });
    expect(await start(null)).toEqual({ ran: [], noted: [NOW] });
  });

  test("was last due today where its hour is past, else yesterday; what runs all day never is", () => {
    expect(lastDueAt(nightly([]), NOW)).toEqual(new Date("2024-06-09T20:30:00Z"));
    expect(lastDueAt(nightly([]), new Date("2024-06-09T20:29:00Z"))).toEqual(new Date("2024-06-08T20:30:00Z"));
    expect(lastDueAt({ ...nightly([]), cron: "*/5 * * * *" }, NOW)).toBeNull();
  });
});
