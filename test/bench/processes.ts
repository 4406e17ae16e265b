// B1, B5, B10, B11, B12: the app as a process of its own, on PostgreSQL, over HTTP.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { left, openScene, type Scene } from "../faults/scene.js";
import { median, ms, percentile, type Row, times } from "./report.js";

const settled = async (scene: Scene) =>
  scene.until("everything is settled", async () => (await left(scene)) === 0, 900);

/** B1: Telegram's own limits, in real time. */
export async function drainAtTelegramsPace(size: number): Promise<Row[]> {
  const scene = await openScene({ limits: true });
  try {
    const people = await scene.people(size);
    await scene.bot().ready;
    await scene.post(people);
    await settled(scene);
    const at = scene.world.ledger.map(({ at }) => at.getTime());
    // N messages have N − 1 distances between them.
    const seconds = (at.at(-1)! - at[0]!) / 1000;
    const refused = scene.world.calls.filter(({ code }) => code === 429).length;
    const part = (size - 1) / 30 / seconds;
    return [
      {
        id: "B1",
        workload: `${size} messages against the 30/s limiter, real time`,
        ours: `${seconds.toFixed(1)} s, ${refused} × 429`,
        beside: `ideal ${((size - 1) / 30).toFixed(1)} s`,
        ratio: part.toFixed(3),
        target: "≥ 0.98 of ideal, 0 × 429",
        meets: part >= 0.98 && refused === 0,
      },
    ];
  } finally {
    await scene.close();
  }
}

/** B5: people ask for help while an announcement goes out, and while none does. */
export async function replyLatency(asks: number): Promise<Row[]> {
  const scene = await openScene();
  try {
    const crowd = await scene.people(600);
    const phones = Array.from({ length: asks * 2 }, (_, i) => scene.world.person({ first_name: `Peserta ${i}` }));
    await scene.bot().ready;
    const measure = async (some: typeof phones) => {
      const waits: number[] = [];
      for (const phone of some) {
        const startedAt = performance.now();
        phone.start();
        await new Promise<void>((resolve) => {
          const stop = scene.world.onChange(({ kind, chatId }) => {
            if (kind !== "message" || chatId !== phone.id || phone.received().length === 0) return;
            stop();
            resolve();
          });
        });
        waits.push(performance.now() - startedAt);
        await delay(25);
      }
      return waits;
    };
    await measure(phones.splice(0, 10));
    const quiet = await measure(phones.splice(0, asks - 5));
    await scene.post(crowd);
    await scene.until("it goes out", () => scene.world.ledger.some(({ text }) => text.startsWith("announcement:")));
    const busy = await measure(phones.splice(0, asks - 5));
    const ratio = percentile(busy, 0.99) / percentile(quiet, 0.99);
    return [
      {
        id: "B5",
        workload: `reply latency while an announcement goes out at 30/s (${busy.length} asks)`,
        ours: `p50 ${ms(percentile(busy, 0.5))}, p99 ${ms(percentile(busy, 0.99))}`,
        beside: `without p50 ${ms(percentile(quiet, 0.5))}, p99 ${ms(percentile(quiet, 0.99))}`,
        ratio: times(ratio),
        target: "p99 ≤ 1.2 ×",
        meets: ratio <= 1.2,
      },
    ];
  } finally {
    await scene.close();
  }
}

/** B10. */
export async function startToFirstPoll(): Promise<Row[]> {
  const scene = await openScene();
  try {
    const untilPolled = async () => {
      const startedAt = performance.now();
      await scene.until("it polls", () => scene.world.poller !== undefined, 60);
      return performance.now() - startedAt;
    };
    const forgotten = () => scene.until("the poll has ended", () => scene.world.poller === undefined, 60);
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < 5; round++) {
      const bot = scene.bot();
      ours.push(await untilPolled());
      await bot.stop();
      await forgotten();
      const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "bare-bot.ts")], {
        env: { PATH: process.env.PATH, BOT_TOKEN: scene.world.token, TELEGRAM_API_ROOT: scene.server.url },
        stdio: "ignore",
      });
      bare.push(await untilPolled());
      child.kill("SIGKILL");
      await once(child, "close");
      await forgotten();
    }
    const ratio = median(ours) / median(bare);
    return [
      {
        id: "B10",
        workload: "start to first poll, PostgreSQL",
        ours: ms(median(ours)),
        beside: `bare grammY bot ${ms(median(bare))}`,
        ratio: times(ratio),
        target: "≤ 2 ×",
        meets: ratio <= 2,
      },
    ];
  } finally {
    await scene.close();
  }
}

/** B11. */
export async function crashToFirstSend(): Promise<Row[]> {
  const scene = await openScene();
  try {
    await scene.post(await scene.people(3000));
    let bot = scene.bot();
    await bot.ready;
    const taken: number[] = [];
    for (let round = 0; round < 5; round++) {
      const before = scene.world.ledger.length;
      await scene.until("it sends", () => scene.world.ledger.length > before + 20);
      await bot.kill();
      const diedAt = performance.now();
      const sent = scene.world.ledger.length;
      bot = scene.bot();
      await scene.until("the next one sends", () => scene.world.ledger.length > sent);
      taken.push(performance.now() - diedAt);
    }
    return [
      {
        id: "B11",
        workload: "SIGKILL to the first new send, started again at once",
        ours: `median ${ms(median(taken))}, slowest ${ms(Math.max(...taken))}`,
        beside: "–",
        ratio: "–",
        target: "≤ 5 s",
        meets: median(taken) <= 5000,
      },
    ];
  } finally {
    await scene.close();
  }
}

/** B12. */
export async function memoryWhileSending(sizes: number[]): Promise<Row[]> {
  const rows: Row[] = [];
  let first: number | undefined;
  for (const size of sizes) {
    const scene = await openScene();
    try {
      await scene.post(await scene.people(size));
      const bot = scene.bot({ PACE: "2000", REST: "0" });
      await bot.ready;
      let most = 0;
      const watch = setInterval(() => {
        const status = readFileSync(`/proc/${bot.pid}/status`, "utf8");
        most = Math.max(most, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000);
      }, 100);
      await settled(scene);
      clearInterval(watch);
      first ??= most;
      rows.push({
        id: "B12",
        workload: `memory while ${size.toLocaleString("en")} go out`,
        ours: `${most.toFixed(0)} MB`,
        beside: `at ${sizes[0]?.toLocaleString("en")} ${first.toFixed(0)} MB`,
        ratio: times(most / first),
        target: "≤ 1.2 ×",
        meets: most / first <= 1.2,
      });
    } finally {
      await scene.close();
    }
  }
  return rows;
}
