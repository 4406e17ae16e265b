// B4: from the outbox over real HTTP to settled, with no limits anywhere: what the machinery itself costs.
//
// Beside: a graphile-worker task that makes the same Bot API call with the same client, as many at a time as our dispatcher; from
// its first job's start to its last job's completion, so that its own start-up does not count. And a bare loop of grammY, which
// writes nothing down. Ours commits three times a message (claimed, departed, settled), graphile-worker twice (taken, completed).
import { Api } from "grammy";
import { Logger, run, runMigrations } from "graphile-worker";
import pg from "pg";
import { createDispatcher } from "../../../src/delivery/dispatcher.js";
import { FEWEST_UNDER_WAY } from "../../../src/delivery/room.js";
import { createSend } from "../../../src/delivery/telegram/send.js";
import { createTelegramFetch } from "../../../src/delivery/telegram/telegram-fetch.js";
import { startSandboxServer } from "../../../src/sandbox/server.js";
import { createWorld } from "../../../src/sandbox/world.js";
import { createSleeper } from "../../../src/sleep.js";
import { createDelivery } from "../../../src/storage/queue/delivery.js";
import { openScratchDatabase } from "../../faults/process/scratch-database.js";
import { byTurns, count, milliseconds, perSecond, type Row, times } from "../report.js";
import { chatOf, fillOutbox, SILENT, unpaced } from "./backlog.js";

export async function drain(size: number): Promise<Row[]> {
  const database = await openScratchDatabase();
  const world = createWorld();
  const server = await startSandboxServer(world);
  const { sleep } = createSleeper();
  const api = new Api(world.token, { apiRoot: server.url, fetch: createTelegramFetch({ sleep, absorb: "never" }) });
  const chats = Array.from({ length: size }, (_, i) => chatOf(i + 1));
  for (const id of chats) world.person({ id, first_name: "P" }).start();
  world.takeUpdates();
  const arrived = async (work: () => Promise<number>): Promise<number> => {
    const before = world.ledger.length;
    const taken = await work();
    if (world.ledger.length - before !== size) throw new Error(`${world.ledger.length - before} of ${size} arrived`);
    return (size / taken) * 1000;
  };

  const ours = async () => {
    await fillOutbox(database, size);
    const dispatcher = createDispatcher({
      delivery: createDelivery(database.prisma),
      send: createSend(api),
      clock: { now: () => new Date() },
      sleep,
      log: SILENT,
      worker: "w",
      alone: true,
      pace: unpaced(),
    });
    return arrived(() => milliseconds(() => dispatcher.drain()));
  };
  const bare = () =>
    arrived(() =>
      milliseconds(async () => {
        for (const id of chats) await api.sendMessage(id, "Halo");
      }),
    );
  const pgPool = new pg.Pool({ connectionString: database.url, max: 10 });
  const graphile = () => arrived(() => drainGraphile(pgPool, api, size));

  await runMigrations({ pgPool, logger: new Logger(() => () => {}) });
  for (const warmUp of [ours, graphile, bare]) await warmUp();
  const rates = await byTurns(5, { ours, graphile, bare });
  await pgPool.end();
  await server.close();
  await database.close();
  return [
    {
      id: "B4",
      workload: `outbox → HTTP → settled, ${count(size)} messages, ${FEWEST_UNDER_WAY} in flight`,
      ours: perSecond(rates.ours),
      beside: `graphile-worker 0.16 ${perSecond(rates.graphile)}, bare grammY loop ${perSecond(rates.bare)}`,
      ratio: `${times(rates.ours / rates.graphile)} graphile, ${times(rates.ours / 30)} Telegram's 30/s`,
      target: "≥ 1.0 × graphile; ≥ 20 × 30/s",
      meets: rates.ours >= rates.graphile && rates.ours >= 600,
    },
  ];
}

async function drainGraphile(pgPool: pg.Pool, api: Api, size: number): Promise<number> {
  await pgPool.query("TRUNCATE graphile_worker._private_jobs");
  await pgPool.query(
    "SELECT graphile_worker.add_job('send', json_build_object('chat', 1000 + n)) FROM generate_series(1, $1::int) n",
    [size],
  );
  await pgPool.query("VACUUM ANALYZE graphile_worker._private_jobs");
  const runner = await run({
    pgPool,
    concurrency: FEWEST_UNDER_WAY,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    taskList: { send: async (payload) => void (await api.sendMessage((payload as { chat: number }).chat, "Halo")) },
  });
  let startedAt: number | undefined;
  let completed = 0;
  const taken = await new Promise<number>((resolve) => {
    runner.events.on("job:start", () => {
      startedAt ??= performance.now();
    });
    runner.events.on("job:complete", () => {
      if (++completed === size) resolve(performance.now() - startedAt!);
    });
  });
  await runner.stop();
  return taken;
}
