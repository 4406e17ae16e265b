// The dispatcher as the process runs it: started, woken, stopped, over real HTTP and in real time.
import { setTimeout as delay } from "node:timers/promises";
import { Api } from "grammy";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createDispatcher } from "../../src/delivery/dispatcher.js";
import { createSend } from "../../src/delivery/telegram/send.js";
import { createTelegramFetch } from "../../src/delivery/telegram/telegram-fetch.js";
import type { Sleep } from "../../src/ports/queue/waiting.js";
import { realClock } from "../../src/sandbox/clock.js";
import { type SandboxServer, startSandboxServer } from "../../src/sandbox/server.js";
import type { World } from "../../src/sandbox/shapes.js";
import { createWorld } from "../../src/sandbox/world.js";
import { createDelivery } from "../../src/storage/queue/delivery.js";
import { createOutbox } from "../../src/storage/queue/outbox.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { recordLog } from "./support.js";

let database: TestDatabase;
let world: World;
let server: SandboxServer;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.empty();
  world = createWorld({ limits: true });
  server = await startSandboxServer(world);
  return () => server.close();
});

const sleep: Sleep = async (milliseconds, signal) => {
  await delay(milliseconds, undefined, { ...(signal && { signal }) }).catch(() => undefined);
};

function open() {
  const api = new Api(world.token, { apiRoot: server.url, fetch: createTelegramFetch({ sleep, absorb: "never" }) });
  const log = recordLog();
  const delivery = createDelivery(database.prisma);
  const send = createSend(api);
  const dispatcher = createDispatcher({ delivery, send, clock: realClock, sleep, log, worker: "w", alone: true });
  return { dispatcher, log };
}

async function postTo(count: number, kind: "plan_reminder" | "answer" = "plan_reminder") {
  const now = realClock.now();
  const phones = Array.from({ length: count }, (_, i) => world.person({ first_name: `P${i}` }));
  for (const phone of phones) phone.start();
  const people = await database.prisma.person.createManyAndReturn({
    data: phones.map(({ id }) => ({ name: "P", telegramId: id, createdAt: now })),
  });
  await createOutbox(database.prisma).post(
    people.map(({ id }) => ({
      key: `k${id}`,
      kind,
      personId: id,
      message: { text: `${kind} ${id}`, marks: [] },
      dueAt: now,
    })),
    now,
  );
}

const arrivals = (count: number) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (world.ledger.length >= count) resolve();
    };
    world.onChange(look);
    look();
  });

test("what is posted later is found by a ring, and a stop leaves nothing in flight", async () => {
  const { dispatcher, log } = open();
  dispatcher.start();
  await postTo(3);
  dispatcher.wake();
  await arrivals(3);
  expect(await dispatcher.stop(5000)).toBe(0);
  await postTo(2);
  dispatcher.wake();
  expect(world.ledger).toHaveLength(3);
  expect((await database.prisma.outbox.findMany({ where: { state: "sent" } })).length).toBe(3);
  expect(log.lines).toEqual([]);
  dispatcher.start();
  await arrivals(5);
  expect(await dispatcher.stop(5000)).toBe(0);
});

test("a running dispatcher can be drained too", async () => {
  const { dispatcher } = open();
  dispatcher.start();
  await postTo(5);
  expect(await dispatcher.drain()).toEqual({ ended: { sent: 5 }, stoppedBy: "nothing due" });
  await dispatcher.stop(5000);
});

test("Telegram's limits are never touched, and what is urgent does not wait for the crowd", async () => {
  const { dispatcher } = open();
  await postTo(60);
  dispatcher.start();
  await arrivals(10);
  await postTo(1, "answer");
  const before = world.ledger.length;
  dispatcher.wake();
  await arrivals(61);
  await dispatcher.stop(5000);
  expect(world.calls.filter(({ code }) => code === 429)).toEqual([]);
  const place = world.ledger.findIndex(({ text }) => text.startsWith("answer"));
  // Two in flight, and two that were being claimed.
  expect(place).toBeLessThan(before + 4);
});
