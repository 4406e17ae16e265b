// B2: taking the next message at a backlog of so many, all of it due.
//
// Beside: pg-boss 10 `fetch` of a queue of its own (createQueue, so with a partition and its indexes), and graphile-worker 0.16's own
// get_job with prepared statements, as its worker asks. Each takes one, through its own client, on the same server with the same
// durability, by turns; all tables are vacuumed and analysed after filling. Ours judges the wish meanwhile (too late, opted out,
// unreachable, one of a chat) and brings the person's zone, which the peers do not.
import { Logger, runMigrations } from "graphile-worker";
import { makeWithPgClientFromPool } from "graphile-worker/dist/helpers.js";
import { makeEnhancedWithPgClient, processSharedOptions } from "graphile-worker/dist/lib.js";
import { getJob } from "graphile-worker/dist/sql/getJob.js";
import pg from "pg";
import PgBoss from "pg-boss";
import { createDelivery } from "../../../src/storage/queue/delivery.js";
import { openScratchDatabase } from "../../faults/process/scratch-database.js";
import { byTurns, count, milliseconds, ms, type Row, times } from "../report.js";
import { fillOutbox } from "./backlog.js";

const TASK = "send";
const WARM_UPS = 10;

export async function claimAtBacklog(sizes: number[]): Promise<Row[]> {
  const database = await openScratchDatabase();
  const { prisma } = database;
  const delivery = createDelivery(prisma);
  const boss = await openBoss(database.url);
  const graphile = await openGraphile(database.url);
  const rows: Row[] = [];
  let first: number | undefined;
  for (const size of sizes) {
    await fillOutbox(database, size);
    await boss.fill(size);
    await graphile.fill(size);
    const works = {
      ours: () =>
        took(
          delivery.claim({ worker: "b", limit: 1, leaseSeconds: 50, now: new Date(), restingChats: [] }),
          (found) => found.claimed.length,
        ),
      boss: () => took(boss.fetch(), (jobs) => jobs?.length),
      graphile: () => took(graphile.getJob(), (job) => (job === undefined ? 0 : 1)),
    };
    for (let i = 0; i < WARM_UPS; i++) {
      await works.ours();
      await works.graphile();
    }
    await works.boss();
    // pg-boss takes seconds at a million: seven rounds there.
    const taken = await byTurns(size < 1_000_000 ? 25 : 7, works);
    first ??= taken.ours;
    const { ours } = taken;
    rows.push({
      id: "B2",
      workload: `claim one at a backlog of ${count(size)}`,
      ours: ms(ours),
      beside: `pg-boss 10 fetch ${ms(taken.boss)}, graphile-worker 0.16 get_job ${ms(taken.graphile)}`,
      ratio: `${times(taken.boss / ours)} pg-boss, ${times(taken.graphile / ours)} graphile; ${times(ours / first)} of the first size`,
      target: "1M ≤ 2 × 1k; ahead of both",
      meets: ours <= 2 * first && ours <= taken.boss && ours <= taken.graphile,
    });
  }
  await boss.close();
  await graphile.close();
  await database.close();
  return rows;
}

/** A claim that found nothing would be quick and worth nothing. */
async function took<T>(claim: Promise<T>, number: (found: T) => number | undefined): Promise<number> {
  let found: T | undefined;
  const taken = await milliseconds(async () => {
    found = await claim;
  });
  if (number(found as T) !== 1) throw new Error("a claim did not take one");
  return taken;
}

async function openBoss(connectionString: string) {
  const boss = new PgBoss({ connectionString, supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue(TASK);
  const pool = new pg.Pool({ connectionString, max: 1 });
  return {
    async fill(size: number) {
      await pool.query("TRUNCATE pgboss.job");
      await pool.query(
        `INSERT INTO pgboss.job (name, data) SELECT $2, '{"text":"Halo"}' FROM generate_series(1, $1::int)`,
        [size, TASK],
      );
      await pool.query("VACUUM ANALYZE pgboss.job");
    },
    fetch: () => boss.fetch(TASK),
    async close() {
      await boss.stop({ graceful: false });
      await pool.end();
    },
  };
}

async function openGraphile(connectionString: string) {
  const pgPool = new pg.Pool({ connectionString, max: 1 });
  const logger = new Logger(() => () => {});
  const options = processSharedOptions({ pgPool, logger, noPreparedStatements: false });
  await runMigrations({ pgPool, logger });
  const tasks = { [TASK]: () => {} };
  const withClient = makeEnhancedWithPgClient(makeWithPgClientFromPool(pgPool));
  return {
    async fill(size: number) {
      await pgPool.query("INSERT INTO graphile_worker._private_tasks (identifier) VALUES ($1) ON CONFLICT DO NOTHING", [
        TASK,
      ]);
      await pgPool.query("TRUNCATE graphile_worker._private_jobs");
      await pgPool.query(
        `INSERT INTO graphile_worker._private_jobs (task_id, payload)
          SELECT t.id, '{"text":"Halo"}' FROM graphile_worker._private_tasks t, generate_series(1, $1::int)
          WHERE t.identifier = $2`,
        [size, TASK],
      );
      await pgPool.query("VACUUM ANALYZE graphile_worker._private_jobs");
    },
    getJob: () => getJob(options, withClient, tasks, "bench", null),
    close: () => pgPool.end(),
  };
}
