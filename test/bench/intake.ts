// B6: from a waiting update to a handled one, beside grammY's own way of polling.
import { setTimeout as delay } from "node:timers/promises";
import { Bot } from "grammy";
import { createLanes, LANES } from "../../src/intake/lanes.js";
import { startSandboxServer } from "../../src/sandbox/server.js";
import { createWorld } from "../../src/sandbox/world.js";
import { createSleeper } from "../../src/sleep.js";
import { createInbox } from "../../src/storage/inbox.js";
import { openScratchDatabase } from "../faults/scratch-database.js";
import { byTurns, perSecond, type Row, times } from "./report.js";

const SILENT = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };
const HANDLER_MILLISECONDS = 5;

export async function handleUpdates(chats: number): Promise<Row[]> {
  const database = await openScratchDatabase();
  const inbox = createInbox(database.prisma);
  const updates = Array.from({ length: chats * 2 }, (_, i) => ({
    update_id: i + 1,
    message: { chat: { id: 1 + (i % chats) } },
  }));
  let ordered = true;
  const ours = async () => {
    await database.prisma.$executeRaw`TRUNCATE inbox RESTART IDENTITY`;
    const seen = new Map<number, number>();
    const { sleep } = createSleeper();
    const lanes = createLanes({
      inbox,
      handle: async (update) => {
        const chat = (update as unknown as (typeof updates)[number]).message.chat.id;
        ordered &&= (seen.get(chat) ?? 0) < update.update_id;
        seen.set(chat, update.update_id);
        await delay(HANDLER_MILLISECONDS);
      },
      clock: { now: () => new Date() },
      sleep,
      log: SILENT,
      worker: "bench",
      alone: false,
    });
    const startedAt = performance.now();
    const received = updates.map((update) => ({
      updateId: update.update_id,
      chatId: update.message.chat.id,
      payload: update,
    }));
    for (let from = 0; from < received.length; from += 100)
      await inbox.accept(received.slice(from, from + 100), new Date());
    lanes.start();
    await lanes.idle();
    const rate = (updates.length / (performance.now() - startedAt)) * 1000;
    await lanes.stop(1000);
    return rate;
  };
  const grammy = async () => {
    const world = createWorld();
    const server = await startSandboxServer(world);
    for (let i = 0; i < updates.length; i++) world.person({ first_name: "P" }).start();
    const bot = new Bot(world.token, { client: { apiRoot: server.url } });
    let handled = 0;
    let done = () => {};
    const all = new Promise<void>((resolve) => {
      done = resolve;
    });
    bot.use(async () => {
      await delay(HANDLER_MILLISECONDS);
      if (++handled === updates.length) done();
    });
    const startedAt = performance.now();
    const running = bot.start();
    await all;
    const rate = (updates.length / (performance.now() - startedAt)) * 1000;
    await bot.stop();
    await running;
    await server.close();
    return rate;
  };
  await ours();
  const rates = await byTurns(5, { ours, grammy });
  await database.close();
  return [
    {
      id: "B6",
      workload: `${updates.length} updates of ${chats} chats, ${HANDLER_MILLISECONDS} ms each, ${LANES} lanes`,
      ours: `${perSecond(rates.ours!)}, order per chat ${ordered ? "kept" : "BROKEN"}`,
      beside: `grammY bot.start() ${perSecond(rates.grammy!)}`,
      ratio: times(rates.ours! / rates.grammy!),
      target: "≥ 8 ×, order per chat kept",
      meets: rates.ours! / rates.grammy! >= 8 && ordered,
    },
  ];
}
