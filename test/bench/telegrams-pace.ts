// B1: how close to Telegram's thirty a second the outbox is drained, and whether Telegram ever has to refuse (429).
//
// Beside: N messages at thirty a second, which no one can beat: N − 1 distances of a thirtieth of a second. First in real time, the
// app as a process of its own over HTTP. Then N by N on a clock that skips what is only waited for: the same dispatcher, pace, outbox
// on PostgreSQL and sandbox limiter, with some milliseconds on the line and timers that ring late. So a drain of an hour takes
// minutes, and it can be seen whether anything adds up with N. That clock stands still while the database works, so there commits
// need not wait for the disk.
//
// The line is short on purpose, as in real time on one machine. The pace counts a message until a second after its answer, so a
// call of 40 ms leaves 30 / 1.04 a second: see delivery/pace.ts.
import { Api } from "grammy";
import { createDispatcher } from "../../src/delivery/dispatcher.js";
import { createSend } from "../../src/delivery/telegram/send.js";
import { createTelegramFetch } from "../../src/delivery/telegram/telegram-fetch.js";
import { inProcessFetch } from "../../src/sandbox/in-process.js";
import type { World } from "../../src/sandbox/shapes.js";
import { createWorld } from "../../src/sandbox/world.js";
import { Prisma } from "../../src/storage/generated/client.js";
import { createDelivery } from "../../src/storage/queue/delivery.js";
import { left, openScene } from "../faults/process/scene.js";
import { openScratchDatabase, type ScratchDatabase } from "../faults/process/scratch-database.js";
import { skippingClock, standingStill } from "../support/stage/skipping-clock.js";
import { count, median, type Row } from "./report.js";
import { chatOf, fillOutbox, SILENT } from "./rows/backlog.js";

const PER_SECOND = 30;
const REAL_SIZE = 450;
const REAL_ROUNDS = 5;

interface Drain {
  seconds: number;
  refused: number;
}

export async function drainAtTelegramsPace(sizes: number[]): Promise<Row[]> {
  const real: Drain[] = [];
  for (let round = 0; round < REAL_ROUNDS; round++) real.push(await drainInRealTime(REAL_SIZE));
  const rows = [
    row(`${REAL_SIZE} messages in real time, median of ${REAL_ROUNDS}`, REAL_SIZE, medianOf(real), undefined),
  ];
  const database = await openScratchDatabase();
  await withoutWaitingForTheDisk(database);
  let first: number | undefined;
  for (const size of sizes) {
    const drained = await drainOnSkippingClock(database, size);
    rows.push(row(`${count(size)} messages, skipping clock`, size, drained, first));
    first ??= ofIdeal(size, drained);
  }
  await database.close();
  return rows;
}

const idealSeconds = (size: number) => (size - 1) / PER_SECOND;
const ofIdeal = (size: number, { seconds }: Drain) => idealSeconds(size) / seconds;

function row(workload: string, size: number, drained: Drain, first: number | undefined): Row {
  const part = ofIdeal(size, drained);
  const drift = first === undefined ? 0 : part / first - 1;
  return {
    id: "B1",
    workload: `${workload}, 30/s limiter`,
    ours: `${drained.seconds.toFixed(1)} s, ${drained.refused} × 429`,
    beside: `ideal ${idealSeconds(size).toFixed(1)} s`,
    ratio: `${part.toFixed(4)} of ideal${first === undefined ? "" : `; ${(drift * 100).toFixed(2)} % beside the first size`}`,
    target: "≥ 0.98 of ideal, 0 × 429; flat ± 1 %",
    meets: part >= 0.98 && drained.refused === 0 && Math.abs(drift) <= 0.01,
  };
}

function medianOf(drains: Drain[]): Drain {
  return {
    seconds: median(drains.map(({ seconds }) => seconds)),
    // Of all: one refusal in any round is one too many.
    refused: drains.reduce((sum, { refused }) => sum + refused, 0),
  };
}

async function drainInRealTime(size: number): Promise<Drain> {
  const scene = await openScene({ limits: true });
  try {
    const people = await scene.people(size);
    await scene.bot().ready;
    await scene.post(people);
    await scene.until("everything is settled", async () => (await left(scene)) === 0, 900);
    return drainOf(scene.world, size);
  } finally {
    await scene.close();
  }
}

async function drainOnSkippingClock(database: ScratchDatabase, size: number): Promise<Drain> {
  await fillOutbox(database, size);
  const random = seeded(size);
  const clock = skippingClock(new Date(Date.now() + 60_000), random);
  const world = createWorld({ clock, limits: true });
  for (let n = 1; n <= size; n++) world.person({ id: chatOf(n), first_name: "P" }).start();
  world.takeUpdates();
  const { sleep } = clock;
  const api = new Api(world.token, {
    fetch: createTelegramFetch({ fetch: inProcessFetch(world) as never, sleep, absorb: "never" }),
  });
  const answered = createSend(api);
  const line = () => sleep(random() * 3);
  const dispatcher = createDispatcher({
    delivery: standingStill(createDelivery(database.prisma), clock),
    send: async (chatId, message, options) => {
      await line();
      const answer = await clock.during(answered(chatId, message, options));
      await line();
      return answer;
    },
    clock,
    sleep,
    log: SILENT,
    worker: "bench",
    alone: false,
  });
  await dispatcher.drain();
  clock.stop();
  return drainOf(world, size);
}

async function withoutWaitingForTheDisk({ prisma, url }: ScratchDatabase): Promise<void> {
  const name = Prisma.raw(new URL(url).pathname.slice(1));
  await prisma.$executeRaw`ALTER DATABASE ${name} SET synchronous_commit = off`;
  // Connections read it when they are made.
  await prisma.$disconnect();
}

/** From the first arrival at Telegram to the last. */
function drainOf(world: World, size: number): Drain {
  const at = world.ledger.filter(({ chatId }) => chatId > 0).map((entry) => entry.at.getTime());
  if (at.length !== size) throw new Error(`${at.length} of ${size} arrived`);
  return {
    seconds: (at.at(-1)! - at[0]!) / 1000,
    refused: world.calls.filter(({ code }) => code === 429).length,
  };
}

/** The same drain at each run: a linear congruential generator (Numerical Recipes). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
