// How far a worker is with a file reaches whoever waits for it, and nobody else.
import { expect, test } from "vitest";
import { inWorker } from "../../src/files/bounds/in-worker.js";
import { judgeRosterFile } from "../../src/files/judge-roster-file.js";
import { createRosterFiles } from "../../src/files/roster-files.js";
import type { RosterJudgement } from "../../src/ports/programme/roster-files.js";
import type { HowFar, TellProgress } from "../../src/ports/progress.js";
import { officeJudges, officeWorkbook } from "../support/files/office-workbook.js";

const JUDGED: RosterJudgement = { kind: "refused", because: "empty" };
const download = async () => ({ kind: "bytes" as const, bytes: new Uint8Array() });

test("a worker's steps come in their order, and its result is none of them", async () => {
  const script = `import { parentPort } from "node:worker_threads";
    for (const step of [1, 2, 3]) parentPort.postMessage({ step });
    parentPort.postMessage("done");`;
  const entry = new URL(`data:text/javascript,${encodeURIComponent(script)}`);
  const steps: number[] = [];
  expect(await inWorker<string, number>(entry, null, { onStep: (step) => steps.push(step) })).toBe("done");
  expect(steps).toEqual([1, 2, 3]);
});

test("the lines of a file are counted up to the last, by halves, as each is looked at twice", async () => {
  const lines = Array.from({ length: 10 }, (_, n) => [
    ...[`Siti ${"abcdefghij"[n]}`, `0812777711${10 + n}`, "Perpustakaan desa", "Kepulauan Riau", "Kab. Bintan"],
    ...["Teluk Bintan", "Pangkil", "", "Kepri 1"],
  ]);
  const told: HowFar[] = [];
  const judges = { ...(await officeJudges("2026-04-06")), tell: (at: HowFar) => told.push(at) };
  await judgeRosterFile(await officeWorkbook({ participants: lines }), {}, judges);
  expect(told.map((at) => (at.what === "reading" ? [at.done, at.total] : at.what))).toEqual(
    Array.from({ length: 20 }, (_, n) => [Math.floor(n / 2), 10]),
  );
});

test("a second try for the same file hears what the first one hears, and after the end nobody does", async () => {
  let tellOf: TellProgress = () => {};
  let finish: (judgement: RosterJudgement) => void = () => {};
  let asked = 0;
  const files = createRosterFiles({
    download,
    judge: (_, __, tell) => {
      asked += 1;
      tellOf = tell;
      return new Promise((resolve) => {
        finish = resolve;
      });
    },
  });
  const heard: Record<string, HowFar[]> = { first: [], second: [], other: [] };
  const first = files.judge("file", {}, (at) => heard.first?.push(at));
  await Promise.resolve();
  await Promise.resolve();
  const second = files.judge("file", {}, (at) => heard.second?.push(at));
  const at: HowFar = { what: "reading", done: 5, total: 10 };
  tellOf(at);
  finish(JUDGED);
  expect(await Promise.all([first, second])).toEqual([JUDGED, JUDGED]);
  tellOf({ ...at, done: 6 });
  expect(heard).toEqual({ first: [{ what: "reading", done: 0, total: null }, at], second: [at], other: [] });
  expect(await files.judge("file", {}, (told) => heard.other?.push(told))).toEqual(JUDGED);
  expect([heard.other, asked]).toEqual([[], 1]);
});
