// The built program with a setting that cannot work: one sentence about what to do, exit 1, and never a stack.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type SandboxServer, startSandboxServer } from "../../src/sandbox/server.js";
import { createWorld } from "../../src/sandbox/world.js";
import { dropTemplate, openScratchDatabase, type ScratchDatabase } from "../faults/process/scratch-database.js";
import { builtApp, removeBuiltApp } from "../support/built-app.js";
import { databaseUrl } from "../support/global-setup.js";

const source = inject("database");

describe.skipIf(source.kind !== "postgres")("the program that cannot start", () => {
  const world = createWorld();
  let telegram: SandboxServer;
  let folder: string;
  let program: string;
  let database: ScratchDatabase;
  beforeAll(async () => {
    database = await openScratchDatabase();
    telegram = await startSandboxServer(world);
    folder = await mkdtemp(join(tmpdir(), "bot-wrong-"));
    program = (await builtApp()).main;
  });
  afterAll(async () => {
    await telegram.close();
    await database.close();
    await dropTemplate();
    await rm(folder, { recursive: true, force: true });
    await removeBuiltApp();
  });

  const url = (name: string) => databaseUrl(source.kind === "postgres" ? source.serverUrl : "", name);

  function start(env: Record<string, string>, run: readonly string[] = [program]) {
    const child = spawn(process.execPath, run, {
      env: {
        ...{ PATH: process.env.PATH, PORT: "0", BOT_TOKEN: world.token, TELEGRAM_API_ROOT: telegram.url },
        ...{ DATA_DIR: join(folder, "data"), DATABASE_URL: url("bot_no_such_database") },
        ...env,
      },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += String(text)));
    const ended = once(child, "close").then(([code]) => ({ code: code as number | null, said: () => said }));
    return { child, ended, said: () => said };
  }

  /** Errors in words; the log's lines stand apart from them. */
  const words = (said: string) =>
    said
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("{"))
      .join("\n");

  test.each([
    ["a database that is not there", {}, /There is no such database/],
    [
      "a user that is not there",
      { DATABASE_URL: url("test").replace(/\/\/[^@]*@/, "//nobody_of_ours@") },
      /does not let this user in|password/,
    ],
    ["a folder that is a file", { DATA_DIR: "FILE" }, /^DATA_DIR .* cannot be written/],
    ["a port that is taken", { PORT: "TAKEN" }, /^PORT \d+ is taken/],
    ["a huge admin id", { ADMIN_TELEGRAM_IDS: "123456789012345678901" }, /^ADMIN_TELEGRAM_IDS/],
    ["a secret without its address", { WEBHOOK_SECRET: "0123456789abcdef" }, /^WEBHOOK_URL is missing/],
    ["a port of spaces", { PORT: " " }, /^PORT/],
  ])(
    "says in one sentence what is wrong with %s",
    async (_, env: Record<string, string>, sentence) => {
      const taken = createServer().listen(0);
      await once(taken, "listening");
      const file = join(folder, "a-file");
      await writeFile(file, "");
      const real = Object.fromEntries(
        Object.entries(env).map(([name, value]) => [
          name,
          value === "TAKEN" ? String((taken.address() as AddressInfo).port) : value === "FILE" ? file : value,
        ]),
      );
      const { code, said } = await start(real).ended;
      taken.close();
      expect(words(said())).toMatch(sentence);
      expect(words(said())).not.toMatch(/^\s+at |PrismaClient|Error:/m);
      expect(code).toBe(1);
    },
    60_000,
  );

  test.each([
    ["backup", [], "bot_no_such_database", /^There is no such database/],
    ["backup", [], null, /^The database does not answer/],
    ["why", ["--person", "1", "--day", "2024-06-10"], null, /^The database does not answer/],
    ["migrate", ["--status"], null, /^The database does not answer/],
    ["restore", ["/no/such/file.tar.gz"], null, /./],
  ] as const)(
    "npm run %s %j tells of a database that it cannot use (%s) in one sentence",
    async (tool, options, name, sentence) => {
      const run = ["--import", "tsx", `src/tools/${tool}.ts`, ...options];
      const DATABASE_URL = name === null ? "postgresql://bot@127.0.0.1:1/bot" : url(name);
      const { code, said } = await start({ DATABASE_URL }, run).ended;
      expect(words(said())).toMatch(sentence);
      expect(words(said())).not.toMatch(/^\s+at |PrismaClient|Error:/m);
      expect(code).toBe(1);
    },
    60_000,
  );

  test("asked to stop while Telegram is away at the start, it ends within three seconds, alive until then", async () => {
    const { child, ended, said } = start({
      DATABASE_URL: database.url,
      TELEGRAM_API_ROOT: "http://127.0.0.1:9",
      PORT: "18219",
    });
    await expect.poll(() => said(), { timeout: 30_000 }).toContain("telegram.away");
    expect((await fetch("http://127.0.0.1:18219/healthz")).status).toBe(200);
    const ready = await fetch("http://127.0.0.1:18219/readyz");
    expect([ready.status, await ready.json()]).toMatchObject([503, { missing: ["start"] }]);
    const askedAt = performance.now();
    child.kill("SIGTERM");
    const { code } = await ended;
    expect(code).toBe(0);
    expect(performance.now() - askedAt).toBeLessThan(3000);
  }, 60_000);
});
