// Where an archive is unpacked, what is said of a full disk, and what goes of that which a killed process has left there.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { create } from "tar";
import { afterEach, beforeEach, expect, test } from "vitest";
import { removeAllLeftovers, removeOldLeftovers } from "../../src/backup/leftovers.js";
import { FORMAT, MANIFEST, type Manifest } from "../../src/backup/manifest.js";
import { openBackup } from "../../src/backup/open-backup.js";

const NOW = new Date("2024-06-04T03:00:00Z");
/** It packs well: unpacked it is much larger than its archive. */
const ROWS = "Siti 0812\n".repeat(50_000);
let folder: string;
let archive: string;
const mounted: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bot-open-backup-"));
  await writeFile(join(folder, "people.jsonl"), ROWS);
  const sha256 = createHash("sha256").update(ROWS).digest("hex");
  const manifest: Manifest = {
    ...{ format: FORMAT, takenAt: NOW.toISOString(), migrations: [], tables: [], sequences: [] },
    members: [{ path: "people.jsonl", bytes: ROWS.length, sha256 }],
  };
  await writeFile(join(folder, MANIFEST), JSON.stringify(manifest));
  for (const one of ["archives", "data"]) await mkdir(join(folder, one));
  archive = join(folder, "archives", "one.tar.gz");
  await create({ cwd: folder, file: archive, gzip: true }, [MANIFEST, "people.jsonl"]);
});
afterEach(async () => {
  for (const one of mounted.splice(0)) spawnSync("umount", [one]);
  await rm(folder, { recursive: true, force: true });
});

const canMount = process.getuid?.() === 0 && spawnSync("mount", ["--version"]).status === 0;
/** False where this machine does not let us. */
function mount(...args: string[]): boolean {
  if (spawnSync("mount", args).status !== 0) return false;
  mounted.push(args.at(-1) ?? "");
  return true;
}
const places = () => [join(folder, "archives"), join(folder, "data")];

test("it is unpacked beside itself, and nothing of it stays", async () => {
  const opened = await openBackup(archive, places());
  expect(dirname(opened.folder)).toBe(join(folder, "archives"));
  await opened.close();
  expect(await readdir(join(folder, "archives"))).toEqual(["one.tar.gz"]);
});

test.runIf(canMount)("where its folder can only be read it is unpacked in the folder of the bot", async () => {
  const beside = join(folder, "archives");
  if (!mount("--bind", beside, beside) || !mount("-o", "remount,bind,ro", beside)) return;
  const opened = await openBackup(archive, places());
  expect(dirname(opened.folder)).toBe(join(folder, "data"));
  await opened.close();
});

test.runIf(canMount)("a disk without room is told as that, and not as an archive that is broken", async () => {
  if (!mount("-t", "tmpfs", "-o", "size=256k", "tmpfs", join(folder, "data"))) return;
  const said = `There is no room to unpack ${archive} in ${join(folder, "data")}. Free some there, and try again.`;
  await expect(openBackup(archive, [join(folder, "data")])).rejects.toThrow(said);
  expect(await readdir(join(folder, "data"))).toEqual([]);
});

test("what was left a day ago goes, what may be at work and what is somebody else's stays", async () => {
  const beside = join(folder, "archives");
  const [staging, unpacked] = [".tindak-lanjut-staging-", ".tindak-lanjut-unpacked-"];
  for (const name of [`${staging}old`, `${unpacked}old`, `${staging}at-work`, `${unpacked}at-work`, ".backup-mine"]) {
    await mkdir(join(beside, name));
    await writeFile(join(beside, name, "people.jsonl"), ROWS);
    const hours = name.endsWith("at-work") ? 23 : 25;
    await utimes(join(beside, name), NOW, new Date(NOW.getTime() - hours * 3_600_000));
  }
  await removeOldLeftovers(beside, NOW);
  const atWork = [`${staging}at-work`, `${unpacked}at-work`];
  expect((await readdir(beside)).sort()).toEqual([".backup-mine", ...atWork, "one.tar.gz"]);
  await removeAllLeftovers(beside);
  expect((await readdir(beside)).sort()).toEqual([".backup-mine", "one.tar.gz"]);
  await removeOldLeftovers(join(folder, "not there"), NOW);
});
