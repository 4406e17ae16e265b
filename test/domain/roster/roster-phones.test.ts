// Phone numbers as rosters hold them: what is certain goes in, what is not is a doubt, and nothing is repaired.
import { describe, expect, it } from "vitest";
import { readRosterPhone } from "../../../src/domain/roster/reading/read-roster-phone.js";

const read = (cell: string, isRounded = false) => {
  const reading = readRosterPhone(cell, isRounded);
  return reading.ok ? reading.phone : `${reading.reason} ${reading.severity}`;
};

describe("a roster's phone number", () => {
  it.each([
    "081234567890",
    "6281234567890",
    "+62 812-3456-7890",
    "+62 (0)812 3456 7890",
    "(0812) 3456-7890",
    "81234567890",
    "81234567890.0",
    "0812.3456.7890",
    "0812,3456,7890",
    "0812/3456/7890",
    "81,234,567,890",
    "'081234567890",
    "HP. 0812 3456 7890",
    "0812-3456-7890 (WA)",
    "0812-3456-7890\n(0341) 551234",
    "0341-551234 / 0812-3456-7890",
    "081234567890; 081234567890",
    "081234567890 atau +62 812-3456-7890",
    "\u202a+62 812‑3456‑7890\u202c",
    "0812 3456 7890",
  ])("written %j is +62 812-3456-7890", (cell) => expect(read(cell)).toBe("+6281234567890"));

  it.each([
    ["+60 12-345 6789", "+60123456789"],
    ["0060123456789", "+60123456789"],
    ["08113456789", "+628113456789"],
  ])("written %j is %s", (cell, phone) => expect(read(cell)).toBe(phone));

  it.each(["", " ", "-", "—", "tidak ada", "Belum ada", "n/a", "menyusul", "#N/A"])("written %j is missing", (cell) =>
    expect(read(cell)).toBe("missing-phone error"),
  );

  it.each([
    ["rounded by the spreadsheet", "6.28E+11"],
    ["rounded with a comma", "6,28123E+12"],
    ["rounded without a fraction", "8E+11"],
    ["with a letter for a digit", "0812 3456 789O"],
    ["half hidden", "0812xxxx7890"],
    ["of a landline", "(0341) 551234"],
    ["of two landlines", "0341-551234 / 021-3922669"],
    ["too short", "0812345"],
    ["too long", "08123456789012"],
    ["of a service", "0800-1234567"],
    ["of digits that are no number of anybody", "12345678901"],
    ["with a NIK in its cell", "3201031205800001"],
    ["in words", "ada di kantor"],
  ])("%s, %j, is an error", (_, cell) => expect(read(cell)).toBe("bad-phone error"));

  it.each([
    ["two mobile numbers", "081234567890 / 081398765432"],
    ["two below each other", "081234567890\n081398765432"],
    ["two with a space between", "081234567890 081398765432"],
    ["two joined by a word", "081234567890 atau 081398765432"],
    ["a number and its other ending", "0812-3456-7890/91"],
    ["a number and half of one", "081234567890, 0813"],
    ["zeros where a spreadsheet rounds", "6281230000000"],
    ["a Japanese number, or one of ours without its 62", "+81234567890"],
  ])("%s, %j, is a doubt", (_, cell) => expect(read(cell)).toBe("bad-phone doubt"));

  it("that the spreadsheet rounded is an error, however whole it looks", () => {
    expect(read("6281234567890", true)).toBe("bad-phone error");
  });
});
