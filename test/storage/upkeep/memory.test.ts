// A database that is put back from a backup beside a running program, or between two starts; and what only looks like it.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { waitForDisk } from "../../../src/storage/engine/durability.js";
import { readMark, writeMark } from "../../../src/storage/folders/mark.js";
import { createMemory } from "../../../src/storage/folders/memory.js";
import { createDelivery } from "../../../src/storage/queue/delivery.js";
import { createRestores, noticeRestore } from "../../../src/storage/upkeep/restores.js";
import { later, NOW, openDelivery } from "../../delivery/support.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";

let database: TestDatabase;
let folder: string;
let office: ReturnType<typeof openDelivery>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.empty();
  folder = await mkdtemp(join(tmpdir(), "bot-memory-"));
  office = openDelivery(database);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A start as app.ts makes it; each process has a folder of its own unless it is the same one again. */
async function start(where = folder, prisma = database.prisma) {
  const mark = await readMark(where);
  const { isNoticed, standing } = await noticeRestore({ prisma, embedded: true }, mark, NOW);
  await writeMark(where, standing);
  const alarms: string[] = [];
  const memory = createMemory(prisma, where, { standing, onPutBack: () => alarms.push("put back") });
  const delivery = createDelivery(prisma, memory.noted);
  const deliver = async () => (await office.dispatcher({ delivery }).drain()).ended.sent ?? 0;
  return { ...office, isNoticed, memory, alarms, deliver };
}

const folderOf = (name: string) => mkdtemp(join(folder, name));

/** What a backup of this moment holds; returns what puts it back into the same database. */
async function backUp() {
  const { prisma } = database;
  const [posts, home] = [
    await prisma.outbox.findMany(),
    await prisma.databaseHome.findUniqueOrThrow({ where: { id: 1 } }),
  ];
  const [{ last }] = await prisma.$queryRaw<[{ last: bigint }]>`SELECT last_value AS last FROM outbox_id_seq`;
  return async () => {
    await prisma.outbox.deleteMany();
    for (const { message, variables, ...post } of posts)
      await prisma.outbox.create({
        data: { ...post, ...(message !== null && { message }), ...(variables !== null && { variables }) },
      });
    await prisma.databaseHome.update({ where: { id: 1 }, data: home });
    await prisma.$executeRaw`SELECT setval('outbox_id_seq', ${last}::bigint)`;
  };
}

/** One message that waited when the backup was made, and has left since; nothing new was posted. */
async function sentSinceBackup() {
  const bot = await start();
  const ani = await bot.person("Ani");
  await bot.post(ani.id, "reminder");
  const putBack = await backUp();
  expect(await bot.deliver()).toBe(1);
  await bot.memory.note();
  return { bot, putBack };
}

test("put back while the bot runs, nothing is sent again: the bot ends, and its next start holds all", async () => {
  const { bot, putBack } = await sentSinceBackup();
  const mark = await readFile(join(folder, "stood-at.json"), "utf8");
  await putBack();
  expect(await bot.deliver()).toBe(0);
  await bot.memory.note();
  expect(bot.alarms).toEqual(["put back"]);
  // The stop looks once more, and forgets nothing either.
  await bot.memory.note();
  expect(await readFile(join(folder, "stood-at.json"), "utf8")).toBe(mark);
  const next = await start();
  expect(next.isNoticed).toBe(true);
  expect(await next.deliver()).toBe(0);
  expect((await start()).isNoticed).toBe(false);
});

test("put back while the bot was down, the next start notices, also where nothing was posted since", async () => {
  const { putBack } = await sentSinceBackup();
  await putBack();
  const next = await start();
  expect(next.isNoticed).toBe(true);
  expect(await next.deliver()).toBe(0);
});

