// Comparing thousands of lines with rosters class by class finds the same as comparing them in one piece, and lets others go first.
import { expect, test } from "vitest";
import { type KnownRow, planImport, type RosterEntry } from "../../../src/domain/roster/import-plan.js";
import { planInTurns } from "../../../src/use-cases/roster/plan-in-turns.js";

const entry = (n: number): RosterEntry => ({
  ...{ classId: n % 37, line: n + 2, name: `Siti ${n}`, phone: `+6281200${100_000 + n}`, kind: "desa" },
  ...{ placeCode: "21.01.01.2001", libraryName: null },
});

/** Every second line is known, every tenth under another name; and of each class somebody is missing from the file. */
const known = (entries: readonly RosterEntry[]): KnownRow[] => [
  ...entries.flatMap(({ line, ...one }, n) =>
    n % 2 === 0 ? [{ ...one, id: n + 1, name: n % 10 === 0 ? "Hasan" : one.name, participantId: null }] : [],
  ),
  ...Array.from({ length: 37 }, (_, classId) => ({
    ...{ ...entry(classId), phone: "+6281399900000", name: "Nurhayati", placeCode: "11.01.01.2001" },
    ...{ id: 90_000 + classId, participantId: null },
  })),
];

const entries = Array.from({ length: 3_000 }, (_, n) => entry(n));

test("the same is new, changed, the same and missing, in the same order", async () => {
  const rows = known(entries);
  const plan = await planInTurns(entries, rows);
  expect(plan).toEqual(planImport(entries, rows));
  expect(plan.missing).toHaveLength(37);
  expect(await planInTurns([], rows)).toEqual({ entries: [], missing: [] });
});

test("others are let in between the classes", async () => {
  let turns = 0;
  let isOver = false;
  const others = () => {
    turns += 1;
    if (!isOver) setImmediate(others);
  };
  setImmediate(others);
  await planInTurns(entries, known(entries));
  isOver = true;
  expect(turns).toBeGreaterThanOrEqual(8);
});
