import { describe, expect, it } from "vitest";
import { isDay } from "../../src/domain/calendar.js";
import { changedHolidays, coversYear, DEFAULT_HOLIDAYS, restDaysOf } from "../../src/domain/holidays.js";

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
    for (const year of ["2024", "2025", "2026"] as const) {
      for (const day of ["01-01", "05-01", "06-01", "08-17", "12-25"] as const) {
        expect(holidays.has(`${year}-${day}`)).toBe(true);
      }
    }
  });

  it("count joint leave as rest only when asked to", () => {
    expect(restDaysOf(DEFAULT_HOLIDAYS).holidays.has("2024-06-18")).toBe(false);
    expect(restDaysOf(DEFAULT_HOLIDAYS, { withJointLeave: true }).holidays.has("2024-06-18")).toBe(true);
  });

  it("P25 are changed by the configuration: a year decreed since comes in, a day that moved goes", () => {
    const changed = changedHolidays(DEFAULT_HOLIDAYS, { added: ["2027-01-01"], removed: ["2026-12-25"] });
    expect(coversYear(changed, 2027)).toBe(true);
    const { holidays } = restDaysOf(changed);
    expect([holidays.has("2027-01-01"), holidays.has("2026-12-25"), holidays.has("2026-08-17")]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("say which years they know", () => {
    expect([2023, 2024, 2026, 2027].map((year) => coversYear(DEFAULT_HOLIDAYS, year))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
