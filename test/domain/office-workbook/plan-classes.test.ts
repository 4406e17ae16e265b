import { describe, expect, test } from "vitest";
import type { KnownProgramme } from "../../../src/domain/office-workbook/known-programme.js";
import { planClasses } from "../../../src/domain/office-workbook/plans/plan-classes.js";

const now = new Date("2026-03-01T03:00:00Z");
const rights = { mayAddCohorts: true, maySetUp: () => true };
const wave = (id: number, number: number, startsOn: string, endsOn: string, cohortId = 1) =>
  ({ id, cohortId, number, startsOn, endsOn }) as KnownProgramme["waves"][number];

const programme = (...waves: KnownProgramme["waves"]): KnownProgramme => ({
  cohorts: [{ id: 1, year: 2026 }],
  waves,
  classes: [],
  sessions: [],
  trainers: [],
  joined: new Set(),
});

type ClassLine = Parameters<typeof planClasses>[0][number];
const line = (startsOn: string, over: Partial<ClassLine> = {}) =>
  ({
    ...{ row: 2, sheet: "Kelas", id: null, name: "Jambi 1", year: 2026, wave: null, provinceCode: "15", venue: "Aula" },
    ...{ startsOn, endsOn: startsOn, plansDueOn: null, problem: null },
    ...over,
  }) as unknown as ClassLine;

const planned = (known: KnownProgramme, one: ClassLine) => planClasses([one], known, rights, now)[0];

describe("a class whose sheet names no wave", () => {
  test("belongs to the only wave around its first day, both ends of it included", () => {
    const known = programme(wave(7, 1, "2026-05-01", "2026-05-31"), wave(8, 2, "2026-06-01", "2026-06-30"));
    for (const [day, number, waveId] of [
      ["2026-05-01", 1, 7],
      ["2026-05-31", 1, 7],
      ["2026-06-01", 2, 8],
      ["2026-06-30", 2, 8],
    ] as const) {
      expect(planned(known, line(day))).toMatchObject({ status: "new", wave: number, waveId });
    }
  });

  test("is asked about where two waves lie around its first day, or none", () => {
    const overlapping = programme(wave(7, 1, "2026-05-01", "2026-05-31"), wave(8, 2, "2026-05-20", "2026-06-30"));
    expect(planned(overlapping, line("2026-05-25"))).toMatchObject({ status: "error", reason: "which-wave" });
    expect(planned(overlapping, line("2026-05-19"))).toMatchObject({ status: "new", waveId: 7 });
    expect(planned(overlapping, line("2026-07-01"))).toMatchObject({ status: "error", reason: "which-wave" });
  });

  test("begins the first wave of a cohort that has none, whatever other cohorts have", () => {
    const others = programme(wave(9, 3, "2026-05-01", "2026-05-31", 2));
    expect(planned(others, line("2026-05-10"))).toMatchObject({ status: "new", wave: 1, waveId: null });
  });
});
