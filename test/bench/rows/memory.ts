// B12: the most memory that the process holds while so many messages go out, unpaced, over HTTP, from PostgreSQL.
//
// Beside: itself at 1,000. A young process grows to its working size over its first ten thousand messages, however many follow (its
// heap is not tidied before there is need); so each size is measured in a process of its own that has first sent 10,000 others. A
// million would take half an hour: what would grow with N shows at 50,000 already.
import { readFileSync } from "node:fs";
import { left, openScene, type Scene } from "../../faults/process/scene.js";
import { count, type Row, times } from "../report.js";

const WARM_UP = 10_000;

export async function memoryWhileSending(sizes: number[]): Promise<Row[]> {
  const rows: Row[] = [];
  let first: number | undefined;
  for (const size of sizes) {
    const megabytes = await mostMemory(size);
    first ??= megabytes;
    rows.push({
      id: "B12",
      workload: `memory while ${count(size)} go out`,
      ours: `${megabytes.toFixed(0)} MB`,
      beside: `at ${count(sizes[0] ?? 0)}: ${first.toFixed(0)} MB`,
      ratio: times(megabytes / first),
      target: "1M ≤ 1.2 × 1k",
      meets: megabytes / first <= 1.2,
    });
  }
  return rows;
}

async function mostMemory(size: number): Promise<number> {
  const scene = await openScene();
  try {
    await scene.post(await scene.people(WARM_UP));
    const bot = scene.bot({ PACE: "100000", REST: "0", LOG_LEVEL: "info" });
    await bot.ready;
    await settled(scene);
    let most = 0;
    const watch = setInterval(() => {
      const status = readFileSync(`/proc/${bot.pid}/status`, "utf8");
      most = Math.max(most, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000);
    }, 50);
    await postMany(scene, size);
    await settled(scene);
    clearInterval(watch);
    return most;
  } finally {
    await scene.close();
  }
}

/** Some of them get several: the process cannot tell, and people need not be made by the hundred thousand. */
async function postMany({ database }: Scene, size: number): Promise<void> {
  await database.prisma.$executeRaw`
    INSERT INTO outbox (key, kind, priority, chat_id, person_id, message, due_at, created_at)
    SELECT 'many:' || n, 'plan_reminder', 6, p.telegram_id, p.id, '{"text":"Halo","marks":[]}', now(), now()
    FROM generate_series(1, ${size}::int) n
    JOIN (SELECT id, telegram_id, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS all FROM people) p
      ON p.place = 1 + n % p.all`;
}

async function settled(scene: Scene): Promise<void> {
  await scene.until("everything is settled", async () => (await left(scene)) === 0, 900);
}
