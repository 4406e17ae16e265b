// B7: finding the oldest post that is due among so many that are not: one in a thousand is. Readiness and metrics ask it all the
// time, and the claim looks the same way: one look into the index for each priority and each running announcement.
//
// Beside: the same question to the same table in one pass, with indexes switched off for that transaction: what looking at everybody
// costs. Only the question is timed, not the settings before it.
import { oldestDueAt } from "../../../src/storage/queue/delivery.js";
import { openScratchDatabase, type ScratchDatabase } from "../../faults/process/scratch-database.js";
import { byTurns, count, milliseconds, ms, type Row, times } from "../report.js";
import { fillOutbox } from "./backlog.js";

const EVERY = 1000;

export async function dueScan(sizes: number[]): Promise<Row[]> {
  const database = await openScratchDatabase();
  const rows: Row[] = [];
  let first: number | undefined;
  for (const size of sizes) {
    await fillOutbox(database, size, EVERY);
    const now = new Date();
    const works = {
      ours: async () => {
        let oldest: Date | null = null;
        const taken = await milliseconds(async () => {
          oldest = await oldestDueAt(database.prisma, now);
        });
        if (oldest === null) throw new Error("nothing was found due");
        return taken;
      },
      whole: () => fullScan(database, now),
    };
    for (let i = 0; i < 5; i++) await works.ours();
    const { ours, whole } = await byTurns(21, works);
    first ??= ours;
    rows.push({
      id: "B7",
      workload: `due scan of ${count(size)} people's posts, 0.1 % due`,
      ours: ms(ours),
      beside: `a full scan ${ms(whole)}`,
      ratio: `${times(whole / ours)} quicker; ${times(ours / first)} of the first size`,
      target: "1M ≤ 2 × 1k; ≥ 50 × a full scan at 1M",
      meets: ours <= 2 * first && (size < 1_000_000 || whole / ours >= 50),
    });
  }
  await database.close();
  return rows;
}

function fullScan({ prisma }: ScratchDatabase, now: Date): Promise<number> {
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_indexscan = off`;
    await tx.$executeRaw`SET LOCAL enable_bitmapscan = off`;
    await tx.$executeRaw`SET LOCAL enable_indexonlyscan = off`;
    return milliseconds(
      () => tx.$queryRaw`SELECT min(due_at) FROM outbox WHERE state = 'waiting' AND due_at <= ${now}::timestamp`,
    );
  });
}
