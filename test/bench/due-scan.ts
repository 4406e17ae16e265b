// B7: finding what is due among so many that are not: one in a thousand is.
//
// Two questions: for the oldest post that is due (readiness and metrics ask it all the time, and the claim looks the same way), and
// for the plans whose turn to be reminded has come (the job asks every five minutes, a batch at a time). Beside: the same answer
// from one pass over the whole table, with indexes switched off for that transaction: what a scan of everybody costs.
import { addDays, dayIn } from "../../src/domain/calendar.js";
import { dayToColumn } from "../../src/storage/days.js";
import { oldestDueAt } from "../../src/storage/delivery.js";
import { createWorkPlans } from "../../src/storage/work-plans.js";
import { openScratchDatabase, type ScratchDatabase } from "../faults/scratch-database.js";
import { fillOutbox } from "./backlog.js";
import { fillProgramme } from "./programme.js";
import { byTurns, count, milliseconds, ms, type Row, times } from "./report.js";

const EVERY = 1000;

type Scan = (database: ScratchDatabase) => Promise<{ ours: () => Promise<number>; whole: () => Promise<number> }>;

export async function dueScan(sizes: number[]): Promise<Row[]> {
  return [
    ...(await scanAtSizes("the oldest due post of", sizes, (database, size) => postsDue(database, size))),
    ...(await scanAtSizes("plans to remind of, of", sizes, (database, size) => plansDue(database, size))),
  ];
}

async function scanAtSizes(
  what: string,
  sizes: number[],
  fill: (database: ScratchDatabase, size: number) => ReturnType<Scan>,
): Promise<Row[]> {
  const database = await openScratchDatabase();
  const rows: Row[] = [];
  let first: number | undefined;
  for (const size of sizes) {
    const works = await fill(database, size);
    for (let i = 0; i < 5; i++) await works.ours();
    const { ours, whole } = await byTurns(15, works);
    first ??= ours;
    rows.push({
      id: "B7",
      workload: `${what} ${count(size)}, 0.1 % due`,
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

async function postsDue(database: ScratchDatabase, size: number): ReturnType<Scan> {
  await fillOutbox(database, size, EVERY);
  const now = new Date();
  return {
    ours: () => took(oldestDueAt(database.prisma, now)),
    whole: () =>
      withoutIndexes(
        database,
        (tx) => tx.$queryRaw`SELECT min(due_at) FROM outbox WHERE state = 'waiting' AND due_at <= ${now}::timestamp`,
      ),
  };
}

async function plansDue(database: ScratchDatabase, size: number): ReturnType<Scan> {
  const { prisma } = database;
  const today = dayIn("Asia/Jakarta", new Date());
  await fillProgramme(database, 2 * 189);
  await prisma.$executeRaw`TRUNCATE work_plans, libraries CASCADE`;
  await prisma.$executeRaw`UPDATE training_classes SET ends_on = ${dayToColumn(addDays(today, -20))}::date`;
  await prisma.$executeRaw`
    INSERT INTO libraries (kind, name, place_code) SELECT 'desa', 'P' || n, '33' FROM generate_series(1, ${size}::int) n`;
  await prisma.$executeRaw`
    INSERT INTO work_plans (library_id, cohort_id, class_id, type, state, due_on, reminded_on)
    SELECT l.id, 1, 1 + row_number() OVER () % 189, 'advocacy', 'in_progress',
      ${dayToColumn(today)}::date + (1 + row_number() OVER () % 14)::int,
      CASE WHEN row_number() OVER () % ${EVERY}::int <> 0 THEN ${dayToColumn(today)}::date END
    FROM libraries l`;
  await prisma.$executeRaw`VACUUM ANALYZE work_plans`;
  await prisma.$executeRaw`ANALYZE libraries`;
  const plans = createWorkPlans(prisma);
  return {
    ours: () => took(plans.librariesToRemind(today, 200).then(({ length }) => length || null)),
    whole: () =>
      withoutIndexes(
        database,
        (tx) => tx.$queryRaw`
          SELECT DISTINCT library_id FROM work_plans WHERE reminded_on IS NULL AND due_on BETWEEN
            ${dayToColumn(addDays(today, -7))}::date AND ${dayToColumn(addDays(today, 60))}::date LIMIT 200`,
      ),
  };
}

async function took(scan: Promise<unknown>): Promise<number> {
  let found: unknown;
  const taken = await milliseconds(async () => {
    found = await scan;
  });
  if (found === null) throw new Error("nothing was found due");
  return taken;
}

/** Only the question is timed, not the settings before it. */
function withoutIndexes(
  { prisma }: ScratchDatabase,
  ask: (tx: Parameters<Parameters<typeof prisma.$transaction>[0]>[0]) => Promise<unknown>,
): Promise<number> {
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_indexscan = off`;
    await tx.$executeRaw`SET LOCAL enable_bitmapscan = off`;
    await tx.$executeRaw`SET LOCAL enable_indexonlyscan = off`;
    return milliseconds(() => ask(tx));
  });
}
