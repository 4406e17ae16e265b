import { describe, expect, it } from "vitest";
import {
  addDays,
  type Day,
  dayIn,
  daysBetween,
  instantAt,
  isDay,
  readTime,
  timeIn,
  weekday,
} from "../../../src/domain/time/calendar.js";
import { ZONES } from "../../../src/domain/time/zone.js";

describe("a calendar day", () => {
  it.each(["2024-06-03", "2024-02-29", "2026-12-31"])("is %s", (text) => expect(isDay(text)).toBe(true));
  it.each(["2025-02-29", "2024-06-31", "2024-6-3", "2024-13-01", "2024-00-10", "03/06/2024", "", "2024-06-03T00:00"])(
    "is not %j",
    (text) => expect(isDay(text)).toBe(false),
  );

  it("is another day in Jayapura than in Jakarta for two hours each night", () => {
    const instant = new Date("2024-06-03T15:30:00Z");
    expect(dayIn("Asia/Jakarta", instant)).toBe("2024-06-03");
    expect(timeIn("Asia/Jakarta", instant)).toBe("22:30");
    expect(dayIn("Asia/Jayapura", instant)).toBe("2024-06-04");
    expect(timeIn("Asia/Jayapura", instant)).toBe("00:30");
  });

  it("counts over months, years and leap days", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2024-12-31", 1)).toBe("2025-01-01");
    expect(addDays("2024-06-07", 30)).toBe("2024-07-07");
    expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2024-03-01", "2024-02-28")).toBe(-2);
  });

  it("counts there and back the same over four years", () => {
    for (let n = 0; n < 1461; n += 1) {
      const day = addDays("2024-01-01", n);
      expect(daysBetween("2024-01-01", day)).toBe(n);
      expect(addDays(day, -n)).toBe("2024-01-01");
    }
  });

  it("has a weekday from Monday, 1, to Sunday, 7", () => {
    expect(weekday("2024-06-03")).toBe(1);
    expect(weekday("2024-06-09")).toBe(7);
  });

  it("refuses to count from a day that does not exist", () => {
    expect(() => addDays("2024-02-30", 1)).toThrow(RangeError);
  });
});

describe("an instant", () => {
  it("comes back from day and time unchanged in every zone, every day of a year", () => {
    for (const zone of ZONES) {
      for (let day: Day = "2024-01-01"; day !== "2025-01-01"; day = addDays(day, 1)) {
        const time = `${String(weekday(day) * 3).padStart(2, "0")}:${day.endsWith("5") ? "00" : "59"}`;
        const instant = instantAt(zone, day, time);
        expect([dayIn(zone, instant), timeIn(zone, instant)]).toEqual([day, time]);
      }
    }
  });

  it("of 08:00 is two hours earlier in Jayapura than in Jakarta", () => {
    expect(instantAt("Asia/Jakarta", "2024-06-03", "08:00").toISOString()).toBe("2024-06-03T01:00:00.000Z");
    expect(instantAt("Asia/Pontianak", "2024-06-03", "08:00").toISOString()).toBe("2024-06-03T01:00:00.000Z");
    expect(instantAt("Asia/Makassar", "2024-06-03", "08:00").toISOString()).toBe("2024-06-03T00:00:00.000Z");
    expect(instantAt("Asia/Jayapura", "2024-06-03", "08:00").toISOString()).toBe("2024-06-02T23:00:00.000Z");
  });

  it.each(["24:00", "8:00", "08:60", "08.00", ""])("refuses the time %j", (time) => {
    expect(() => instantAt("Asia/Jakarta", "2024-06-03", time)).toThrow(RangeError);
  });
});

describe("a time as people write it", () => {
  it.each([
    ["08.30", "08:30"],
    ["8:30", "08:30"],
    ["0830", "08:30"],
    ["8", "08:00"],
    ["pukul 8", "08:00"],
    ["Pukul 08.30 WIB", "08:30"],
    ["jam 8", "08:00"],
    ["jam 8 pagi", "08:00"],
    ["jam 2 siang", "14:00"],
    ["12 siang", "12:00"],
    ["4 sore", "16:00"],
    ["7 malam WITA", "19:00"],
    ["12 malam", "00:00"],
    ["setengah 8", "07:30"],
    ["setengah delapan", "07:30"],
    ["setengah 1", "12:30"],
    ["jam 2", "14:00"],
    ["pukul 1", "13:00"],
    ["pukul dua", "14:00"],
    ["setengah 3", "14:30"],
    ["4.30 WIB", "16:30"],
    ["setengah 7", "06:30"],
    ["6", "06:00"],
    ["02.00", "02:00"],
    ["jam 02", "02:00"],
    ["jam 2 malam", "02:00"],
    ["jam 5 pagi", "05:00"],
    ["setengah 1 malam", "00:30"],
    ["pukul delapan pagi", "08:00"],
    ["jam dua belas siang", "12:00"],
    ["pukul. 8", "08:00"],
    ["jam setengah 3 sore", "14:30"],
    ["13.30 siang", "13:30"],
    ["16.00 sore", "16:00"],
    ["17:15 petang", "17:15"],
    ["19.30 malam WIB", "19:30"],
    ["00.30 malam", "00:30"],
    ["2:30 pm", "14:30"],
    ["12 am", "00:00"],
    ["9 WIT", "09:00"],
    ["00:00", "00:00"],
    ["23.59", "23:59"],
  ])("%j is %s", (text, time) => expect(readTime(text)).toEqual({ ok: true, time }));

  it.each(["24.00", "25:00", "8.60", "14 pagi", "19 siang", "13 malam", "13 pm"])("%j is impossible", (text) =>
    expect(readTime(text)).toEqual({ ok: false, reason: "impossible" }),
  );

  it.each(["", "pagi", "830", "8.3", "8 orang", "8-9", "habis magrib"])("%j is not guessed at", (text) =>
    expect(readTime(text)).toEqual({ ok: false, reason: "unreadable" }),
  );
});
