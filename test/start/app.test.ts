// The app's doors, opened and closed: from the first message on a stop ends properly, and no stop waits without an end.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type App, startApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import { realClock } from "../../src/sandbox/clock.js";
import { type SandboxServer, startSandboxServer } from "../../src/sandbox/server.js";
import type { World } from "../../src/sandbox/shapes.js";
import { createWorld } from "../../src/sandbox/world.js";
import type { Database } from "../../src/storage/engine/database.js";
import { Prisma } from "../../src/storage/generated/client.js";
import { placesEdition } from "../../src/storage/migrations/place-files.js";
import { recordLog } from "../delivery/support.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";

let database: TestDatabase;
let telegram: World;
let server: SandboxServer;
let folder: string;
beforeAll(async () => {
  database = await openTestDatabase();
  // Its few places count as all of them: to write ninety thousand takes longer than these tests.
  await database.prisma.$executeRaw`COMMENT ON TABLE places IS ${Prisma.raw(`'${await placesEdition()}'`)}`;
});
afterAll(async () => {
  await database.prisma.$executeRaw`COMMENT ON TABLE places IS NULL`;
  await database.close();
});
beforeEach(async () => {
  await database.empty();
  telegram = createWorld({ clock: realClock });
  server = await startSandboxServer(telegram);
  folder = await mkdtemp(join(tmpdir(), "bot-app-"));
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

function start(log = recordLog(), opened: Database = database): Promise<App> {
  const config = readConfig({
    ...{ BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: server.url, DATA_DIR: folder, PORT: "0" },
    ADMIN_TELEGRAM_IDS: "900000001",
  });
  const onFatal = (error: Error) => log.error("test.fatal", { cause: error.name });
  return startApp({ config, clock: realClock, log, database: opened, graceMilliseconds: 100, onFatal });
}

test("a job without an end holds up no stop, and the stop says that it was broken off", async () => {
  const never = new Promise(() => {});
  // What was due last night is asked for at the start, and gets no answer.
  const prisma = new Proxy(database.prisma, {
    get(target, name) {
      if (name === "jobRun") return { findUnique: () => never };
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const log = recordLog();
  const app = await start(log, { ...database, prisma });
  await app.stop();
  expect(log.lines.at(-1)).toMatchObject({ event: "app.stopped", fields: { inFlight: 0, jobs: 1 } });
});

test("whoever starts the app can stop it from its first message on, however long Telegram takes to set the menu", async () => {
  telegram.faults.add({ method: "setMyCommands", fault: { kind: "hang" } });
  telegram.faults.add({ method: "setMyDescription", fault: { kind: "hang" } });
  const log = recordLog();
  const app = await start(log);
  await app.stop();
  const events = log.lines.map(({ event }) => event);
  expect(events.filter((event) => event.startsWith("app."))).toEqual(["app.started", "app.stopped"]);
  expect(events).not.toContain("commands.not-set");
});
