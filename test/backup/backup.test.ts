// A backup holds every row and file, and goes whole into an empty database, or not at all.
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { backupName } from "../../src/backup/backup-name.js";
import { makeBackup } from "../../src/backup/make-backup.js";
import { restoreBackup } from "../../src/backup/restore-backup.js";
import { dumpTables } from "../../src/storage/backup/dump-tables.js";
import { createStore } from "../../src/storage/store.js";
import { noticeRestore } from "../../src/storage/upkeep/restores.js";
import { ensureNationalAdmins, joinWorld } from "../../src/use-cases/index.js";
import { openOwnTestDatabase, type TestDatabase } from "../support/database.js";
import { buildClass, buildParticipant, numberAnew } from "../support/world/builders.js";

const NOW = new Date("2024-06-04T03:00:00Z");
let folder: string;
let lived: TestDatabase;
let empty: TestDatabase;

beforeAll(async () => {
  [lived, empty] = [await openOwnTestDatabase(), await openOwnTestDatabase()];
  // Ninety thousand places, written and read ten times, would say no more than those of one province.
  for (const { prisma } of [lived, empty]) await prisma.$executeRaw`DELETE FROM places WHERE code NOT LIKE '21%'`;
});
afterAll(() => Promise.all([lived.close(), empty.close()]));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bot-backup-test-"));
  await Promise.all([lived.empty(), empty.empty()]);
  numberAnew();
  const { id: classId } = await buildClass(lived.prisma);
  const { person } = await buildParticipant(lived.prisma, classId, { name: `Nur'aini "Ni" \\ Ömer 👩‍🏫\nSalim` });
  await lived.prisma.outbox.create({
    data: {
      key: "waits",
      kind: "plan_reminder",
      priority: 6,
      chatId: 9_007_199_254_740_993n,
      personId: person.id,
      message: { text: "a\u2028b\nc", marks: [], buttons: null },
      subjects: ["plan:1", "a,b", ""],
      dueAt: NOW,
      createdAt: NOW,
    },
  });
  await mkdir(join(folder, "data", "files", "ab"), { recursive: true });
  await writeFile(join(folder, "data", "files", "ab", "abcdef"), "a photo");
  await writeFile(join(folder, "data", "files", "ab", "half.part"), "hal");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const backUp = (now = NOW, keep = 14) =>
  makeBackup({ database: lived, dataDir: join(folder, "data"), to: join(folder, "backups"), keep, now });
const restore = (archive: string, database = empty) =>
  restoreBackup({ archive, database, dataDir: join(folder, "restored"), now: NOW });

async function rowsOf(database: TestDatabase): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  await dumpTables(database, async (table, lines) => {
    rows[table] = [...(rows[table] ?? []), ...lines].sort();
  });
  return rows;
}

// Keeps O08.
test("every row, number and file comes back as it was", async () => {
  const { path, files } = await backUp();
  expect(files).toBe(1);
  expect(await restore(path)).toMatchObject({ takenAt: NOW.toISOString(), files: 1 });
  const [before, { database_home: home, ...after }] = [await rowsOf(lived), await rowsOf(empty)];
  expect(home).toEqual([expect.stringContaining("in a backup")]);
  expect(after).toEqual(before);
  expect(await readFile(join(folder, "restored", "files", "ab", "abcdef"), "utf8")).toBe("a photo");
  // Numbers go on where they stood: nothing new gets the id of something old.
  const post = { kind: "answer", priority: 1, chatId: 1n, dueAt: NOW, createdAt: NOW };
  const [old, fresh] = [
    await lived.prisma.outbox.findFirstOrThrow(),
    await empty.prisma.outbox.create({ data: { ...post, key: "new" } }),
  ];
  expect(fresh.id).toBe(old.id + 1);
});

test("what comes out of a backup knows that it was restored, at the first start and not at the second", async () => {
  await noticeRestore({ ...lived, embedded: true }, null, NOW);
  await restore((await backUp()).path);
  expect((await noticeRestore({ ...empty, embedded: true }, null, NOW)).isNoticed).toBe(true);
  expect((await noticeRestore({ ...empty, embedded: true }, null, NOW)).isNoticed).toBe(false);
  expect((await noticeRestore({ ...lived, embedded: true }, null, NOW)).isNoticed).toBe(false);
});

test("a restore goes by the connection that waits for statements of minutes, and by no other", async () => {
  const { path } = await backUp();
  await restore(path, { ...empty, prisma: undefined as never });
  expect(await empty.prisma.person.count()).toBeGreaterThan(0);
});

