// The demo's database: made once, then read from the file that the first start has left.
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createLog } from "../../../src/log.js";
import { openFilledCopy } from "../../../src/storage/engine/embedded/embedded-copy.js";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "filled-copy-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** How many places it opens with, and whether it was said to be made. */
async function open(): Promise<{ places: number; saidToBeMade: boolean }> {
  let saidToBeMade = false;
  const onMaking = () => {
    saidToBeMade = true;
  };
  const database = await openFilledCopy({ log: createLog("error"), sleep: async () => {}, onMaking }, folder);
  const places = await database.prisma.place.count();
  await database.close();
  return { places, saidToBeMade };
}

test("the first start makes the copy and says so, the second reads it, and one that is broken is made anew", async () => {
  const first = await open();
  expect(first).toEqual({ places: expect.any(Number), saidToBeMade: true });
  expect(first.places).toBeGreaterThan(90_000);

  const [kept] = await readdir(folder);
  expect(await open()).toEqual({ places: first.places, saidToBeMade: false });
  // Every start reads all of it.
  expect((await stat(join(folder, kept as string))).size).toBeLessThan(55_000_000);

  await writeFile(join(folder, kept as string), "no database");
  expect(await open()).toEqual({ places: first.places, saidToBeMade: true });
}, 180_000);

test("where nothing can be kept no copy is made, and the database opens all the same", async () => {
  const dump = vi.spyOn(PGlite.prototype, "dumpDataDir");
  // The name of the copy that the test before has left, taken by something else: so it cannot be written, by root neither.
  const [kept] = await readdir(folder);
  const taken = join(folder, "taken");
  await mkdir(join(taken, `${kept}.${process.pid}.part`), { recursive: true });
  const log = { error: () => {}, warn: vi.fn(), info: () => {}, debug: () => {} };
  const database = await openFilledCopy({ log, sleep: async () => {} }, taken);
  expect(await database.prisma.place.count()).toBeGreaterThan(90_000);
  await database.close();
  expect(dump).not.toHaveBeenCalled();
  expect(log.warn).toHaveBeenCalledWith("copy.not-kept", { cause: expect.stringMatching(/^E/) });
}, 180_000);
