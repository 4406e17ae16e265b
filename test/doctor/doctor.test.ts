// What the doctor says: what is wrong by name, and what to do, and never a secret.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { backupName } from "../../src/backup/backup-name.js";
import { lookAtServer, roomLeft } from "../../src/doctor/look-at-server.js";
import { runDoctor } from "../../src/doctor/run-doctor.js";
import { type SandboxServer, startSandboxServer } from "../../src/sandbox/server.js";
import type { World } from "../../src/sandbox/shapes.js";
import { createWorld } from "../../src/sandbox/world.js";
import { openPostgres } from "../../src/storage/engine/database.js";
import { readStatus } from "../../src/storage/migrations/migration-status.js";
import { databaseUrl, onServer } from "../support/global-setup.js";

const SECRET = "a-secret-of-the-webhook";
const source = inject("database");
const name = `bot_doctor_${process.pid}`;
let world: World;
let telegram: SandboxServer;
let folder: string;
let healthy: Record<string, string>;

beforeAll(async () => {
  if (source.kind === "postgres")
    await onServer(source.serverUrl, `CREATE DATABASE ${name} TEMPLATE ${source.template}`);
});
afterAll(async () => {
  if (source.kind === "postgres") await onServer(source.serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});
beforeEach(async () => {
  world = createWorld();
  telegram = await startSandboxServer(world);
  folder = await mkdtemp(join(tmpdir(), "bot-doctor-"));
  healthy = {
    BOT_TOKEN: world.token,
    TELEGRAM_API_ROOT: telegram.url,
    ADMIN_TELEGRAM_IDS: "77",
    DATA_DIR: folder,
    DATABASE_URL: source.kind === "postgres" ? databaseUrl(source.serverUrl, name) : "",
  };
  return async () => {
    await telegram.close();
    await rm(folder, { recursive: true, force: true });
  };
});

async function ask(change: Record<string, string> = {}, now = () => new Date()) {
  let said = "";
  const env = { ...healthy, ...change };
  const code = await runDoctor({ env, now, out: (text) => (said += text) });
  expect(said).not.toContain(String(env.BOT_TOKEN).split(":")[1]);
  expect(said).not.toContain(SECRET);
  return { code, said };
}

// Keeps O16.
test("settings that cannot work are named each, and what can be looked at is looked at all the same", async () => {
  const { code, said } = await ask({ PORT: "http", LOG_LEVEL: "loud", ADMIN_TELEGRAM_ID: "5" });
  expect(code).toBe(1);
  expect(said).toMatch(/^WRONG {2}settings: PORT must be a port number/m);
  expect(said).toMatch(/^WRONG {2}settings: LOG_LEVEL must be/m);
  expect(said).toMatch(/^ok {5}files: /m);
  expect(said).toContain("What to do:");
});

test("a setting that looks misspelt, and an office without an admin, are worth a look", async () => {
  const { code, said } = await ask({ ADMIN_TELEGRAM_IDS: "", ADMIN_TELEGRAM_ID: "5" });
  expect(said).toContain("If it means ADMIN_TELEGRAM_IDS, write it so.");
  expect(said).toContain("ADMIN_TELEGRAM_IDS names nobody");
  expect(code).toBe(0);
});

test("a token that Telegram refuses, and Telegram out of reach, are told apart", async () => {
  const refused = await ask({ BOT_TOKEN: "7000000001:AA-a-token-that-was-revoked-long-ago" });
  expect(refused.said).toMatch(/^WRONG {2}telegram: It does not accept the token \(401\)/m);
  const away = await ask({ TELEGRAM_API_ROOT: "http://127.0.0.1:65500" });
  expect(away.said).toMatch(/^WRONG {2}telegram: It cannot be reached: ECONNREFUSED/m);
  expect([refused.code, away.code]).toEqual([1, 1]);
});

test("Telegram that asks to wait, or is in trouble, is not taken for a wrong token", async () => {
  const refuse = (code: number, parameters?: { retry_after: number }) =>
    world.faults.add({
      times: 1,
      fault: { kind: "status", code, description: "x", ...(parameters && { parameters }) },
    });
  refuse(429, { retry_after: 35 });
  const patient = await ask();
  expect(patient.said).toMatch(/^look {3}telegram: It asks to wait 35 s \(429\)/m);
  refuse(500);
  const troubled = await ask();
  expect(troubled.said).toMatch(/^look {3}telegram: It is in trouble \(500\)/m);
  expect(patient.said + troubled.said).not.toContain("BotFather");
  expect([patient.code, troubled.code]).toEqual([0, 0]);
});

test("a webhook that lies elsewhere, and one that Telegram cannot reach, are told", async () => {
  const elsewhere = { url: "https://thief.example/x", secretToken: undefined, maxConnections: 1, lastError: undefined };
  world.webhook = elsewhere;
  expect((await ask()).said).toMatch(/^look {3}webhook: .*configuration says polling/m);
  const ours = { WEBHOOK_URL: "http://127.0.0.1:1/hook", WEBHOOK_SECRET: SECRET };
  expect((await ask(ours)).said).toMatch(/^look {3}webhook: .*another address/m);
  world.person({ first_name: "Siti" }).start();
  world.webhook = { ...elsewhere, url: ours.WEBHOOK_URL, lastError: { at: new Date(), message: "Connection refused" } };
  expect((await ask(ours)).said).toMatch(/^WRONG {2}webhook: 1 updates wait, and Telegram says: Connection refused/m);
});

test("a folder that cannot be written is named", async () => {
  const file = join(folder, "file");
  await writeFile(file, "");
  const { code, said } = await ask({ DATA_DIR: file });
  expect(said).toMatch(/^WRONG {2}files: DATA_DIR .* cannot be written: ENOTDIR/m);
  expect(code).toBe(1);
});

test("a disk that is nearly full is wrong, one that will be soon is worth a look", () => {
  expect([0.1, 1, 5].map((gigabytes) => roomLeft(gigabytes * 1e9).state)).toEqual(["wrong", "look", "ok"]);
});

test("what lies in the folder of backups and is none does not count as the last one", async () => {
  await mkdir(join(folder, "backups"));
  await writeFile(join(folder, "backups", "zip-of-somebody.tar.gz"), "");
  const place = { dataDir: folder, backupsDir: join(folder, "backups") };
  const last = async () => (await lookAtServer(place, new Date())).find(({ about }) => about === "backup")?.words;
  expect(await last()).toContain("There is none");
  const name = backupName(new Date());
  await writeFile(join(folder, "backups", name), "");
  expect(await last()).toContain(name);
});

test("backups are looked for where the settings say that they lie", async () => {
  const elsewhere = join(folder, "elsewhere");
  expect((await ask({ BACKUPS_DIR: elsewhere })).said).toContain(`There is no folder ${elsewhere}`);
  await mkdir(elsewhere);
  const name = backupName(new Date(Date.now() - 30 * 3_600_000));
  await writeFile(join(elsewhere, name), "");
  expect((await ask({ BACKUPS_DIR: elsewhere })).said).toMatch(`ok     backup: The last one, ${name}, is a day old.`);
  expect((await ask()).said).not.toContain(name);
});

describe.skipIf(source.kind !== "postgres")("on PostgreSQL", () => {
  test("when all is well there is nothing to do but to make a backup", async () => {
    const { code, said } = await ask();
    expect(code).toBe(0);
    expect(said).not.toContain("WRONG");
    expect(said).toMatch(/^ok {5}database: PostgreSQL \d+/m);
    expect(said).toMatch(/^ok {5}telegram: It knows the bot as @/m);
    expect(said.split("What to do:\n")[1]?.split("\n").filter(Boolean)).toEqual([
      expect.stringContaining("npm run backup"),
    ]);
  });

  test("clocks a few seconds apart are wrong, and what follows from it is said", async () => {
    const { code, said } = await ask({}, () => new Date(Date.now() + 5000));
    expect(said).toMatch(/^WRONG {2}clock: The clocks of the database and of this machine are [45]\.\d s apart/m);
    expect(said).toContain("two processes take each other's work for left behind");
    expect(code).toBe(1);
  });

  test("a database that is not there, and one that does not answer, are told apart", async () => {
    const url = new URL(healthy.DATABASE_URL ?? "");
    url.pathname = "/bot_no_such_database";
    expect((await ask({ DATABASE_URL: url.toString() })).said).toMatch(
      /^WRONG {2}database: There is no such database/m,
    );
    url.port = "9";
    expect((await ask({ DATABASE_URL: url.toString() })).said).toMatch(/^WRONG {2}database: It does not answer/m);
  });

  test("migrations that are missing, and those of a later program, are told", async () => {
    const { prisma, close } = openPostgres(healthy.DATABASE_URL ?? "");
    try {
      const { applied } = await readStatus(prisma);
      const last = applied.at(-1) ?? "";
      await prisma.$executeRaw`UPDATE _prisma_migrations SET migration_name = '99990101000000_later' WHERE migration_name = ${last}`;
      expect(await readStatus(prisma)).toMatchObject({ missing: [last], unknown: ["99990101000000_later"] });
      expect((await ask()).said).toMatch(/^WRONG {2}migrations: The database is newer than this program/m);
      await prisma.$executeRaw`DELETE FROM _prisma_migrations WHERE migration_name = '99990101000000_later'`;
      expect((await ask()).said).toMatch(/^look {3}migrations: 1 are missing/m);
    } finally {
      await close();
    }
  });
});
