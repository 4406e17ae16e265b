// Sessions of a class at one time.
import { expect, test } from "vitest";
import { isOutsideClass, sessionsAtOnce } from "../../../src/domain/classes/clashes.js";

const at = (time: string) => new Date(`2024-06-06T${time}:00Z`);
const session = (id: number, from: string, until: string, cancelledAt: Date | null = null) => ({
  ...{ id, startsAt: at(from), endsAt: at(until), cancelledAt },
});

const DAY = [session(2, "06:00", "07:30"), session(1, "01:30", "03:00"), session(3, "07:30", "09:00")];

test.each([
  ["between two", "03:00", "06:00", []],
  ["into the end of one", "02:59", "04:00", [1]],
  ["into the beginning of one", "05:00", "06:01", [2]],
  ["inside one", "06:15", "06:30", [2]],
  ["around all of them", "00:00", "12:00", [1, 2, 3]],
  ["at the time of one", "01:30", "03:00", [1]],
] as const)("%s", (_, from, until, ids) => {
  const wanted = { id: 0, startsAt: at(from), endsAt: at(until) };
  expect(sessionsAtOnce(DAY, wanted).map(({ id }) => id)).toEqual(ids);
});

test("a session is never at once with itself, nor with one that was cancelled", () => {
  expect(sessionsAtOnce(DAY, session(1, "01:30", "03:00"))).toEqual([]);
  expect(sessionsAtOnce([session(4, "01:30", "03:00", at("00:00"))], session(1, "01:30", "03:00"))).toEqual([]);
});

test("the days of a class are those of its own clock", () => {
  const days = { startsOn: "2024-06-06", endsOn: "2024-06-07" } as const;
  const late = new Date("2024-06-07T16:00:00Z");
  expect(isOutsideClass({ ...days, zone: "Asia/Jakarta" }, late)).toBe(false);
  expect(isOutsideClass({ ...days, zone: "Asia/Jayapura" }, late)).toBe(true);
  expect(isOutsideClass({ ...days, zone: "Asia/Jakarta" }, new Date("2024-06-05T16:59:00Z"))).toBe(true);
  expect(isOutsideClass({ ...days, zone: "Asia/Jakarta" }, new Date("2024-06-05T17:00:00Z"))).toBe(false);
});
