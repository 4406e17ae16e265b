// Waits end by time, by their own signal, or all at once; none leaves a trace.
import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { createSleeper } from "../../src/sleep.js";

test("a wait ends after its time, at its signal, or when all are woken", async () => {
  const { sleep, wakeAll } = createSleeper();
  await sleep(1);
  const signal = new AbortController();
  const interrupted = sleep(60_000, signal.signal);
  signal.abort();
  await interrupted;
  const woken = sleep(60_000);
  wakeAll();
  await woken;
  await sleep(60_000);
});

test("a wait that is over leaves no listener behind", async () => {
  const { sleep } = createSleeper();
  const { signal } = new AbortController();
  for (let i = 0; i < 20; i++) await sleep(0, signal);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});
