// B11: from kill -9 in the middle of an announcement to the next message that leaves, the process started again at once; and how long
// a message that the dead process had claimed stays claimed by nobody. On PostgreSQL, in real time, with the pace that others share:
// the new process cannot know that the old one is dead, so it first makes sure of that.
import { openScene } from "../../../faults/process/scene.js";
import { count, median, ms, type Row } from "../../report.js";

const ROUNDS = 5;
const RECEIVERS = 5000;

export async function crashToFirstSend(): Promise<Row[]> {
  const scene = await openScene();
  const claimed = () =>
    scene.database.prisma.outbox.findMany({ where: { state: "claimed" }, select: { claimedBy: true } });
  try {
    await scene.post(await scene.people(RECEIVERS));
    const taken: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const bot = scene.bot();
      await bot.ready;
      const before = scene.world.ledger.length;
      await scene.until("it sends", () => scene.world.ledger.length > before + 20);
      await bot.kill();
      const diedAt = performance.now();
      const sent = scene.world.ledger.length;
      const next = scene.bot();
      await scene.until("the next one sends", () => scene.world.ledger.length > sent);
      taken.push(performance.now() - diedAt);
      if (round < ROUNDS - 1) await next.kill();
    }
    // One more death, right after a claim was committed: that one row stays claimed for certain.
    const doomed = scene.bot({ FAULT_POINT: "after-claim", FAULT_SKIP: "10" });
    await doomed.exited;
    const diedAt = performance.now();
    const orphans = new Set((await claimed()).map(({ claimedBy }) => claimedBy));
    const isHeld = async () => (await claimed()).some(({ claimedBy }) => orphans.has(claimedBy));
    await scene.until("nothing is held by the dead", async () => !(await isHeld()), 90);
    const orphaned = performance.now() - diedAt;
    return [
      {
        id: "B11",
        workload: `SIGKILL to the first new send, started again at once (${count(RECEIVERS)} to go, ${ROUNDS} kills)`,
        ours: `median ${ms(median(taken))}, slowest ${ms(Math.max(...taken))}; orphaned claims judged after ${(orphaned / 1000).toFixed(0)} s`,
        beside: "–",
        ratio: "–",
        target: "≤ 5 s; orphaned ≤ 60 s",
        meets: median(taken) <= 5000 && orphaned <= 60_000,
      },
    ];
  } finally {
    await scene.close();
  }
}
