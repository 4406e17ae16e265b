// Names as rosters hold them.
import { describe, expect, it } from "vitest";
import { readRosterName } from "../../../src/domain/roster/reading/read-roster-name.js";

describe("a roster's name", () => {
  it.each([
    ["Siti Aminah", "Siti Aminah"],
    ["SITI AMINAH, S.Pd., M.Hum.", "SITI AMINAH, S.Pd., M.Hum."],
    ["  Dr. H.  Ahmad   Dahlan ", "Dr. H. Ahmad Dahlan"],
    ["1. Siti Aminah", "Siti Aminah"],
    ["12) Siti Aminah", "Siti Aminah"],
    ["Ni’mah Ja\u2019an", "Ni’mah Ja’an"],
    ["Siti\u200b Aminah\u00a0", "Siti Aminah"],
    ["M. Nur", "M. Nur"],
    ["Ali", "Ali"],
    ["Yu", "Yu"],
    ["Rukmini\nBinti Saleh", "Rukmini Binti Saleh"],
  ])("written %j is kept as %j", (cell, name) => expect(readRosterName(cell)).toEqual({ ok: true, name }));

  it.each(["", "  ", "-", "…", "belum ada", "menyusul", "\u3164"])("written %j is missing", (cell) =>
    expect(readRosterName(cell)).toMatchObject({ ok: false, reason: "missing-name" }),
  );

  it.each(["12345", "3201031205800001", "Siti 081234567890", "xxx", "A", "A.", "🙂🙂", "Siti ".repeat(21)])(
    "written %j is no name",
    (cell) => expect(readRosterName(cell)).toMatchObject({ ok: false, reason: "bad-name" }),
  );
});
