// One process a folder: who holds it is told apart from whoever has its number after a restart, or in another container.
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Holder, lockFolder, startOf, thisProcess } from "../../../src/storage/folders/folder-lock.js";

let folder: string;
let path: string;
const held: (() => void)[] = [];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  folder = mkdtempSync(join(tmpdir(), "bot-lock-"));
  path = join(folder, "in-use.pid");
});
afterEach(() => {
  for (const unlock of held.splice(0)) unlock();
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

/** A living process that is not this one. */
const neighbour = (): Holder => ({ ...thisProcess(), pid: process.ppid, start: startOf(process.ppid) });
const container = (name: string): Holder => ({
  ...thisProcess(),
  pid: 1,
  start: name,
  space: `pid:[${name}]`,
  host: name,
});
const lock = (self?: Holder) => held.push(lockFolder(folder, self));
/** Nobody has written to it for so long. */
const silentFor = (seconds: number) => {
  const at = new Date(Date.now() - seconds * 1000);
  utimesSync(path, at, at);
};

test("a folder that a living process holds is refused with its number, and given back it is free", () => {
  const unlock = lockFolder(folder, neighbour());
  expect(() => lock()).toThrow(`in use by process ${process.ppid}. Stop that process`);
  silentFor(3600);
  expect(() => lock()).toThrow("in use by process");
  unlock();
  lock();
  expect(readdirSync(folder)).toEqual(["in-use.pid"]);
});

test("of a process that was killed nothing remains", () => {
  lock({ ...neighbour(), pid: 2 ** 22 + 1 });
  lock();
  expect(Number.parseInt(readFileSync(path, "utf8"), 10)).toBe(process.pid);
});

test("whoever gives back a folder that was taken over leaves it to its new holder", () => {
  const late = lockFolder(folder, { ...neighbour(), pid: 2 ** 22 + 1 });
  lock();
  late();
  expect(readdirSync(folder)).toEqual(["in-use.pid"]);
});

describe.skipIf(thisProcess().boot === "")("where the system tells", () => {
  test("after a power cut the number is somebody else's, and the folder is free", () => {
    lock({ ...neighbour(), boot: "the start before" });
    lock();
  });

  test("a number that another process was given since holds nothing", () => {
    lock({ ...neighbour(), start: "1" });
    lock();
  });

  test("two containers on one folder are both process 1, and the second is refused as long as the first one lives", () => {
    lock(container("a"));
    silentFor(29);
    expect(() => lock(container("b"))).toThrow(
      "in another container or on another machine (a). Stop it, and if it has",
    );
    silentFor(60);
    vi.advanceTimersByTime(5000);
    expect(() => lock(container("b"))).toThrow("in another container");
  });

  test("a container that was replaced holds the folder for half a minute, and not for ever", () => {
    lock(container("a"));
    silentFor(31);
    lock(container("b"));
    expect(readFileSync(path, "utf8")).toContain("pid:[b]");
  });

  test("a folder that two machines share is held by the one that writes", () => {
    lock({ ...neighbour(), boot: "another machine's", host: "server-2" });
    expect(() => lock()).toThrow("(server-2)");
    silentFor(31);
    lock();
  });
});

test("the number alone, as the program of before wrote it, is still read", () => {
  writeFileSync(path, String(process.ppid));
  expect(() => lock()).toThrow(`in use by process ${process.ppid}`);
  writeFileSync(path, String(2 ** 22 + 1));
  lock();
});

test("a file that a power cut left empty stands in nobody's way once it is old", () => {
  writeFileSync(path, "");
  expect(() => lock()).toThrow("in use by");
  silentFor(31);
  lock();
});
