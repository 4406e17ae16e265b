// The real app as a process of its own, told by its environment where to die. Nothing of this is known to the product.
//
// FAULT_POINT  after-claim | after-write | after-answer | after-mark: kills itself there, without a word
// FAULT_SKIP   how many times it passes that point first
// CLOCK_AHEAD  milliseconds that its clock is ahead of the machine's
// TICK         when set, it runs every job once as soon as it has started, and says "demo.ticked"
// PACE         messages a second that may leave (30 when missing); a test cannot wait for Telegram's own pace
import { subscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";
import { startApp } from "../../../src/app.js";
import { readConfig } from "../../../src/config.js";
import { createLog } from "../../../src/log.js";
import type { Database } from "../../../src/storage/engine/database.js";
import { openDatabase } from "../../../src/storage/engine/open-database.js";

const { FAULT_POINT: point, PACE: pace, REST: rest } = process.env;
const ahead = Number(process.env.CLOCK_AHEAD ?? 0);
let skip = Number(process.env.FAULT_SKIP ?? 0);

function die(): void {
  if (skip-- <= 0) process.kill(process.pid, "SIGKILL");
}

/** Dies when a statement that holds these words has been carried out. */
function dyingAfter(database: Database, words: string): Database {
  const isMeant = (statement: unknown) => JSON.stringify(statement).includes(words);
  const watched =
    (run: (...args: unknown[]) => Promise<unknown>) =>
    async (...args: unknown[]) => {
      const result = await run(...args);
      // A claim that found nothing is no claim.
      if (isMeant(args) && (!Array.isArray(result) || result.length > 0)) die();
      return result;
    };
  const prisma = new Proxy(database.prisma, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return name === "$queryRaw" || name === "$executeRaw" ? watched(value.bind(target)) : value.bind(target);
    },
  });
  return { ...database, prisma };
}

/** Dies around a message's request: when it is on the wire, or when its answer is here. Node tells of both, whoever makes the call. */
function dyingCall(at: string): void {
  const dieAt = (channel: string, end: () => void) =>
    subscribe(channel, (told) => {
      if ((told as { request: ClientRequest }).request.path.includes("/sendMessage")) end();
    });
  // Long enough for the wire, shorter than the harness lets the answer take.
  if (at === "after-write") dieAt("http.client.request.start", () => setTimeout(die, 150));
  else dieAt("http.client.response.finish", die);
}

const config = readConfig(process.env);
let database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir });
if (point === "after-claim") database = dyingAfter(database, "left_at = NULL");
if (point === "after-mark") database = dyingAfter(database, "telegram_message_id");
if (point === "after-write" || point === "after-answer") dyingCall(point);

const log = createLog(config.logLevel);
let end: (cause: Error | undefined) => void = () => {};
const ended = new Promise<Error | undefined>((resolve) => {
  end = resolve;
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end(undefined));
const perSecond = Number(pace ?? 30);
const app = await startApp({
  config,
  clock: { now: () => new Date(Date.now() + ahead) },
  log,
  database,
  onFatal: end,
  pace: {
    perSecond,
    burst: Math.max(3, perSecond / 10),
    chatRestMilliseconds: Number(rest ?? 1000),
    groupRestMilliseconds: 3000,
  },
});
if (process.env.TICK !== undefined) void app.tick().then(() => log.info("demo.ticked"));
const cause = await ended;
await app.stop();
if (cause !== undefined) console.error(cause.message);
// As main.ts does.
process.exit(cause === undefined ? 0 : 1);
