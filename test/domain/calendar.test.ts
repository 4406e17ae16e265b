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
} from "../../src/domain/calendar.js";
import { readDay } from "../../src/domain/read-day.js";
import { ZONES } from "../../src/domain/zone.js";

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

describe("a day as people write it", () => {
  const today: Day = "2024-06-03";

  it.each([
    ["3/6/2024", "2024-06-03"],
    ["03/06/2024", "2024-06-03"],
    ["3-6", "2024-06-03"],
    ["3.6.24", "2024-06-03"],
    ["3 / 6 / 2024", "2024-06-03"],
    ["17/8", "2024-08-17"],
    ["2024-06-10", "2024-06-10"],
    ["2024/06/10", "2024-06-10"],
    ["3 Juni tahun 2024", "2024-06-03"],
    ["tgl. 3/6", "2024-06-03"],
    ["3 Juni 2024", "2024-06-03"],
    ["3 juni", "2024-06-03"],
    ["3 Jun", "2024-06-03"],
    ["3juni2024", "2024-06-03"],
    ["17 Agt 2024", "2024-08-17"],
    ["17 Agustus", "2024-08-17"],
    ["1 Mei", "2024-05-01"],
    ["5 Nopember 2024", "2024-11-05"],
    ["tgl 3 juni", "2024-06-03"],
    ["tanggal 3 Juni 2024.", "2024-06-03"],
    ["Senin, 3 Juni 2024", "2024-06-03"],
    ["hari Jumat 7 Juni", "2024-06-07"],
    ["Jum'at, 7/6/2024", "2024-06-07"],
    ["Jum’at, 7/6", "2024-06-07"],
    ["June 3", "2024-06-03"],
    ["June 3rd, 2024", "2024-06-03"],
    ["3rd of June 2024", "2024-06-03"],
    ["Monday, June 3, 2024", "2024-06-03"],
    ["3 March", "2024-03-03"],
    ["hari ini", "2024-06-03"],
    ["  Besok ", "2024-06-04"],
    ["lusa", "2024-06-05"],
    ["kemarin", "2024-06-02"],
    ["today", "2024-06-03"],
    ["tomorrow", "2024-06-04"],
    ["3 hari lagi", "2024-06-06"],
    ["in 3 days", "2024-06-06"],
    ["2 hari yang lalu", "2024-06-01"],
    ["29/2/2024", "2024-02-29"],
    ["29 Februari", "2024-02-29"],
    ["Sen 3 Jun", "2024-06-03"],
    ["Kam 6 Jun", "2024-06-06"],
    ["Mon 3 Jun", "2024-06-03"],
    ["Hari ini (Min 2 Jun)", "2024-06-02"],
    ["Yesterday (Sat 1 Jun)", "2024-06-01"],
  ])("%j is read", (text, day) => expect(readDay(text, today)).toEqual({ ok: true, day }));

  it("is the nearest one when the year is left out", () => {
    expect(readDay("3/12", "2025-01-10")).toEqual({ ok: true, day: "2024-12-03" });
    expect(readDay("3 Januari", "2024-12-20")).toEqual({ ok: true, day: "2025-01-03" });
    expect(readDay("20/12", "2024-12-20")).toEqual({ ok: true, day: "2024-12-20" });
  });

  // Thursday.
  const thursday: Day = "2024-06-13";
  it.each<[text: string, ...days: Day[]]>([
    ["senin", "2024-06-10", "2024-06-17"],
    ["Hari Senin", "2024-06-10", "2024-06-17"],
    ["kamis", "2024-06-13", "2024-06-20", "2024-06-06"],
    ["jumat depan", "2024-06-14", "2024-06-21"],
    ["next friday", "2024-06-14", "2024-06-21"],
    ["rabu lalu", "2024-06-12", "2024-06-05"],
    ["senin lalu", "2024-06-10", "2024-06-03"],
    ["tgl 3", "2024-06-03", "2024-07-03"],
    ["Tanggal 3", "2024-06-03", "2024-07-03"],
    ["the 3rd", "2024-06-03", "2024-07-03"],
    ["3", "2024-06-03", "2024-07-03"],
    ["tgl 31", "2024-05-31", "2024-07-31"],
    ["minggu lalu", ...week("2024-06-03")],
    ["last week", ...week("2024-06-03")],
    ["next week", ...week("2024-06-17")],
    ["minggu depan", "2024-06-16", ...week("2024-06-17")],
  ])("%j may mean several days, which are named", (text, ...days) => {
    expect(readDay(text, thursday)).toEqual({ ok: false, reason: "doubtful", days });
  });

  it.each<[text: string, day: Day]>([
    ["senin depan", "2024-06-17"],
    ["Senin minggu depan", "2024-06-17"],
    ["jumat minggu depan", "2024-06-21"],
    ["next monday", "2024-06-17"],
    ["hari jumat ini", "2024-06-14"],
    ["this friday", "2024-06-14"],
    ["sabtu kemarin", "2024-06-08"],
    ["tgl 13", "2024-06-13"],
    ["Senin tanggal 17", "2024-06-17"],
    ["seminggu lagi", "2024-06-20"],
    ["dua hari lagi", "2024-06-15"],
    ["in two weeks", "2024-06-27"],
    ["2 minggu yang lalu", "2024-05-30"],
    ["three days ago", "2024-06-10"],
    ["kemarin lusa", "2024-06-11"],
    ["tadi pagi", "2024-06-13"],
    ["Sen 17 Jun", "2024-06-17"],
  ])("%j leaves no doubt", (text, day) => expect(readDay(text, thursday)).toEqual({ ok: true, day }));

  it.each(["31/6/2024", "30 Februari", "29/2/2025", "6/13/2024", "0/6/2024", "32 Juli"])("%j is impossible", (text) =>
    expect(readDay(text, today)).toEqual({ ok: false, reason: "impossible" }),
  );

  it("says so when weekday and date contradict each other", () => {
    expect(readDay("Senin, 4 Juni 2024", today)).toEqual({ ok: false, reason: "contradiction" });
  });

  it.each(["", "segera", "bulan depan", "3 ma", "3 Juno", "3/6/2024/1", "antara 3/6 dan 5/6", "3/6-2024"])(
    "%j is not guessed at",
    (text) => expect(readDay(text, today)).toEqual({ ok: false, reason: "unreadable" }),
  );
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
    ["setengah 1 malam", "00:30"],
    ["pukul delapan pagi", "08:00"],
    ["jam dua belas siang", "12:00"],
    ["pukul. 8", "08:00"],
    ["jam setengah 3 sore", "14:30"],
    ["2:30 pm", "14:30"],
    ["12 am", "00:00"],
    ["9 WIT", "09:00"],
    ["00:00", "00:00"],
    ["23.59", "23:59"],
  ])("%j is %s", (text, time) => expect(readTime(text)).toEqual({ ok: true, time }));

  it.each(["24.00", "25:00", "8.60", "14 pagi", "13 pm"])("%j is impossible", (text) =>
    expect(readTime(text)).toEqual({ ok: false, reason: "impossible" }),
  );

  it.each(["", "pagi", "830", "8.3", "8 orang", "8-9", "habis magrib"])("%j is not guessed at", (text) =>
    expect(readTime(text)).toEqual({ ok: false, reason: "unreadable" }),
  );
});

function week(monday: Day): Day[] {
  return Array.from({ length: 7 }, (_, n) => addDays(monday, n));
}
