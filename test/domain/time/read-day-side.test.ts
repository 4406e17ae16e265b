// A day without its year, where what is asked about is still to come, or is over.
import { expect, test } from "vitest";
import { readLocalTime } from "../../../src/domain/announcements/local-time.js";
import type { Day } from "../../../src/domain/time/calendar.js";
import { readDay } from "../../../src/domain/time/read-day.js";

test.each<[text: string, today: Day, side: "ahead" | "back", day: Day]>([
  // Nearer behind than ahead, and asked about what is to come.
  ["19 Mei", "2026-10-01", "ahead", "2027-05-19"],
  ["19 May", "2026-10-01", "ahead", "2027-05-19"],
  ["19/5", "2026-10-01", "ahead", "2027-05-19"],
  ["19 Mei 2026", "2026-10-01", "ahead", "2026-05-19"],
  ["1 Oktober", "2026-10-01", "ahead", "2026-10-01"],
  // A class that is entered some weeks late.
  ["2 Agustus", "2026-10-01", "ahead", "2026-08-02"],
  ["1 Agustus", "2026-10-01", "ahead", "2027-08-01"],
  ["3 Des", "2026-07-10", "back", "2025-12-03"],
  ["3 December", "2026-07-10", "back", "2025-12-03"],
  ["10 Juli", "2026-07-10", "back", "2026-07-10"],
  // A slip that is told as one.
  ["20 Juli", "2026-07-10", "back", "2026-07-20"],
  ["tanggal 3 bulan Mei", "2026-10-01", "ahead", "2027-05-03"],
  ["29 Februari", "2024-06-03", "ahead", "2024-02-29"],
])("%j on %s is the day on the side that is asked about (%s)", (text, now, side, day) => {
  expect(readDay(text, now, { side })).toEqual({ ok: true, day });
});

test("is the nearest after the day that it follows, whatever today is", () => {
  const asked = { side: "ahead", follows: "2027-12-10" } as const;
  expect(readDay("14 Des", "2026-10-01", asked)).toEqual({ ok: true, day: "2027-12-14" });
  expect(readDay("5 Jan", "2026-10-01", asked)).toEqual({ ok: true, day: "2028-01-05" });
  // Before it: told as such.
  expect(readDay("1 Des", "2026-10-01", asked)).toEqual({ ok: true, day: "2027-12-01" });
});

test("names the days of the month on the side that is asked about", () => {
  const days = (text: string, side: "ahead" | "back") => {
    const read = readDay(text, "2026-10-01", { side });
    return read.ok || read.reason !== "doubtful" ? [] : [read.days[0], read.days.at(-1)];
  };
  expect(days("Mei", "ahead")).toEqual(["2027-05-01", "2027-05-31"]);
  expect(days("akhir mei", "ahead")).toEqual(["2027-05-25", "2027-05-31"]);
  expect(days("Februari", "back")).toEqual(["2026-02-01", "2026-02-28"]);
  expect(days("September", "ahead")).toEqual(["2026-09-01", "2026-09-30"]);
});

test("when an announcement leaves is ahead too", () => {
  expect(readLocalTime("19 Mei pukul 9", "2026-10-01")).toEqual({ days: ["2027-05-19"], time: "09:00" });
});