test("an outage is no restore, also where the answer of a look was lost on the way", async () => {
  let line: "whole" | "cut" | "answer lost" = "whole";
  const prisma = new Proxy(database.prisma, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name !== "$transaction") return typeof value === "function" ? value.bind(target) : value;
      return async (...args: unknown[]) => {
        if (line === "cut") throw new Error("gone");
        const result = await value.apply(target, args);
        if (line === "answer lost") throw new Error("gone");
        return result;
      };
    },
  });
  const bot = await start(folder, prisma);
  const ani = await bot.person("Ani");
  for (const trouble of ["cut", "answer lost", "cut"] as const) {
    line = trouble;
    await expect(bot.memory.note()).rejects.toThrow("gone");
    line = "whole";
    await bot.post(ani.id, `after ${trouble} ${bot.clock.now().getTime()}`);
    bot.clock.advance(60_000);
    await bot.memory.note();
  }
  expect(await bot.deliver()).toBeGreaterThan(0);
  expect(bot.alarms).toEqual([]);
  expect((await start()).isNoticed).toBe(false);
});

test("processes that share a database do not take each other for a restore", async () => {
  const [one, other] = [await start(), await start(await folderOf("other"))];
  const ani = await one.person("Ani");
  for (const bot of [one, other, other, one, other]) {
    await other.post(ani.id, `post ${bot.clock.now().getTime()} ${Math.random()}`);
    await Promise.all([bot.memory.note(), one.memory.note(), bot.memory.note()]);
  }
  expect([...one.alarms, ...other.alarms]).toEqual([]);
  expect((await start()).isNoticed).toBe(false);
});

test("what is archived or erased, and a post that was taken back, is no restore", async () => {
  const bot = await start();
  const ani = await bot.person("Ani");
  await bot.post(ani.id, "archived");
  const { prisma } = database;
  const posting = prisma.$transaction(async (db) => {
    await db.$queryRaw`SELECT nextval('outbox_id_seq')::int`;
    throw new Error("taken back");
  });
  await expect(posting).rejects.toThrow("taken back");
  await bot.memory.note();
  await prisma.outbox.deleteMany();
  await bot.memory.note();
  expect(bot.alarms).toEqual([]);
  expect((await start()).isNoticed).toBe(false);
});

test("of two processes the first to start again holds all; the decision is not asked for twice", async () => {
  const { bot, putBack } = await sentSinceBackup();
  const elsewhere = await folderOf("elsewhere");
  const other = await start(elsewhere);
  await bot.memory.note();
  await putBack();
  await bot.memory.note();
  expect(bot.alarms).toEqual(["put back"]);
  expect((await start()).isNoticed).toBe(true);
  await other.memory.note();
  expect(other.alarms).toEqual([]);
  await createRestores(database.prisma).decide("drop", later(60));
  expect((await start(elsewhere)).isNoticed).toBe(false);
  const budi = await other.person("Budi");
  await other.post(budi.id, "new");
  expect(await other.deliver()).toBe(1);
});

test("what the program of yesterday wrote down is read, and still notices", async () => {
  const bot = await start();
  const { identity, posted } = (await readMark(folder)) ?? { identity: "", posted: 0 };
  const file = join(folder, "stood-at.json");
  await writeFile(file, JSON.stringify({ identity, posted }));
  expect((await start()).isNoticed).toBe(false);
  await writeFile(file, JSON.stringify({ identity, posted: posted + 1 }));
  expect((await start()).isNoticed).toBe(true);
  await bot.memory.note();
});

test("a server that is told not to wait for its disk waits for what is remembered", async () => {
  const inTransaction = (setting: string) =>
    database.prisma.$transaction(async (db) => {
      await db.$executeRaw`SELECT set_config('synchronous_commit', ${setting}, true)`;
      await waitForDisk(db);
      const [{ now }] = await db.$queryRaw<[{ now: string }]>`SELECT current_setting('synchronous_commit') AS now`;
      return now;
    });
  expect([await inTransaction("off"), await inTransaction("remote_apply")]).toEqual(["local", "remote_apply"]);
});
