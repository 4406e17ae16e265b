import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createFiles, placeOf } from "../../../src/storage/folders/files.js";
import { makePrivateFolder } from "../../../src/storage/folders/private-folder.js";

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

describe("whatever umask the process was started with", () => {
  let before: number;
  beforeEach(() => {
    before = process.umask(0);
  });
  afterEach(() => {
    process.umask(before);
  });

  test("folders and files are for its own user alone, those that stood open before too", async () => {
    await mkdir(join(folder, "data"), { mode: 0o777 });
    await makePrivateFolder(join(folder, "data"));
    const files = createFiles({
      folder: join(folder, "data"),
      download: async () => ({ kind: "bytes", bytes: new Uint8Array(9) }),
    });
    const kept = await files.keep("AgAC");
    const { storedAs } = kept as { storedAs: string };
    const modeOf = async (path: string) => ((await stat(join(folder, "data", path))).mode & 0o777).toString(8);
    expect(await modeOf(".")).toBe("700");
    expect(await modeOf(storedAs.slice(0, 2))).toBe("700");
    expect(await modeOf(storedAs)).toBe("600");
  });
});

test("a folder that nobody can write to is said by the system's word, and nothing half-written stays", async () => {
  // In place of the folder of the file lies a file.
  const files = createFiles({ folder, download: async () => ({ kind: "bytes", bytes: new Uint8Array(9) }) });
  await writeFile(join(folder, placeOf("AgAC").slice(0, 2)), "");
  expect(await files.keep("AgAC")).toEqual({ kind: "failed", cause: "EEXIST" });
  expect(await readdir(folder)).toHaveLength(1);
});

const canMount = process.getuid?.() === 0 && spawnSync("mount", ["--version"]).status === 0;
test.runIf(canMount)(
  "a disk of 256 kB refuses a file of 400 kB, keeps nothing of it, and takes a smaller one after it",
  async () => {
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", folder]);
    if (mounted.status !== 0) return;
    try {
      const download = async (fileId: string) => {
        return { kind: "bytes" as const, bytes: new Uint8Array(fileId === "large" ? 400_000 : 40_000) };
      };
      const files = createFiles({ folder, download });
      expect(await files.keep("large")).toEqual({ kind: "failed", cause: "ENOSPC" });
      expect((await readdir(folder, { recursive: true })).filter((path) => path.endsWith(".part"))).toEqual([]);
      expect(await files.keep("small")).toMatchObject({ kind: "kept", byteSize: 40_000 });
    } finally {
      spawnSync("umount", [folder]);
    }
  },
);
