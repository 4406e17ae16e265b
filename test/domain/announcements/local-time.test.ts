// When an announcement leaves: times as an office writes them, and which of them can be meant.
import { expect, test } from "vitest";
import { readLink } from "../../../src/domain/announcements/link-button.js";
import {
  isLocalTime,
  localTimeProblem,
  readLocalTime,
  workingDaysFrom,
  zonesDue,
} from "../../../src/domain/announcements/local-time.js";

// A Friday.
const TODAY = "2024-07-05";

test.each([
  ["Senin 08.00", ["2024-07-08"], "08:00"],
  ["senin jam 8", ["2024-07-08"], "08:00"],
  ["Senin, 8 Juli pukul 13.30 waktu setempat", ["2024-07-08"], "13:30"],
  ["8 Juli 2024 08:15 WIB", ["2024-07-08"], "08:15"],
  ["besok jam 9 pagi", ["2024-07-06"], "09:00"],
  ["hari ini 15.00", ["2024-07-05"], "15:00"],
  ["8 July at 9", ["2024-07-08"], "09:00"],
  ["Monday 08:00 local time", ["2024-07-08"], "08:00"],
  ["Monday 8am", ["2024-07-08"], "08:00"],
  ["tomorrow 8:30am", ["2024-07-06"], "08:30"],
  ["8.30 tomorrow", ["2024-07-06"], "08:30"],
  ["8am tomorrow", ["2024-07-06"], "08:00"],
  ["at 1 pm on Monday", ["2024-07-08"], "13:00"],
  ["tomorrow morning at 8", ["2024-07-06"], "08:00"],
  ["jam 8 besok", ["2024-07-06"], "08:00"],
  ["pukul 9 tanggal 8 Juli", ["2024-07-08"], "09:00"],
  ["besok pagi jam 8", ["2024-07-06"], "08:00"],
  ["jam 8 besok pagi", ["2024-07-06"], "08:00"],
  ["Senin sore pukul 4", ["2024-07-08"], "16:00"],
  ["kemarin jam 8", ["2024-07-04"], "08:00"],
  ["besok pagi", ["2024-07-06"], null],
  ["8.7.2024 09.00", ["2024-07-08"], "09:00"],
  ["besok", ["2024-07-06"], null],
  ["9/7", ["2024-07-09"], null],
  ["13.30", [], "13:30"],
] as const)("“%s” is read", (typed, days, time) => {
  expect(readLocalTime(typed, TODAY)).toEqual({ days, time });
});

test.each(["entah kapan", "secepatnya", "31 Juni 08.00", "pukul 25.00", ""])("“%s” is no time", (typed) => {
  expect(readLocalTime(typed, TODAY)).toBeNull();
});

test("a button's or a column's words are a time only as we write them", () => {
  expect(
    ["2024-07-08T08:00", "2024-07-08T24:00", "2024-02-30T08:00", "2024-07-08 08:00", "now"].map(isLocalTime),
  ).toEqual([true, false, false, false, false]);
});

test("it is a time in the east first, and past when it is past in the west", () => {
  const rest = { holidays: new Set(["2024-07-10"] as const) };
  const before = new Date("2024-07-07T22:59:59Z");
  expect(zonesDue("2024-07-08T08:00", before)).toEqual([]);
  expect(zonesDue("2024-07-08T08:00", new Date("2024-07-07T23:00:00Z"))).toEqual(["Asia/Jayapura"]);
  expect(zonesDue("2024-07-08T08:00", new Date("2024-07-08T00:00:00Z"))).toEqual(["Asia/Makassar", "Asia/Jayapura"]);
  expect(localTimeProblem("2024-07-08T08:00", new Date("2024-07-08T00:59:59Z"), rest)).toBeNull();
  expect(localTimeProblem("2024-07-08T08:00", new Date("2024-07-08T01:00:00Z"), rest)).toBe("past");
  expect(localTimeProblem("2024-07-10T08:00", before, rest)).toBe("rest_day");
  expect(localTimeProblem("2024-07-14T08:00", before, rest)).toBe("rest_day");
  expect(localTimeProblem("2024-07-08T07:29", before, rest)).toBe("at_night");
  expect(localTimeProblem("2024-07-08T07:30", before, rest)).toBeNull();
  expect(localTimeProblem("2024-07-08T20:00", before, rest)).toBe("at_night");
  expect(workingDaysFrom("2024-07-06", 4, rest)).toEqual(["2024-07-06", "2024-07-08", "2024-07-09", "2024-07-11"]);
});

test.each([
  ["https://perpusnas.go.id/jadwal", "https://perpusnas.go.id/jadwal"],
  ["perpusnas.go.id/jadwal?x=1", "https://perpusnas.go.id/jadwal?x=1"],
  [" https://bit.ly/abc ", "https://bit.ly/abc"],
])("“%s” is a page", (typed, url) => {
  expect(readLink(typed)).toEqual({ ok: true, url });
});

test.each([
  ["jadwal", "not_a_link"],
  ["lihat di sini ya.", "not_a_link"],
  ["http://perpusnas.go.id", "not_https"],
  ["javascript:alert(1).x", "not_https"],
  ["https://budi:rahasia@perpusnas.go.id", "with_password"],
  ["https://192.168.1.1/x", "not_a_link"],
  ["https://localhost.", "not_a_link"],
  [`https://perpusnas.go.id/${"x".repeat(600)}`, "too_long"],
])("“%s” is none: %s", (typed, reason) => {
  expect(readLink(typed)).toEqual({ ok: false, reason });
});
