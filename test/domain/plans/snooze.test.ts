import { describe, expect, test } from "vitest";
import { canSnoozeUntil, lastDayToSnooze, snoozeChoices } from "../../../src/domain/plans/snooze.js";
import { DEFAULT_HOLIDAYS, restDaysOf } from "../../../src/domain/time/holidays.js";
import { isWorkingInstant } from "../../../src/domain/time/working-hours.js";

const rest = restDaysOf(DEFAULT_HOLIDAYS);

const choicesAt = (instant: string, zone: "Asia/Jakarta" | "Asia/Jayapura" = "Asia/Jakarta") =>
  snoozeChoices(zone, new Date(instant), rest).map(({ kind, at }) => `${kind} ${at.toISOString()}`);

// Keeps P23.
describe("putting off a reminder", () => {
  test("offers this afternoon, tomorrow, three days and Monday, by the person's own clock", () => {
    // Tuesday 9 July 2024, 08:30 in Jakarta.
    expect(choicesAt("2024-07-09T01:30:00Z")).toEqual([
      "afternoon 2024-07-09T09:00:00.000Z",
      "tomorrow 2024-07-10T01:00:00.000Z",
      "three_days 2024-07-12T01:00:00.000Z",
      "monday 2024-07-15T01:00:00.000Z",
    ]);
    // The same moment is 10:30 in Jayapura, whose afternoon begins two hours earlier.
    expect(choicesAt("2024-07-09T01:30:00Z", "Asia/Jayapura")[0]).toBe("afternoon 2024-07-09T07:00:00.000Z");
  });

  test("offers no afternoon that is over, and each moment once", () => {
    // Saturday 17:00: tomorrow is Sunday, so Monday; and three days later is Tuesday.
    expect(choicesAt("2024-07-13T10:00:00Z")).toEqual([
      "tomorrow 2024-07-15T01:00:00.000Z",
      "three_days 2024-07-16T01:00:00.000Z",
    ]);
  });

  test("never offers a rest day, nor takes one from an old or forged button", () => {
    for (let day = 0; day < 366; day++) {
      const now = new Date(new Date("2024-01-01T02:00:00Z").getTime() + day * 86_400_000);
      for (const { at } of snoozeChoices("Asia/Makassar", now, rest)) {
        expect(isWorkingInstant("Asia/Makassar", at, rest)).toBe(true);
        expect(canSnoozeUntil({ zone: "Asia/Makassar", rest, lastDay: null }, at, now)).toBe(true);
      }
    }
    const now = new Date("2024-07-09T01:30:00Z");
    const refused = ["2024-07-09T01:30:00Z", "2024-07-08T01:30:00Z", "2024-07-14T01:00:00Z", "2024-07-09T15:00:00Z"];
    for (const at of [...refused, "2025-07-09T01:00:00Z"])
      expect(canSnoozeUntil({ zone: "Asia/Jakarta", rest, lastDay: null }, new Date(at), now)).toBe(false);
  });

  test("never goes beyond the due day of a plan that is still in time", () => {
    const now = new Date("2024-07-04T02:00:00Z");
    const dayOf = ({ at }: { at: Date }) => at.toISOString().slice(0, 10);
    expect(snoozeChoices("Asia/Jakarta", now, rest, "2024-07-06").map(dayOf)).toEqual(["2024-07-04", "2024-07-05"]);
    expect(snoozeChoices("Asia/Jakarta", now, rest, "2024-07-04").map(dayOf)).toEqual(["2024-07-04"]);
    const late = new Date("2024-07-04T10:00:00Z");
    expect(snoozeChoices("Asia/Jakarta", late, rest, "2024-07-04")).toEqual([]);
    const limit = { zone: "Asia/Jakarta", rest, lastDay: "2024-07-06" } as const;
    expect(canSnoozeUntil(limit, new Date("2024-07-05T01:00:00Z"), now)).toBe(true);
    expect(canSnoozeUntil(limit, new Date("2024-07-08T01:00:00Z"), now)).toBe(false);
    expect(
      lastDayToSnooze([{ dueOn: "2024-07-09" }, { dueOn: "2024-07-06" }, { dueOn: "2024-07-01" }], "2024-07-04"),
    ).toBe("2024-07-06");
    expect(lastDayToSnooze([{ dueOn: "2024-07-01" }], "2024-07-04")).toBeNull();
  });
});
