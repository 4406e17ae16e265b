// Files that would take minutes: letters by the thousand in one cell, and work that does not end. Who sent one hears of it.
import { expect, test } from "vitest";
import { readRosterPhone } from "../../src/domain/roster/reading/read-roster-phone.js";
import { LONGEST_CELL } from "../../src/files/bounds/bounds.js";
import { inWorker, TookTooMuch } from "../../src/files/bounds/in-worker.js";
import { readGrids } from "../../src/files/read-grids.js";
import { createRosterFiles } from "../../src/files/roster-files.js";
import { workbookOf } from "../support/files/xlsx-file.js";
import { someOf } from "../support/runs.js";

test.each(["+", "0+", "0812345678 ", "1 ", "/", "(", "dan ", "0812 3456 7890; "])(
  "a phone cell of 30,000 letters of %j is judged within a moment",
  (unit) => {
    const startedAt = performance.now();
    expect(readRosterPhone(`0812 ${unit.repeat(30_000 / unit.length)}`, false)).toMatchObject({ ok: false });
    expect(performance.now() - startedAt).toBeLessThan(500);
  },
);

test.each([
  ["0812 3456 7890+62 813 1111 2222", false],
  ["+6281234567890", true],
  ["(+62) 812-3456-7890", true],
])("a plus behind a digit begins another number, one before it does not: %j", (text, ok) => {
  expect(readRosterPhone(text, false).ok).toBe(ok);
});

test("of a cell no more is read than anybody needs", async () => {
  const file = await readGrids(workbookOf([["Nama", "x".repeat(32_767)]]));
  expect(file.ok && file.grids[0]?.rows[0]?.cells[1]?.text.length).toBe(LONGEST_CELL);
});

const TOO_MUCH = [
  ["takes for ever", "for (;;);"],
  ["fills the memory", "const all = []; for (;;) all.push(new Array(1e6).fill(all.length));"],
] as const;

test.each(someOf(1, TOO_MUCH))("work that %s is ended as too much", async (_, script) => {
  const entry = new URL(`data:text/javascript,${encodeURIComponent(script)}`);
  await expect(inWorker(entry, null, { patience: script.includes("all") ? 60_000 : 500 })).rejects.toBeInstanceOf(
    TookTooMuch,
  );
});

test("a file that takes too much is refused, and other faults are not hidden", async () => {
  const download = async () => ({ kind: "bytes" as const, bytes: new Uint8Array(1) });
  const judgedBy = (error: Error) =>
    createRosterFiles({ download, judge: () => Promise.reject(error) }).judge("file", {});
  expect(await judgedBy(new TookTooMuch())).toEqual({ kind: "refused", because: "too-heavy" });
  await expect(judgedBy(new RangeError("ours"))).rejects.toThrow("ours");
});
