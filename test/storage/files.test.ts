import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createFiles } from "../../src/storage/files.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bot-files-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a file is copied whole, to the same place each time, and named by nothing that people wrote", async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const files = createFiles({ folder, download: async () => ({ kind: "bytes", bytes }) });
  const first = await files.keep("AgAC/../../etc");
  expect(await files.keep("AgAC/../../etc")).toEqual(first);
  const storedAs = first.kind === "kept" ? first.storedAs : "";
  expect(storedAs).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{40}$/);
  expect(new Uint8Array(await readFile(join(folder, storedAs)))).toEqual(bytes);
  expect(await readdir(join(folder, storedAs.slice(0, 2)))).toHaveLength(1);
});

test("nothing is written of what Telegram does not give", async () => {
  for (const kind of ["gone", "later"] as const) {
    const files = createFiles({ folder, download: async () => ({ kind }) });
    expect(await files.keep("AgAC")).toEqual({ kind });
  }
  expect(await readdir(folder)).toEqual([]);
});
