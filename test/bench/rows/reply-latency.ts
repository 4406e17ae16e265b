// B5: how long somebody waits for a reply while an announcement goes out to thousands at Telegram's pace, and while none does.
//
// One app, one sandbox: the announcement is paused and resumed by turns, so that both are measured on the same warm process and a
// machine that slows down slows both. Each asks once, at odd moments, and waits for the app's answer to /start. Percentiles are taken
// of each round, and of the rounds the median, as everywhere here: over all rounds together, the ninety-ninth tells of the one round
// in which the machine was elsewhere.
import { setTimeout as delay } from "node:timers/promises";
import type { Person } from "../../../src/sandbox/shapes.js";
import { openScene, type Scene } from "../../faults/process/scene.js";
import { count, median, ms, percentile, type Row, times } from "../report.js";

const ROUNDS = 7;
const ASKS = 200;

export async function replyLatency(receivers: number): Promise<Row[]> {
  const scene = await openScene();
  try {
    const crowd = await scene.people(receivers);
    await scene.bot().ready;
    await scene.post(crowd);
    await askAll(scene, 30);
    const busy: number[][] = [];
    const quiet: number[][] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await goOn(scene, true);
      busy.push(await askAll(scene, ASKS));
      await goOn(scene, false);
      quiet.push(await askAll(scene, ASKS));
    }
    const left = await scene.database.prisma.outbox.count({ where: { state: "waiting", kind: "announcement" } });
    if (left === 0) throw new Error("the announcement was over before the last ask");
    const usual = (rounds: number[][], part: number) => median(rounds.map((waits) => percentile(waits, part)));
    const ratio = usual(busy, 0.99) / usual(quiet, 0.99);
    return [
      {
        id: "B5",
        workload: `reply while an announcement to ${count(receivers)} goes out at 30/s (${ROUNDS} × ${ASKS} asks)`,
        ours: `p50 ${ms(usual(busy, 0.5))}, p99 ${ms(usual(busy, 0.99))}`,
        beside: `without p50 ${ms(usual(quiet, 0.5))}, p99 ${ms(usual(quiet, 0.99))}`,
        ratio: `p99 ${times(ratio)}`,
        target: "p99 ≤ 1.2 ×",
        meets: ratio <= 1.2,
      },
    ];
  } finally {
    await scene.close();
  }
}

/** Resolves when it goes out, or when nothing more of it is in flight. */
async function goOn(scene: Scene, isSending: boolean): Promise<void> {
  await scene.database.prisma.announcement.updateMany({ data: { state: isSending ? "sending" : "paused" } });
  const before = scene.world.ledger.length;
  if (isSending) await scene.until("it goes out", () => scene.world.ledger.length > before + 5);
  else await delay(500);
}

async function askAll(scene: Scene, asks: number): Promise<number[]> {
  const waits: number[] = [];
  for (let i = 0; i < asks; i++) {
    waits.push(await askOnce(scene, scene.world.person({ first_name: `Peserta ${i}` })));
    // 17 and 33 have no common part: each ask falls on another moment between two messages.
    await delay(17);
  }
  return waits;
}

function askOnce({ world }: Scene, phone: Person): Promise<number> {
  return new Promise((resolve) => {
    const stop = world.onChange(({ kind, chatId }) => {
      if (kind !== "message" || chatId !== phone.id || phone.received().length === 0) return;
      stop();
      resolve(performance.now() - startedAt);
    });
    const startedAt = performance.now();
    phone.start();
  });
}
