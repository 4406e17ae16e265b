// What has to wait its turn beside the bot: it is waited for, or says at once that it cannot begin, and never hangs an update.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Simulation, SimulationOutcome } from "../../src/domain/simulation/simulation.js";
import { inWorker, TookTooMuch } from "../../src/files/bounds/in-worker.js";
import { type Handling, handlingOf } from "../../src/ports/queue/handling.js";
import type { Settings } from "../../src/ports.js";
import { createPaper } from "../../src/workers/paper-in-worker.js";
import { createSimulations } from "../../src/workers/simulate-in-worker.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const handling = (): Handling => ({ chatId: 1, saidAt: new Date(0), steps: 0, isOver: false });
const HALF_A_MINUTE = 30_000;

/** Work that ends when the test says so. */
function work<Result>() {
  const begun: ((result: Result | Error) => void)[] = [];
  const run = () =>
    new Promise<Result>((resolve, reject) => {
      begun.push((result) => (result instanceof Error ? reject(result) : resolve(result)));
    });
  return { begun, run };
}

test("a drawing that waits behind another makes steps", async () => {
  const { begun, run } = work<Uint8Array>();
  const { letters } = createPaper(run);
  const first = letters.pdf({} as never);
  const second = handling();
  const drawn = handlingOf(second, () => letters.pdf({} as never));
  await vi.waitFor(() => expect(begun).toHaveLength(1));
  await vi.advanceTimersByTimeAsync(HALF_A_MINUTE);
  expect(second.steps).toBeGreaterThan(1);
  begun[0]?.(new Error("the first failed"));
  await expect(first).rejects.toThrow("the first failed");
  await vi.waitFor(() => expect(begun).toHaveLength(2));
  begun[1]?.(new Uint8Array([2]));
  expect(await drawn).toEqual(new Uint8Array([2]));
});

test("a drawing that was given up in line is not begun, and the next one is", async () => {
  const { begun, run } = work<Uint8Array>();
  const { letters } = createPaper(run);
  void letters.pdf({} as never);
  const givenUp = handling();
  const drawn = handlingOf(givenUp, () => letters.pdf({} as never));
  const next = letters.pdf({} as never);
  await vi.waitFor(() => expect(begun).toHaveLength(1));
  givenUp.isOver = true;
  begun[0]?.(new Uint8Array([1]));
  await expect(drawn).rejects.toThrow("given up");
  await vi.waitFor(() => expect(begun).toHaveLength(2));
  begun[1]?.(new Uint8Array([3]));
  expect(await next).toEqual(new Uint8Array([3]));
});

test("a thread that takes long makes steps", async () => {
  const script = `import { parentPort } from "node:worker_threads";
    setTimeout(() => parentPort.postMessage("done"), 300);`;
  const entry = new URL(`data:text/javascript,${encodeURIComponent(script)}`);
  const waiting = handling();
  const done = handlingOf(waiting, () => inWorker<string>(entry, null));
  await vi.advanceTimersByTimeAsync(HALF_A_MINUTE);
  expect(waiting.steps).toBeGreaterThan(1);
  expect(await done).toBe("done");
});

test("one simulation at a time: another is told at once, and begins when it is over, however it ended", async () => {
  const { begun, run } = work<SimulationOutcome>();
  const simulations = createSimulations(() => ({}) as Settings, run);
  const simulation = {} as Simulation;
  const first = simulations.run(simulation);
  expect(await simulations.run(simulation)).toBe("busy");
  begun[0]?.(new TookTooMuch());
  expect(await first).toBe("took_too_much");
  const second = simulations.run(simulation);
  begun[1]?.(new Error("a bug"));
  await expect(second).rejects.toThrow("a bug");
  void simulations.run(simulation);
  expect(begun).toHaveLength(3);
});
