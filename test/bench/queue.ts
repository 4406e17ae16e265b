// B2, B3, B4, B7: the outbox as a queue, beside pg-boss, graphile-worker and bare SQL, on the same server in the same run.
import { Api } from "grammy";
import { run as runGraphile } from "graphile-worker";
import pg from "pg";
import PgBoss from "pg-boss";
import { createDispatcher } from "../../src/delivery/dispatcher.js";
import { createPace } from "../../src/delivery/pace.js";
import { createSend } from "../../src/delivery/send.js";
import { createTelegramFetch } from "../../src/delivery/telegram-fetch.js";
import { startSandboxServer } from "../../src/sandbox/server.js";
import { createWorld } from "../../src/sandbox/world.js";
import { createSleeper } from "../../src/sleep.js";
import { createDelivery, oldestDueAt } from "../../src/storage/delivery.js";
import { createStore } from "../../src/storage/store.js";
import { openScratchDatabase, type ScratchDatabase } from "../faults/scratch-database.js";
import { byTurns, median, milliseconds, ms, perSecond, type Row, times } from "./report.js";

const SILENT = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };
const UNPACED = createPace({ perSecond: 1e6, burst: 1e6, chatRestMilliseconds: 0, groupRestMilliseconds: 0 });

/** So many people, each with a reminder that is due. */
async function fillOutbox({ prisma }: ScratchDatabase, count: number, duePart = 1): Promise<void> {
  await prisma.$executeRaw`TRUNCATE outbox, people RESTART IDENTITY CASCADE`;
  await prisma.$executeRaw`
    INSERT INTO people (name, telegram_id, created_at) SELECT 'P' || n, 1000 + n, now() FROM generate_series(1, ${count}::int) n`;
  await prisma.$executeRaw`
    INSERT INTO outbox (key, kind, priority, chat_id, person_id, message, due_at, created_at)
    SELECT 'k' || n, 'plan_reminder', 6, 1000 + n, n, '{"text":"Halo","marks":[]}',
      CASE WHEN n % ${Math.round(1 / duePart)}::int = 0 THEN now() - interval '1 minute' ELSE now() + interval '1 day' END, now()
    FROM generate_series(1, ${count}::int) n`;
  await prisma.$executeRaw`ANALYZE outbox`;
  await prisma.$executeRaw`ANALYZE people`;
}

