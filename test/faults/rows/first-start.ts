// F32: the first start and an upgrade are killed at random moments, on a quick and on a slow database; two processes start at once.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { PROJECT_ROOT } from "../../../src/project-root.js";
import { startSandboxServer } from "../../../src/sandbox/server.js";
import { createWorld } from "../../../src/sandbox/world.js";
import { openPostgres } from "../../../src/storage/engine/database.js";
import { applyMigrations, isUpToDate } from "../../../src/storage/migrations/migrate.js";
import { readMigrations } from "../../../src/storage/migrations/migrations.js";
import { readPlaces } from "../../../src/storage/migrations/place-files.js";
import { builtApp } from "../../support/built-app.js";
import { databaseUrl, onServer } from "../../support/global-setup.js";
import { type BotProcess, startBot } from "../process/bot-process.js";
import { openPrivatePostgres } from "../process/private-postgres.js";
import type { Fault, Outcome } from "../report.js";

const SERVER = process.env.DATABASE_URL ?? "postgresql://postgres@127.0.0.1:5432/test";
/** How many migrations the database of an earlier version has. */
const EARLIER = 3;
let serial = 0;

interface Ground {
  start(): BotProcess;
  /** As before the first start: empty, or as an earlier version left it. */
  renew(): Promise<void>;
  /** What is wrong with the database after a start that came to its end; empty: nothing. */
  faults(): Promise<string[]>;
  url: string;
  close(): Promise<void>;
}

