// The demo: a Telegram of our own, a seeded cohort, and the real app between them. Only the clock, the API root and the
// database differ from a start for real.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { seed } from "../../prisma/seed/seed.js";
import { startApp } from "../app.js";
import { readConfig } from "../config.js";
import { addDays, type Day, instantAt } from "../domain/time/calendar.js";
import { createLog } from "../log.js";
import { tickingClock } from "../sandbox/clock.js";
import { chatPage } from "../sandbox/page-server.js";
import { type Routes, startSandboxServer } from "../sandbox/server.js";
import type { World } from "../sandbox/shapes.js";
import { createWorld } from "../sandbox/world.js";
import type { Database } from "../storage/engine/database.js";
import { openFilledCopy } from "../storage/engine/embedded/embedded-copy.js";
import { createClockMover } from "./clock-mover.js";
import { enterCast } from "./enter-cast.js";
import { enterFirstDay, FIRST_ADMIN } from "./first-day.js";
import { createSpeaker } from "./speaker.js";

export interface DemoOptions {
  /** Of the chat page; 0 takes any free port. */
  port: number;
  /** First day of the class; the demo begins the evening before. */
  start: Day;
  /** Nothing is seeded: an office on its first day. */
  empty?: boolean;
  /** From 154 people on. */
  participants?: number;
  /** Already open, as in tests; else one in memory. It is closed by stop(). */
  database?: Database;
  /** Told when this is the first start, which takes longer. */
  onFirstStart?(): void;
  onFatal(error: Error): void;
}

export interface Demo {
  /** Where the chat page is. */
  readonly url: string;
  readonly sandbox: World;
  stop(): Promise<void>;
}

export const DEMO_START: Day = "2024-06-03";

/** A quarter of an hour of the moved clock passes in a moment: what has time to leave in it must not wait for seconds of ours. */
const AS_FAST_AS_THE_CLOCK = { perSecond: 1000, burst: 10, chatRestMilliseconds: 0, groupRestMilliseconds: 0 };

/** Everything is made anew at each start and thrown away at the end, so that nobody has to clean up after trying. */
export async function startDemo({
  port,
  start,
  participants,
  empty = false,
  onFatal,
  ...options
}: DemoOptions): Promise<Demo> {
  const clock = tickingClock(instantAt("Asia/Jakarta", addDays(start, -1), "19:00"));
  const sandbox = createWorld({ clock });
  let page: Routes = () => false;
  const server = await startSandboxServer(sandbox, { port, routes: (request, response) => page(request, response) });
  const dataDir = await mkdtemp(join(tmpdir(), "tindak-lanjut-demo-"));

  const config = readConfig({
    BOT_TOKEN: sandbox.token,
    TELEGRAM_API_ROOT: server.url,
    DATA_DIR: dataDir,
    PORT: "0",
    LOG_LEVEL: "error",
    ADMIN_TELEGRAM_IDS: empty ? String(FIRST_ADMIN) : "",
  });
  const log = createLog(config.logLevel);
  const database =
    options.database ?? (await openFilledCopy({ log, sleep: setTimeout, onMaking: options.onFirstStart }));
  const app = await startApp({ config, clock, log, database, onFatal, pace: AS_FAST_AS_THE_CLOCK });
  const enterSeeded = async () => {
    const { notices } = app.world.settings;
    const size = participants === undefined ? {} : { participants };
    return enterCast(sandbox, await seed(database.prisma, { start, now: clock.now(), notices, ...size }));
  };
  const mover = createClockMover(sandbox, clock, app.tick);
  page = chatPage(sandbox, {
    cast: empty ? enterFirstDay(sandbox) : await enterSeeded(),
    isFirstDay: empty,
    clock: mover,
    speak: createSpeaker(sandbox, database.prisma, app.world.store.practice),
  });

  return {
    url: server.url,
    sandbox,
    async stop() {
      // Time first, then the app: it still says its last words to the sandbox.
      await mover.stop();
      await app.stop();
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
