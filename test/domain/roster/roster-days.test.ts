// The days of a class as rosters hold them.
import { describe, expect, it } from "vitest";
import { readRosterDays } from "../../../src/domain/roster/reading/read-roster-days.js";

const TODAY = "2024-05-20";
const read = (start: string, end = "") => {
  const reading = readRosterDays(start, end, TODAY);
  return reading.ok ? [reading.startOn, reading.endOn] : "bad";
};

describe("a roster's day", () => {
  it.each([
    "2024-06-03",
    "2024-06-03 00:00:00",
    "2024-06-03T00:00:00.000Z",
    "03/06/2024",
    "3/6/2024",
    "3-6-2024",
    "03.06.2024",
    "3/6/24",
    "3 Juni 2024",
    "3 JUNI 2024",
    "3 Jun 2024",
    "Senin, 3 Juni 2024",
    "June 3, 2024",
    "3 June 2024",
    "03 Juni 2024 08.00 WIB",
    "20240603",
    "45446",
    "3 Juni",
  ])("written %j is 3 June 2024", (cell) => expect(read(cell)).toEqual(["2024-06-03", null]));

  it.each([
    ["3 - 7 Juni 2024", ""],
    ["3-7 Juni 2024", ""],
    ["3–7 Juni 2024", ""],
    ["3 s.d. 7 Juni 2024", ""],
    ["3 s/d 7 Juni 2024", ""],
    ["3 sd 7 Juni 2024", ""],
    ["3 Juni 2024 sampai dengan 7 Juni 2024", ""],
    ["03/06/2024 - 07/06/2024", ""],
    ["03/06 - 07/06/2024", ""],
    ["Senin, 3 - Jumat, 7 Juni 2024", ""],
    ["2024-06-03", "2024-06-07"],
    ["3 - 7 Juni 2024", "7 Juni 2024"],
    ["3 Juni 2024", "7/6/2024"],
  ])("written %j and %j is 3 to 7 June 2024", (start, end) =>
    expect(read(start, end)).toEqual(["2024-06-03", "2024-06-07"]),
  );

  it("may begin in one month and end in the next", () => {
    expect(read("30 Mei - 3 Juni 2024")).toEqual(["2024-05-30", "2024-06-03"]);
  });

  it("that is not written is no fault", () => expect(read("", "-")).toEqual([null, null]));

  it.each([
    ["of a month that is none", "06/13/2024"],
    ["that no calendar has", "31 Juni 2024"],
    ["of another weekday", "Selasa, 3 Juni 2024"],
    ["of somebody's birth", "3 Juni 1984"],
    ["relative to a day that nobody knows", "besok"],
    ["relative to today", "3 hari lagi"],
    ["without its month", "tanggal 3"],
    ["in other words", "menyesuaikan"],
    ["of three days", "3, 4 dan 5 Juni 2024"],
  ])("%s, %j, is an error", (_, cell) => expect(read(cell)).toBe("bad"));

  it.each([
    ["7 Juni 2024", "3 Juni 2024"],
    ["7 - 3 Juni 2024", ""],
    ["3 - 7 Juni 2024", "8 Juni 2024"],
  ])("that ends before it begins, or twice, is an error: %j and %j", (start, end) =>
    expect(read(start, end)).toBe("bad"),
  );
});