async function openGround(from: "empty" | "earlier" | "embedded", serverUrl = SERVER): Promise<Ground> {
  const world = createWorld();
  const server = await startSandboxServer(world);
  const { main } = await builtApp();
  const name = `bot_first_start_${process.pid}_${++serial}`;
  const url = databaseUrl(serverUrl, name);
  const dataDir = await mkdtemp("/tmp/bot-first-start-");
  const bots: BotProcess[] = [];
  const drop = () => onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  return {
    url,
    start() {
      const env = { BOT_TOKEN: world.token, TELEGRAM_API_ROOT: server.url, DATA_DIR: dataDir };
      const bot = startBot(main, from === "embedded" ? env : { ...env, DATABASE_URL: url });
      bots.push(bot);
      return bot;
    },
    async renew() {
      if (from === "embedded") return rm(join(dataDir, "database"), { recursive: true, force: true });
      await drop();
      await onServer(serverUrl, `CREATE DATABASE ${name}`);
      if (from === "empty") return;
      const database = openPostgres(url);
      await applyMigrations(database, { migrations: (await readMigrations()).slice(0, EARLIER) });
      await database.close();
    },
    async faults() {
      // The embedded database is open in the process alone: that it is ready says that it could be read.
      if (from === "embedded") return [];
      const { prisma, close } = openPostgres(url);
      const places = await prisma.place.count();
      const wanted = (await readPlaces()).length;
      const upToDate = await isUpToDate(prisma, await readMigrations());
      await close();
      return [...(upToDate ? [] : ["migrations"]), ...(places === wanted ? [] : [`${places} of ${wanted} places`])];
    },
    async close() {
      await Promise.all(bots.map((bot) => bot.kill()));
      await server.close();
      if (from !== "embedded") await drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Kills, each at another moment of a start; whenever a start has come to its end, the next one begins from nothing again. */
async function killDuringStart(from: "empty" | "earlier" | "embedded", kills: number): Promise<Outcome> {
  const ground = await openGround(from);
  const wrong: string[] = [];
  let completed = 0;
  try {
    await ground.renew();
    const startedAt = performance.now();
    const whole = ground.start();
    await whole.ready;
    const span = performance.now() - startedAt;
    await whole.kill();
    await ground.renew();
    for (let kill = 0; kill < kills; kill++) {
      const bot = ground.start();
      const ended = await Promise.race([
        bot.exited.then(() => "by itself"),
        delay(Math.random() * span).then(() => ""),
      ]);
      if (ended !== "") wrong.push(`ended by itself: ${bot.printed().slice(-300)}`);
      const wasReady = bot.printed().includes('"app.started"');
      await bot.kill();
      // Every third kill is followed by a start that is let live, so that databases killed once, twice, thrice are all looked at.
      if (!wasReady && kill % 3 !== 2) continue;
      const living = ground.start();
      await living.ready.catch((error: Error) => wrong.push(error.message.slice(0, 400)));
      await living.kill();
      wrong.push(...(await ground.faults()));
      completed += 1;
      await ground.renew();
    }
  } finally {
    await ground.close();
  }
  return {
    done: `${kills} × SIGKILL during ${NAMES[from]}`,
    counted: `${completed} starts after it came to their end · ${wrong.length === 0 ? "nothing wrong" : wrong.join(" | ")}`,
    holds: wrong.length === 0,
  };
}

const NAMES = { empty: "the first start on PostgreSQL", earlier: "an upgrade", embedded: "the first embedded start" };

async function twoStartsAtOnce(times: number): Promise<Outcome> {
  const ground = await openGround("empty");
  const wrong: string[] = [];
  try {
    for (let time = 0; time < times; time++) {
      await ground.renew();
      const pair = [ground.start(), ground.start()];
      for (const bot of pair) await bot.ready.catch((error: Error) => wrong.push(error.message.slice(0, 400)));
      for (const bot of pair) await bot.kill();
      wrong.push(...(await ground.faults()));
    }
  } finally {
    await ground.close();
  }
  return {
    done: `two processes at once on an empty database ×${times}`,
    counted: wrong.length === 0 ? "both ready, each migration once" : wrong.join(" | "),
    holds: wrong.length === 0,
  };
}

/** Stops every process of the server nine tenths of the time. */
function slowTenfold(serverUrl: string): () => Promise<void> {
  let isOver = false;
  const slowing = (async () => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    while (!isOver) {
      const { rows } = await client.query<{ pid: number }>(
        "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'",
      );
      const signal = (name: "SIGSTOP" | "SIGCONT") => {
        for (const { pid } of rows) {
          try {
            process.kill(pid, name);
          } catch (error) {
            // The connection was closed meanwhile.
            if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
          }
        }
      };
      signal("SIGSTOP");
      await delay(90);
      signal("SIGCONT");
      await delay(10);
    }
    await client.end();
  })();
  return async () => {
    isOver = true;
    await slowing;
  };
}

async function startOnSlowDatabase(): Promise<Outcome> {
  const own = await openPrivatePostgres();
  if (own === undefined) return { done: "no PostgreSQL server to slow down", counted: "-", holds: false };
  await own.start();
  const ground = await openGround("empty", own.url);
  let stopSlowing = async () => {};
  try {
    await ground.renew();
    stopSlowing = slowTenfold(own.url);
    const startedAt = performance.now();
    const bot = ground.start();
    const failure = await bot.ready.then(() => "").catch((error: Error) => error.message.slice(0, 400));
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    const said = bot.lines().filter(({ event }) => event === "start.busy").length;
    await bot.kill();
    const seeded = await seedExit(ground.url);
    const faults = await ground.faults();
    return {
      done: "the first start and the seed on a database that is stopped nine tenths of the time",
      counted: `ready after ${seconds} s, said ${said} times what takes long · seed ended with ${seeded} ${failure}${faults.join()}`,
      holds: failure === "" && seeded === 0 && faults.length === 0,
    };
  } finally {
    await stopSlowing();
    await ground.close();
    await own.remove();
  }
}

async function seedExit(url: string): Promise<number | null> {
  const seed = spawn(join(PROJECT_ROOT, "node_modules/.bin/tsx"), [join(PROJECT_ROOT, "prisma/seed.ts"), "--json"], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: "ignore",
  });
  const [code] = (await once(seed, "exit")) as [number | null];
  return code;
}

export const FIRST_START: Fault[] = [
  { id: "F32", name: "first start killed", run: () => killDuringStart("empty", 50) },
  { id: "F32", name: "upgrade killed", run: () => killDuringStart("earlier", 50) },
  { id: "F32", name: "first embedded start killed", run: () => killDuringStart("embedded", 20) },
  { id: "F32", name: "two starts at once", run: () => twoStartsAtOnce(5) },
  { id: "F32", name: "slow database", company: "alone", run: startOnSlowDatabase },
];
