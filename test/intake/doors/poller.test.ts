// Updates reach the inbox before they are confirmed, over real HTTP and through broken lines.
import { Api } from "grammy";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTelegramFetch } from "../../../src/delivery/telegram/telegram-fetch.js";
import { AnotherPollerError, pollUpdates, TokenRefusedError } from "../../../src/intake/doors/poller.js";
import type { ReceivedUpdate } from "../../../src/ports/queue/inbox.js";
import { type SandboxServer, startSandboxServer } from "../../../src/sandbox/server.js";
import type { World } from "../../../src/sandbox/shapes.js";
import { createWorld } from "../../../src/sandbox/world.js";
import { recordLog } from "../../delivery/support.js";
import { clock, quickSleep } from "../support.js";

let world: World;
let server: SandboxServer;
let stop: AbortController;
let polls: Promise<void>[] = [];
beforeEach(async () => {
  world = createWorld();
  server = await startSandboxServer(world);
  stop = new AbortController();
  polls = [];
});
afterEach(async () => {
  stop.abort();
  await Promise.allSettled(polls);
  await server.close();
});

/** An inbox in memory; `until(n)` resolves when it holds so many distinct updates. */
function memoryInbox() {
  const held = new Map<number, ReceivedUpdate>();
  let look = () => {};
  const inbox = {
    fail: 0,
    accept: async (updates: ReceivedUpdate[]) => {
      if (inbox.fail-- > 0) throw new Error("database away");
      const before = held.size;
      for (const one of updates) held.set(one.updateId, one);
      look();
      return held.size - before;
    },
  };
  const until = (count: number) =>
    new Promise<ReceivedUpdate[]>((resolve) => {
      look = () => {
        if (held.size >= count) resolve([...held.values()]);
      };
      look();
    });
  return { inbox, until, held };
}

function poll(inbox: { accept(updates: ReceivedUpdate[]): Promise<number> }, token = world.token) {
  const fetch = createTelegramFetch({ sleep: quickSleep, absorb: "never" });
  const api = new Api(token, { apiRoot: server.url, fetch });
  const log = recordLog();
  let ring = () => {};
  const rung = new Promise<void>((resolve) => {
    ring = resolve;
  });
  let heldUp = 0;
  const onHeldUp = () => {
    heldUp += 1;
  };
  const polling = pollUpdates({ api, inbox, clock, sleep: quickSleep, log, onUpdates: ring, onHeldUp }, stop.signal);
  polls.push(polling);
  return { polling, log, rung, heldUp: () => heldUp };
}

test("what people write arrives in order with its chat", async () => {
  const { inbox, until } = memoryInbox();
  const siti = world.person({ first_name: "Siti" });
  siti.start();
  const { rung } = poll(inbox);
  siti.says("Halo");
  const updates = await until(2);
  expect(updates.map(({ chatId }) => chatId)).toEqual([siti.id, siti.id]);
  expect(updates.map(({ payload }) => (payload as { message: { text: string } }).message.text)).toEqual([
    "/start",
    "Halo",
  ]);
  await rung;
});

test("what lay at Telegram while nobody fetched it is said to be held up; what comes by the hundred later is not", async () => {
  const { inbox, until } = memoryInbox();
  const siti = world.person({ first_name: "Siti" });
  siti.start();
  const { heldUp } = poll(inbox);
  await until(1);
  expect(heldUp()).toBe(1);
  for (let i = 0; i < 250; i++) siti.says(`pesan ${i}`);
  await until(251);
  expect(heldUp()).toBe(1);
  world.faults.add({ method: "getUpdates", times: 1, fault: { kind: "reset-before" } });
  siti.says("sesudah putus");
  siti.says("sekali lagi");
  await until(253);
  expect(heldUp()).toBe(2);
});

test("a press that waited for the process to start was made within a day, since Telegram keeps it no longer", async () => {
  const siti = world.person({ first_name: "Siti" });
  siti.start();
  siti.says("halo");
  siti.pressesOn(1, "menu");
  const { inbox, until } = memoryInbox();
  poll(inbox);
  const dayBefore = clock.now().getTime() - 24 * 3_600_000;
  const times = (await until(3)).map(({ saidAt }) => saidAt?.getTime());
  for (const time of times) expect(Math.abs((time ?? 0) - dayBefore)).toBeLessThan(60_000);
});

// Keeps F7.
test("while the database is away updates stay unconfirmed and come again", async () => {
  const { inbox, until, held } = memoryInbox();
  inbox.fail = 3;
  world.person({ first_name: "Siti" }).start();
  poll(inbox);
  await until(1);
  expect(held.size).toBe(1);
});

// Keeps F13.
test("broken lines and a slow Telegram cost no update, also while starting", async () => {
  const { inbox, until } = memoryInbox();
  world.faults.add({ method: "deleteWebhook", times: 2, fault: { kind: "html", code: 502 } });
  world.faults.add({ method: "getUpdates", times: 2, fault: { kind: "reset-before" } });
  world.faults.add({ method: "getUpdates", times: 1, fault: { kind: "cut" } });
  world.faults.add({
    method: "getUpdates",
    times: 1,
    fault: { kind: "status", code: 429, description: "Too Many Requests", parameters: { retry_after: 1 } },
  });
  world.person({ first_name: "Siti" }).start();
  poll(inbox);
  expect(await until(1)).toHaveLength(1);
});

test("a webhook that was set is taken away, and what waits for it is kept", async () => {
  const { inbox, until } = memoryInbox();
  world.webhook = { url: "http://127.0.0.1:1/", secretToken: undefined, maxConnections: 1, lastError: undefined };
  world.person({ first_name: "Siti" }).start();
  poll(inbox);
  expect(await until(1)).toHaveLength(1);
  expect(world.webhook).toBeUndefined();
});

// Keeps F17.
test("a second poller ends the first with a clear sentence", async () => {
  const { inbox, until } = memoryInbox();
  world.person({ first_name: "Siti" }).start();
  const first = poll(inbox);
  await until(1);
  const told = expect(first.polling).rejects.toThrow(AnotherPollerError);
  poll(memoryInbox().inbox);
  await told;
});

test("a webhook set meanwhile ends no poller: it waits for its end, or takes the updates back", async () => {
  const { inbox, until } = memoryInbox();
  world.person({ first_name: "Siti" }).start();
  const { polling } = poll(inbox);
  await until(1);
  const setting = { url: "http://127.0.0.1:1/", secretToken: undefined, maxConnections: 1, lastError: undefined };
  world.webhook = setting;
  world.poller?.terminate("Conflict: terminated by setWebhook request");
  world.person({ first_name: "Ani" }).start();
  expect(await until(2)).toHaveLength(2);
  stop.abort();
  await expect(polling).resolves.toBeUndefined();
});

// Keeps F17.
test("a refused token ends polling with a clear sentence", async () => {
  const { polling } = poll(memoryInbox().inbox, "7000000001:a-token-that-was-revoked-long-ago");
  await expect(polling).rejects.toThrow(TokenRefusedError);
  await expect(polling).rejects.toThrow("BOT_TOKEN");
});

test("a stop ends the long poll at once", async () => {
  const { inbox, until } = memoryInbox();
  world.person({ first_name: "Siti" }).start();
  const { polling } = poll(inbox);
  await until(1);
  stop.abort();
  await expect(polling).resolves.toBeUndefined();
});
