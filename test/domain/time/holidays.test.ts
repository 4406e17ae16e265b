import { describe, expect, it } from "vitest";
import { type Day, isDay } from "../../../src/domain/time/calendar.js";
import { changedHolidays, DEFAULT_HOLIDAYS, knowledgeOf, restDaysOf } from "../../../src/domain/time/holidays.js";

const daysOf = (year: string, kind: string) =>
  DEFAULT_HOLIDAYS.filter((holiday) => holiday.day.startsWith(year) && holiday.kind === kind).length;

describe("the default holidays", () => {
  it("are days that exist, each once", () => {
    for (const { day } of DEFAULT_HOLIDAYS) expect(isDay(day), day).toBe(true);
    expect(new Set(DEFAULT_HOLIDAYS.map(({ day }) => day)).size).toBe(DEFAULT_HOLIDAYS.length);
  });

  it("have as many days as the decrees: 17 and 10 in 2024 with two election days more, 17 and 10 + 1 in 2025, 17 and 8 in 2026", () => {
    expect([daysOf("2024", "national"), daysOf("2024", "joint leave")]).toEqual([17 + 2, 10]);
    expect([daysOf("2025", "national"), daysOf("2025", "joint leave")]).toEqual([17, 11]);
    expect([daysOf("2026", "national"), daysOf("2026", "joint leave")]).toEqual([17, 8]);
  });

  it("hold Independence Day, Christmas and New Year every year", () => {
    const { holidays } = restDaysOf(DEFAULT_HOLIDAYS);
    for (const year of ["2024", "2025", "2026", "2027"] as const) {
      for (const day of ["01-01", "05-01", "06-01", "08-17", "12-25"] as const) {
        expect(holidays.has(`${year}-${day}`)).toBe(true);
      }
    }
  });

  it("count joint leave as rest only when asked to", () => {
    expect(restDaysOf(DEFAULT_HOLIDAYS).holidays.has("2024-06-18")).toBe(false);
    expect(restDaysOf(DEFAULT_HOLIDAYS, { withJointLeave: true }).holidays.has("2024-06-18")).toBe(true);
  });

  // Keeps P25.
  it("are changed by the configuration: a day decreed since comes in, a day that moved goes", () => {
    const changed = changedHolidays(DEFAULT_HOLIDAYS, { added: ["2028-01-01"], removed: ["2026-12-25"] });
    expect(knowledgeOf(changed, 2028)).toBe("decreed");
    const { holidays } = restDaysOf(changed);
    expect(["2028-01-01", "2026-12-25", "2026-08-17"].map((day) => holidays.has(day as Day))).toEqual([
      true,
      false,
      true,
    ]);
  });

  // Keeps P25.
  it("rest on the days expected of a year not yet decreed, and say so until each is added or taken out", () => {
    const expected = DEFAULT_HOLIDAYS.filter((holiday) => holiday.expected).map(({ day }) => day);
    expect(expected).toHaveLength(17);
    expect(expected.every((day) => restDaysOf(DEFAULT_HOLIDAYS).holidays.has(day))).toBe(true);
    // The decree moved Iduladha by a day.
    const added = [...expected.filter((day) => day !== "2027-05-17"), "2027-05-16"];
    expect(knowledgeOf(changedHolidays(DEFAULT_HOLIDAYS, { added, removed: [] }), 2027)).toBe("expected");
    const decreed = changedHolidays(DEFAULT_HOLIDAYS, { added, removed: ["2027-05-17"] });
    expect(knowledgeOf(decreed, 2027)).toBe("decreed");
    expect(restDaysOf(decreed).holidays.has("2027-05-17")).toBe(false);
  });

  it("say how well they know a year", () => {
    expect([2023, 2024, 2026, 2027].map((year) => knowledgeOf(DEFAULT_HOLIDAYS, year))).toEqual([
      "unknown",
      "decreed",
      "decreed",
      "expected",
    ]);
  });
});
