// B6: from an update that waits at Telegram to a handled one, over real HTTP, with a handler that takes 5 ms, as one that asks a
// database does.
//
// Beside: grammY's own bot.start(), which hands on one update at a time. Both poll the same sandbox for the same updates and run the
// same handler. Ours writes each update down before it confirms it, takes it from the inbox, and writes down that it is done.
import { setTimeout as delay } from "node:timers/promises";
import { Api, Bot } from "grammy";
import type { Update } from "grammy/types";
import { createTelegramFetch } from "../../../src/delivery/telegram/telegram-fetch.js";
import { pollUpdates } from "../../../src/intake/doors/poller.js";
import { createLanes, LANES } from "../../../src/intake/lanes.js";
import { createBell } from "../../../src/ports/queue/waiting.js";
import { type SandboxServer, startSandboxServer } from "../../../src/sandbox/server.js";
import type { World } from "../../../src/sandbox/shapes.js";
import { createWorld } from "../../../src/sandbox/world.js";
import { createSleeper } from "../../../src/sleep.js";
import { createInbox } from "../../../src/storage/queue/inbox.js";
import { openScratchDatabase, type ScratchDatabase } from "../../faults/process/scratch-database.js";
import { byTurns, count, perSecond, type Row, times } from "../report.js";
import { SILENT } from "./backlog.js";

const HANDLER_MILLISECONDS = 5;
const EACH_SAYS = 2;

/** Ends what handled them; its time does not count. */
type End = () => Promise<void>;

interface Telegram {
  world: World;
  server: SandboxServer;
  expected: number;
}

export async function handleUpdates(chats: number): Promise<Row[]> {
  const database = await openScratchDatabase();
  const order = { kept: true };
  const ours = () => atTelegram(chats, (telegram) => throughInbox(database, telegram, order));
  const grammy = () => atTelegram(chats, throughGrammy);
  await ours();
  const rates = await byTurns(5, { ours, grammy });
  await database.close();
  return [
    {
      id: "B6",
      workload: `${count(chats * EACH_SAYS)} updates of ${chats} chats, ${HANDLER_MILLISECONDS} ms each, ${LANES} lanes`,
      ours: `${perSecond(rates.ours)}, order per chat ${order.kept ? "kept" : "BROKEN"}`,
      beside: `grammY bot.start() ${perSecond(rates.grammy)}`,
      ratio: times(rates.ours / rates.grammy),
      target: "≥ 8 ×, order per chat kept",
      meets: rates.ours / rates.grammy >= 8 && order.kept,
    },
  ];
}

/** The first words of all come before the second ones, as when many write at once. Returns updates a second. */
async function atTelegram(chats: number, handleAll: (telegram: Telegram) => Promise<End>): Promise<number> {
  const world = createWorld();
  const server = await startSandboxServer(world);
  const phones = Array.from({ length: chats }, (_, i) => world.person({ first_name: `P${i}` }));
  for (const phone of phones) phone.start();
  world.takeUpdates();
  for (let n = 0; n < EACH_SAYS; n++) for (const phone of phones) phone.says(`kata ${n}`);
  const expected = chats * EACH_SAYS;
  const startedAt = performance.now();
  const end = await handleAll({ world, server, expected });
  const rate = (expected / (performance.now() - startedAt)) * 1000;
  await end();
  await server.close();
  return rate;
}

async function throughInbox(
  { prisma }: ScratchDatabase,
  { world, server, expected }: Telegram,
  order: { kept: boolean },
): Promise<End> {
  await prisma.$executeRaw`TRUNCATE inbox RESTART IDENTITY`;
  const inbox = createInbox(prisma);
  const { sleep } = createSleeper();
  const clock = { now: () => new Date() };
  const api = new Api(world.token, { apiRoot: server.url, fetch: createTelegramFetch({ sleep, absorb: "never" }) });
  const latest = new Map<number, number>();
  let handled = 0;
  const lanes = createLanes({
    inbox,
    handle: async (update: Update) => {
      await delay(HANDLER_MILLISECONDS);
      const chat = update.message?.chat.id ?? 0;
      order.kept &&= (latest.get(chat) ?? 0) < update.update_id;
      latest.set(chat, update.update_id);
      if (++handled === expected) all.ring();
    },
    clock,
    sleep,
    log: SILENT,
    worker: "bench",
    alone: false,
  });
  const all = createBell(sleep);
  const polling = new AbortController();
  lanes.start();
  const polled = pollUpdates({ api, inbox, clock, sleep, log: SILENT, onUpdates: lanes.wake }, polling.signal);
  await all.wait();
  await lanes.idle();
  return async () => {
    polling.abort();
    await polled;
    await lanes.stop(1000);
  };
}

async function throughGrammy({ world, server, expected }: Telegram): Promise<End> {
  const bot = new Bot(world.token, { client: { apiRoot: server.url } });
  const all = createBell(createSleeper().sleep);
  let handled = 0;
  bot.use(async () => {
    await delay(HANDLER_MILLISECONDS);
    if (++handled === expected) all.ring();
  });
  const running = bot.start();
  await all.wait();
  return async () => {
    await bot.stop();
    await running;
  };
}
