// Thousands of judged lines reach the bot in parts, whole, and let others go first between them.
import { expect, test } from "vitest";
import type { JudgedLine, JudgedRoster, RosterJudgement } from "../../src/ports/programme/roster-files.js";
import { packJudgement, unpackJudgement } from "../../src/workers/packed-judgement.js";

const line = (n: number): JudgedLine => ({
  ...{ sheet: null, line: n, verdict: "doubt", reasons: ["ambiguous-place"], name: `Siti ${n}`, phone: null },
  ...{ place: null, kind: "desa", institution: "", className: "", startOn: null, endOn: null },
  candidates: [{ code: "21.01.01.2001", name: "Pangkil", level: "village", kind: "desa" }] as never,
  cells: ["Siti", "Pangkil"],
});

const people = (count: number): JudgedRoster => ({
  kind: "judged",
  rows: Array.from({ length: count }, (_, n) => line(n)),
  columns: [{ heading: "Nama", role: "name" }],
  table: { sheet: null, columns: [], unclear: [] },
  flags: [],
  codes: "fine",
});

const NO_LINES = { sheets: [], classes: [], sessions: [], trainers: [] } as never;

test.each<[string, RosterJudgement]>([
  ["a roster of 2,001 people", people(2_001)],
  ["a roster of nobody", people(0)],
  ["a workbook with people", { kind: "workbook", lines: NO_LINES, people: people(3) }],
  ["a workbook without people", { kind: "workbook", lines: NO_LINES, people: null }],
  ["a refusal", { kind: "refused", because: "empty" }],
])("%s arrives as it was judged, in the same order", async (_, judgement) => {
  expect(await unpackJudgement(packJudgement(judgement))).toEqual(judgement);
});

test("others are let in while thousands of lines are unpacked", async () => {
  const packed = packJudgement(people(2_001));
  let turns = 0;
  let isOver = false;
  const others = () => {
    turns += 1;
    if (!isOver) setImmediate(others);
  };
  setImmediate(others);
  await unpackJudgement(packed);
  isOver = true;
  expect(turns).toBeGreaterThanOrEqual(8);
});
