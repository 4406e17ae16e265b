import { describe, expect, it } from "vitest";
import { addDays, type Day, dayIn, instantAt, timeIn, weekday } from "../../../src/domain/time/calendar.js";
import { DEFAULT_HOLIDAYS, restDaysOf } from "../../../src/domain/time/holidays.js";
import {
  addWorkingDays,
  isFirstWorkingDayOfWeek,
  isRestDay,
  isWorkingInstant,
  nextWorkingInstant,
} from "../../../src/domain/time/working-hours.js";
import { ZONES } from "../../../src/domain/time/zone.js";

const rest = restDaysOf(DEFAULT_HOLIDAYS);
const jakarta = "Asia/Jakarta";
const at = (day: Day, time: string) => instantAt(jakarta, day, time);

describe("working hours", () => {
  it("last from 07:30 until just before 20:00, local time", () => {
    const works = (time: string) => isWorkingInstant(jakarta, at("2024-06-03", time), rest);
    expect(["07:29", "07:30", "19:59", "20:00"].map(works)).toEqual([false, true, true, false]);
  });

  it("have begun in Papua while Java still sleeps", () => {
    const instant = at("2024-06-03", "06:00");
    expect(isWorkingInstant(jakarta, instant, rest)).toBe(false);
    expect(isWorkingInstant("Asia/Jayapura", instant, rest)).toBe(true);
  });

  it("rest on Sundays and holidays", () => {
    expect(isWorkingInstant(jakarta, at("2024-06-09", "10:00"), rest)).toBe(false);
    expect(isWorkingInstant(jakarta, at("2024-06-17", "10:00"), rest)).toBe(false);
    expect(isWorkingInstant(jakarta, at("2024-06-17", "10:00"), { holidays: new Set() })).toBe(true);
  });
});

describe("the next working instant", () => {
  it("is the instant itself when that is allowed", () => {
    const instant = at("2024-06-03", "10:00");
    expect(nextWorkingInstant(jakarta, instant, rest, 7)).toEqual(instant);
  });

  it("is 07:30 the same day before it, the next day after hours, Monday after Saturday evening", () => {
    expect(nextWorkingInstant(jakarta, at("2024-06-03", "05:00"), rest)).toEqual(at("2024-06-03", "07:30"));
    expect(nextWorkingInstant(jakarta, at("2024-06-03", "20:00"), rest)).toEqual(at("2024-06-04", "07:30"));
    expect(nextWorkingInstant(jakarta, at("2024-06-08", "21:00"), rest)).toEqual(at("2024-06-10", "07:30"));
    expect(nextWorkingInstant(jakarta, at("2024-06-09", "12:00"), rest)).toEqual(at("2024-06-10", "07:30"));
  });

  it("passes over Idulfitri with its joint leave when that is kept", () => {
    const keptLeave = restDaysOf(DEFAULT_HOLIDAYS, { withJointLeave: true });
    expect(nextWorkingInstant(jakarta, at("2024-04-08", "09:00"), keptLeave)).toEqual(at("2024-04-13", "07:30"));
  });

  it("never falls outside working hours, nor back in time, over a year in every zone", () => {
    for (const zone of ZONES) {
      // 53 minutes: every minute of the clock comes up in the course of a year.
      for (let instant = new Date("2024-01-01T00:00:00Z"); instant.getUTCFullYear() < 2025; ) {
        const next = nextWorkingInstant(zone, instant, rest, instant.getTime() / 60_000);
        const [day, time] = [dayIn(zone, next), timeIn(zone, next)];
        if (weekday(day) === 7 || rest.holidays.has(day) || time < "07:30" || time >= "20:00" || next < instant) {
          expect.fail(`${instant.toISOString()} in ${zone} became ${day} ${time}`);
        }
        instant = new Date(instant.getTime() + 53 * 60_000);
      }
    }
  });

  it("spreads a thousand neighbouring ids evenly over the first half hour", () => {
    const perMinute = new Array<number>(30).fill(0);
    const start = at("2024-06-04", "07:30").getTime();
    for (let id = 1; id <= 1_000; id += 1) {
      const offset = nextWorkingInstant(jakarta, at("2024-06-03", "22:00"), rest, id).getTime() - start;
      perMinute[Math.floor(offset / 60_000)]! += 1;
    }
    expect(perMinute).toHaveLength(30);
    expect(Math.max(...perMinute)).toBeLessThan(40);
    expect(Math.min(...perMinute)).toBeGreaterThan(25);
  });

  it("is the same for the same person however often it is asked", () => {
    const ask = () => nextWorkingInstant(jakarta, at("2024-06-03", "22:00"), rest, 5_234_567_890);
    expect(ask()).toEqual(ask());
  });
});

describe("working days", () => {
  it("are counted over Sundays and holidays", () => {
    expect(addWorkingDays("2024-06-07", 1, rest)).toBe("2024-06-08");
    expect(addWorkingDays("2024-06-08", 1, rest)).toBe("2024-06-10");
    expect(addWorkingDays("2024-06-15", 1, rest)).toBe("2024-06-18");
    expect(addWorkingDays("2024-06-03", 12, rest)).toBe("2024-06-18");
  });

  it("are counted backwards too", () => {
    expect(addWorkingDays("2024-06-18", -1, rest)).toBe("2024-06-15");
  });

  it("begin a week with the first of them, whatever rests before it", () => {
    const firsts = (from: Day, days: number) =>
      Array.from({ length: days }, (_, n) => addDays(from, n)).filter((day) => isFirstWorkingDayOfWeek(day, rest));
    // Monday 17 June rests; 10 June and 24 June are ordinary.
    expect(firsts("2024-06-10", 21)).toEqual(["2024-06-10", "2024-06-18", "2024-06-24"]);
    const holidays = new Set(Array.from({ length: 8 }, (_, n) => addDays("2024-07-01", n)));
    expect(["2024-07-08", "2024-07-09"].map((day) => isFirstWorkingDayOfWeek(day as Day, { holidays }))).toEqual([
      false,
      true,
    ]);
  });

  it("begin with the day itself, or the next one when it rests", () => {
    expect(addWorkingDays("2024-06-08", 0, rest)).toBe("2024-06-08");
    expect(addWorkingDays("2024-06-09", 0, rest)).toBe("2024-06-10");
  });

  it("never end on a rest day", () => {
    for (let n = 0; n < 366; n += 1) {
      expect(isRestDay(addWorkingDays(addDays("2024-01-01", n), n % 12, rest), rest)).toBe(false);
    }
  });
});