/** B2. */
export async function claimAtBacklog(sizes: number[]): Promise<Row[]> {
  const database = await openScratchDatabase();
  const boss = new PgBoss({ connectionString: database.url, supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue("send");
  const delivery = createDelivery(database.prisma);
  const rows: Row[] = [];
  let first: number | undefined;
  for (const size of sizes) {
    await fillOutbox(database, size);
    await database.prisma.$executeRaw`TRUNCATE pgboss.job`;
    await database.prisma.$executeRaw`
      INSERT INTO pgboss.job (name, data) SELECT 'send', '{"text":"Halo"}' FROM generate_series(1, ${size}::int)`;
    await database.prisma.$executeRaw`ANALYZE pgboss.job`;
    const claim = () =>
      delivery.claim({ worker: "bench", limit: 2, leaseSeconds: 50, now: new Date(), restingChats: [] });
    const fetch = () => boss.fetch("send", { batchSize: 2 });
    for (let i = 0; i < 5; i++) {
      await claim();
      await fetch();
    }
    const taken = await byTurns(40, { ours: () => milliseconds(claim), boss: () => milliseconds(fetch) });
    first ??= taken.ours!;
    rows.push({
      id: "B2",
      workload: `claim two at a backlog of ${size.toLocaleString("en")}`,
      ours: ms(taken.ours!),
      beside: `pg-boss 10 fetch ${ms(taken.boss!)}`,
      ratio: `${times(taken.boss! / taken.ours!)} quicker; ${times(taken.ours! / first)} of the first size`,
      target: "1M ≤ 2 × 1k; ahead of the peers",
      meets: taken.ours! <= 2 * first && taken.ours! <= taken.boss!,
    });
  }
  await boss.stop({ graceful: false });
  await database.close();
  return rows;
}

/** B3: an announcement to so many, in one transaction, beside the bare statement and createMany. */
export async function fanOut(size: number): Promise<Row[]> {
  const database = await openScratchDatabase();
  const { prisma } = database;
  await prisma.$executeRaw`
    INSERT INTO people (name, zone, telegram_id, created_at)
    SELECT 'P' || n, 'Asia/Jakarta', 1000 + n, now() FROM generate_series(1, ${size}::int) n`;
  const year = await prisma.cohort.create({ data: { year: 2024, name: "TPBIS" } });
  const day = new Date("2024-06-03");
  const wave = await prisma.wave.create({ data: { cohortId: year.id, number: 1, startsOn: day, endsOn: day } });
  const { id: classId } = await prisma.trainingClass.create({
    data: {
      waveId: wave.id,
      provinceCode: "21",
      name: "K",
      venue: "V",
      zone: "Asia/Jakarta",
      startsOn: day,
      endsOn: day,
      plansDueOn: day,
      joinToken: "t",
      joinTokenExpiresAt: day,
    },
  });
  await prisma.$executeRaw`
    INSERT INTO participants (number, person_id, class_id, kind, joined_at)
    SELECT 'N' || id, id, ${classId}, 'desa', now() FROM people`;
  await prisma.$executeRaw`ANALYZE`;
  const store = createStore({ prisma, adapter: undefined as never, embedded: false, close: async () => {} });
  let draft = 0;
  const clear = () =>
    prisma.$executeRaw`TRUNCATE outbox, announcement_recipients, announcements RESTART IDENTITY CASCADE`;
  const now = new Date();
  const content = { text: "Halo {nama}", marks: [] };
  const terms = {
    reach: [{ regionCode: null, cohortId: null }],
    zones: [{ zone: "Asia/Jakarta", dueAt: now, today: "2024-06-04" }],
  };
  const audience = { scope: { kind: "all" }, segment: "all" };
  const publish = async () => {
    await clear();
    return milliseconds(() =>
      store.transaction(({ announcements }) =>
        announcements.publish(
          { authorId: 1, draftId: ++draft, content, audience, contentHash: String(draft) } as never,
          terms as never,
          now,
        ),
      ),
    );
  };
  const bareInsert = async () => {
    await clear();
    const { id } = await prisma.announcement.create({
      data: { authorId: 1, draftId: ++draft, content, audience: {}, contentHash: "x", createdAt: now },
    });
    return milliseconds(() =>
      prisma.$transaction([
        prisma.$executeRaw`INSERT INTO announcement_recipients (announcement_id, person_id) SELECT ${id}::int, id FROM people`,
        prisma.$executeRaw`
          INSERT INTO outbox (key, kind, priority, chat_id, person_id, announcement_id, variables, due_at, created_at)
          SELECT 'announcement:' || ${id}::int || ':' || id, 'announcement', 9, telegram_id, id, ${id}::int,
            jsonb_build_object('nama', name), now(), now() FROM people`,
      ]),
    );
  };
  const createMany = async () => {
    await clear();
    const { id } = await prisma.announcement.create({
      data: { authorId: 1, draftId: ++draft, content, audience: {}, contentHash: "x", createdAt: now },
    });
    const people = await prisma.person.findMany({ select: { id: true, telegramId: true, name: true } });
    return milliseconds(() =>
      prisma.$transaction([
        prisma.announcementRecipient.createMany({ data: people.map((p) => ({ announcementId: id, personId: p.id })) }),
        prisma.outbox.createMany({
          data: people.map((p) => ({
            key: `announcement:${id}:${p.id}`,
            kind: "announcement",
            priority: 9,
            chatId: p.telegramId!,
            personId: p.id,
            announcementId: id,
            variables: { nama: p.name },
            dueAt: now,
            createdAt: now,
          })),
        }),
      ]),
    );
  };
  await publish();
  await bareInsert();
  const taken = await byTurns(5, { ours: publish, bare: bareInsert, many: createMany });
  const posted = await prisma.outbox.count();
  await database.close();
  return [
    {
      id: "B3",
      workload: `an announcement to ${size.toLocaleString("en")} (${posted.toLocaleString("en")} posts), one transaction`,
      ours: ms(taken.ours!),
      beside: `bare INSERT … SELECT ${ms(taken.bare!)}, createMany ${ms(taken.many!)}`,
      ratio: `${times(taken.bare! / taken.ours!)} of bare, ${times(taken.many! / taken.ours!)} createMany`,
      target: "≥ 0.8 of bare; ≥ 10 × createMany; 10k ≤ 200 ms",
      meets: taken.bare! / taken.ours! >= 0.8 && taken.many! / taken.ours! >= 10 && taken.ours! <= 200,
    },
  ];
}

/** B4: from the outbox over HTTP to settled, no limits anywhere. */
export async function drain(size: number): Promise<Row[]> {
  const database = await openScratchDatabase();
  const world = createWorld();
  const server = await startSandboxServer(world);
  const { sleep } = createSleeper();
  const api = new Api(world.token, { apiRoot: server.url, fetch: createTelegramFetch({ sleep, absorb: "never" }) });
  const phones = Array.from({ length: size }, (_, i) => world.person({ id: 1001 + i, first_name: "P" }));
  for (const phone of phones) phone.start();
  world.takeUpdates();
  const send = createSend(api);
  const delivery = createDelivery(database.prisma);
  const clock = { now: () => new Date() };

  const ours = async () => {
    await fillOutbox(database, size);
    const dispatcher = createDispatcher({
      delivery,
      send,
      clock,
      sleep,
      log: SILENT,
      worker: "w",
      alone: true,
      pace: UNPACED,
    });
    return (size / (await milliseconds(() => dispatcher.drain()))) * 1000;
  };
  const pool = new pg.Pool({ connectionString: database.url, max: 10 });
  const graphile = async () => {
    let sent = 0;
    let done = () => {};
    const all = new Promise<void>((resolve) => {
      done = resolve;
    });
    const runner = await runGraphile({
      pgPool: pool,
      concurrency: 2,
      noHandleSignals: true,
      taskList: {
        send: async (payload) => {
          await api.sendMessage((payload as { chat: number }).chat, "Halo");
          if (++sent === size) done();
        },
      },
    }).catch(() => undefined);
    if (runner === undefined) return Number.NaN;
    const startedAt = performance.now();
    await pool.query(
      "SELECT graphile_worker.add_job('send', json_build_object('chat', 1000 + n)) FROM generate_series(1, $1::int) n",
      [size],
    );
    await all;
    const rate = (size / (performance.now() - startedAt)) * 1000;
    await runner.stop();
    return rate;
  };
  const bare = async () => {
    const taken = await milliseconds(async () => {
      for (const { id } of phones) await api.sendMessage(id, "Halo");
    });
    return (size / taken) * 1000;
  };
  await bare();
  const rates = await byTurns(3, { ours, graphile, bare });
  await pool.end();
  await server.close();
  await database.close();
  return [
    {
      id: "B4",
      workload: `outbox → HTTP → settled, ${size} messages, two in flight`,
      ours: perSecond(rates.ours!),
      beside: `graphile-worker 0.16 ${perSecond(rates.graphile!)}, bare grammY loop ${perSecond(rates.bare!)}`,
      ratio: `${times(rates.ours! / rates.graphile!)} graphile, ${times(rates.ours! / 30)} Telegram's 30/s`,
      target: "≥ 1.0 × graphile; ≥ 20 × 30/s",
      meets: rates.ours! >= rates.graphile! && rates.ours! >= 600,
    },
  ];
}

/** B7: what is due among so many that are not. */
export async function dueScan(sizes: number[]): Promise<Row[]> {
  const database = await openScratchDatabase();
  const rows: Row[] = [];
  let first: number | undefined;
  for (const size of sizes) {
    await fillOutbox(database, size, 0.001);
    const now = new Date();
    const scan = () => oldestDueAt(database.prisma, now);
    const full = () =>
      database.prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SET LOCAL enable_indexscan = off`;
        await tx.$executeRaw`SET LOCAL enable_bitmapscan = off`;
        await tx.$executeRaw`SET LOCAL enable_indexonlyscan = off`;
        await tx.$queryRaw`SELECT min(due_at) FROM outbox WHERE state = 'waiting' AND due_at <= now()`;
      });
    const ours: number[] = [];
    const whole: number[] = [];
    await scan();
    for (let i = 0; i < 15; i++) {
      ours.push(await milliseconds(scan));
      whole.push(await milliseconds(full));
    }
    const [a, b] = [median(ours), median(whole)];
    first ??= a;
    rows.push({
      id: "B7",
      workload: `due scan with ${size.toLocaleString("en")} posts, 0.1 % due`,
      ours: ms(a),
      beside: `full scan ${ms(b)}`,
      ratio: `${times(b / a)} quicker; ${times(a / first)} of the first size`,
      target: "1M ≤ 2 × 1k; ≥ 50 × a full scan at 1M",
      meets: a <= 2 * first && (size < 1_000_000 || b / a >= 50),
    });
  }
  await database.close();
  return rows;
}
