import { expect, test } from "vitest";
import { createReadiness, type ReadinessParts } from "../../src/web/readiness.js";

const MINUTE = 60_000;

function open(parts: Partial<ReadinessParts> = {}) {
  const time = { ms: 0 };
  const readiness = createReadiness({
    now: () => time.ms,
    intake: "polling",
    probeDatabase: async () => null,
    probeFolder: async () => null,
    isInboxStuck: async () => false,
    areLanesRunning: () => true,
    inFlight: () => 0,
    ...parts,
  });
  /** Both queues could be looked into, and a job has ended well. */
  const atWork = () => {
    readiness.looked("inbox");
    readiness.looked("outbox");
    readiness.jobRan("remind-of-plans", "done");
  };
  const names = async () => (await readiness.missing()).map(({ name }) => name);
  return { time, readiness, atWork, names };
}

// Keeps O16.
test("a part that does its work is ready, one that is silent for too long is named", async () => {
  const { time, readiness, atWork, names } = open();
  expect(await names()).toEqual([]);
  time.ms = 80_000;
  expect(await names()).toEqual([]);
  time.ms = 100_000;
  expect(await names()).toEqual(["poller"]);
  readiness.heard();
  expect(await names()).toEqual([]);
  time.ms = 6 * MINUTE;
  readiness.heard();
  expect(await names()).toEqual(["inbox", "delivery", "jobs"]);
  atWork();
  expect(await names()).toEqual([]);
});

test("a database that cannot be written is named with its reason, looked at again after seconds", async () => {
  let why: string | null = "DriverAdapterError 25006";
  const { time, readiness, names } = open({ probeDatabase: async () => why, isInboxStuck: () => Promise.reject() });
  expect(await readiness.missing()).toEqual([
    { name: "database", reason: "it cannot be written: DriverAdapterError 25006" },
  ]);
  why = "slow";
  time.ms = 1000;
  expect(await names()).toEqual(["database"]);
  expect((await readiness.missing())[0]?.reason).toContain("25006");
  time.ms = 6000;
  expect((await readiness.missing())[0]?.reason).toContain("slow");
});

test("a folder that cannot be written is named, and found mended within the hour", async () => {
  let why: string | null = "EROFS";
  const { time, readiness, atWork, names } = open({ probeFolder: async () => why });
  expect(await readiness.missing()).toEqual([{ name: "files", reason: "DATA_DIR cannot be written: EROFS" }]);
  why = null;
  time.ms = 61 * MINUTE;
  readiness.heard();
  atWork();
  expect(await names()).toEqual([]);
});

test("with a webhook it is Telegram's word that counts, and not how long nobody has written", async () => {
  const { time, readiness, atWork, names } = open({ intake: "webhook" });
  readiness.webhook({ isOurs: true, pending: 0, isFailing: false });
  time.ms = 4 * MINUTE;
  atWork();
  expect(await names()).toEqual([]);
  readiness.webhook({ isOurs: true, pending: 7, isFailing: true });
  expect(await readiness.missing()).toEqual([{ name: "webhook", reason: "Telegram cannot bring 7 updates" }]);
  readiness.webhook({ isOurs: false, pending: 0, isFailing: false });
  time.ms = 10 * MINUTE;
  atWork();
  expect(await names()).toEqual(["webhook"]);
});

test("something in flight that is settled by nobody is named; rest is no fault", async () => {
  let inFlight = 0;
  const { time, readiness, atWork, names } = open({ inFlight: () => inFlight });
  const alive = () => [readiness.heard(), atWork()];
  time.ms = 10 * MINUTE;
  alive();
  expect(await names()).toEqual([]);
  inFlight = 2;
  time.ms = 11 * MINUTE;
  alive();
  expect(await names()).toEqual([]);
  time.ms = 13 * MINUTE;
  alive();
  expect(await names()).toEqual(["delivery"]);
  readiness.settled();
  expect(await names()).toEqual([]);
});

test("jobs that all fail are as bad as none; one that fails beside others that end well is not", async () => {
  const { time, readiness, names } = open();
  const minute = (...runs: [job: string, result: "done" | "failed"][]) => {
    time.ms += MINUTE;
    readiness.heard();
    readiness.looked("inbox");
    readiness.looked("outbox");
    for (const [job, result] of runs) readiness.jobRan(job, result);
  };
  for (let at = 0; at < 6; at++) minute(["update-boards", "done"], ["remind-of-plans", "failed"]);
  expect(await names()).toEqual([]);
  for (let at = 0; at < 6; at++) minute(["update-boards", "failed"], ["remind-of-plans", "failed"]);
  expect(await readiness.missing()).toEqual([
    { name: "jobs", reason: "each has failed, remind-of-plans the last, for 360 s" },
  ]);
  minute(["update-boards", "done"]);
  expect(await names()).toEqual([]);
});

test("a queue that can be written and not taken from is named", async () => {
  const { time, readiness, names } = open();
  time.ms = 3 * MINUTE;
  readiness.heard();
  readiness.looked("outbox");
  expect(await readiness.missing()).toEqual([{ name: "inbox", reason: "no update could be taken up for 180 s" }]);
  readiness.looked("inbox");
  time.ms = 5 * MINUTE + 30_000;
  readiness.heard();
  readiness.looked("inbox");
  readiness.jobRan("remind-of-plans", "done");
  expect(await readiness.missing()).toEqual([{ name: "delivery", reason: "no message could be taken up for 150 s" }]);
  readiness.looked("outbox");
  expect(await names()).toEqual([]);
});