test("a database that holds people is refused, and stays as it is, with the folder of its files", async () => {
  const { path } = await backUp();
  const before = await rowsOf(lived);
  const data = join(folder, "data");
  // Its sender was erased after the backup.
  await rm(join(data, "files", "ab", "abcdef"));
  const files = await readdir(data, { recursive: true });
  for (let tries = 0; tries < 2; tries++) {
    const restoring = restoreBackup({ archive: path, database: lived, dataDir: data, now: NOW });
    await expect(restoring).rejects.toThrow("The database holds people already.");
  }
  expect(await rowsOf(lived)).toEqual(before);
  expect(await readdir(data, { recursive: true })).toEqual(files);
});

test("a server on which the bot was only started takes a backup, and its named admins make room", async () => {
  const { path } = await backUp();
  const world = joinWorld({ store: createStore(empty), clock: { now: () => NOW } } as never);
  await ensureNationalAdmins(world, [7, 8]);
  await noticeRestore(empty, null, NOW);
  expect(await empty.prisma.person.count()).toBe(2);
  await restore(path);
  const { database_home: home, ...after } = await rowsOf(empty);
  expect(home).toEqual([expect.stringContaining("in a backup")]);
  expect(after).toEqual(await rowsOf(lived));
});

test("a server on which a later version was started is told to take an empty database", async () => {
  const { path } = await backUp();
  await empty.prisma.$executeRaw`
    INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at)
    VALUES ('later', 'x', '29990101000000_later', now(), now())`;
  await expect(restore(path)).rejects.toThrow(/later version .* create it anew/);
  expect(await empty.prisma.person.count()).toBe(0);
});

test.each([
  ["has agreed", { consents: { create: { noticeVersion: "1", givenAt: NOW, updateId: 1n } } }],
  ["has a name", { name: "Sri" }],
  ["is admin of a province", { roles: { create: { role: "admin", regionCode: "21", grantedAt: NOW } } }],
  ["has no role", { roles: {} }],
] as const)("an admin who %s is somebody, and the database is refused", async (_, more) => {
  const { path } = await backUp();
  const roles = { create: { role: "admin" as const, grantedAt: NOW } };
  await empty.prisma.person.create({
    data: { language: "id", telegramId: 7, createdAt: NOW, roles, ...more } as never,
  });
  await expect(restore(path)).rejects.toThrow("The database holds people already.");
  expect(await empty.prisma.person.count()).toBe(1);
});

test.each([
  ["cut off", (bytes: Buffer) => bytes.subarray(0, bytes.length - 200), "cannot be unpacked"],
  ["of another kind", () => Buffer.from("Halo"), "cannot be unpacked|is no backup"],
])("an archive that is %s is refused before anything is written", async (_, change, words) => {
  const { path } = await backUp();
  await writeFile(path, change(await readFile(path)));
  const before = await rowsOf(empty);
  await expect(restore(path)).rejects.toThrow(new RegExp(words));
  expect(await rowsOf(empty)).toEqual(before);
  await expect(restore(join(folder, "not there"))).rejects.toThrow("There is no file");
});

test("it needs no room where the system keeps what is temporary, and clears away what a killed one has left", async () => {
  const left = join(folder, "backups", ".tindak-lanjut-staging-killed");
  await mkdir(join(left, "tables"), { recursive: true });
  await utimes(left, NOW, new Date(NOW.getTime() - 25 * 3_600_000));
  vi.stubEnv("TMPDIR", join(folder, "not there"));
  await backUp();
  expect(await readdir(join(folder, "backups"))).toEqual([backupName(NOW)]);
});

test("a folder that takes no backups is named, with what to do", async () => {
  await writeFile(join(folder, "backups"), "a file in its place");
  await expect(backUp()).rejects.toThrow(/^Backups cannot be written to .*\/backups: EEXIST\. Let the user/);
});

test("the oldest archives are let go, and nothing else in their folder", async () => {
  await mkdir(join(folder, "backups"));
  await writeFile(join(folder, "backups", "notes.txt"), "mine");
  for (const day of [1, 2, 3, 4]) await backUp(new Date(`2024-06-0${day}T03:00:00Z`), 2);
  expect((await readdir(join(folder, "backups"))).sort()).toEqual([
    "notes.txt",
    "tindak-lanjut-20240603T030000Z.tar.gz",
    "tindak-lanjut-20240604T030000Z.tar.gz",
  ]);
});
