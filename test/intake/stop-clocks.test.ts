import { expect, test } from "vitest";
import { createClockStopper } from "../../src/intake/stop-clocks.js";
import { recordLog } from "../delivery/support.js";

/** A Telegram that answers when it is told to. */
function slowTelegram() {
  const open: { id: string; answer: (error?: Error) => void }[] = [];
  const api = {
    answerCallbackQuery: (id: string) =>
      new Promise<true>((resolve, reject) => {
        open.push({ id, answer: (error) => (error === undefined ? resolve(true) : reject(error)) });
      }),
  };
  const answerAll = async () => {
    const answered = open.splice(0);
    for (const { answer } of answered) answer();
    await new Promise((resolve) => setImmediate(resolve));
    return answered.map(({ id }) => id);
  };
  return { api, open, answerAll };
}

const presses = (count: number) => Array.from({ length: count }, (_, i) => ({ callback_query: { id: `press ${i}` } }));

test("every press's clock is stopped once, in the order of pressing, a hundred at a time", async () => {
  const { api, open, answerAll } = slowTelegram();
  const clocks = createClockStopper({ api, log: recordLog(), isSaturated: () => false });
  clocks.stop([{ message: { text: "no press" } }, ...presses(250)]);
  expect(open).toHaveLength(100);
  const stopped: string[] = [];
  while (open.length > 0) stopped.push(...(await answerAll()));
  expect(stopped).toEqual(presses(250).map(({ callback_query }) => callback_query.id));
});

test("a busy processor stops fewer at a time, and none is forgotten", async () => {
  const { api, open, answerAll } = slowTelegram();
  let isSaturated = true;
  const clocks = createClockStopper({ api, log: recordLog(), isSaturated: () => isSaturated });
  clocks.stop(presses(60));
  expect(open).toHaveLength(10);
  expect(clocks.isBehind()).toBe(true);
  isSaturated = false;
  let stopped = 0;
  while (open.length > 0) stopped += (await answerAll()).length;
  expect(stopped).toBe(60);
  expect(clocks.isBehind()).toBe(false);
});

test("one that Telegram refuses holds up nobody", async () => {
  const { api, open, answerAll } = slowTelegram();
  const log = recordLog();
  const clocks = createClockStopper({ api, log, isSaturated: () => true });
  clocks.stop(presses(11));
  open.shift()!.answer(new Error("query is too old"));
  await answerAll();
  expect((await answerAll()).length).toBe(1);
  expect(log.lines).toMatchObject([{ level: "debug", event: "update.clock-not-stopped" }]);
});
