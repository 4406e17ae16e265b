import { describe, expect, it } from "vitest";
import { readContactPhone, readPhone } from "../../../src/domain/people/phone.js";

describe("a phone number", () => {
  it.each([
    "0812-3456-7890",
    "081234567890",
    "0812 3456 7890",
    "0812.3456.7890",
    "(0812) 34567890",
    "6281234567890",
    "+6281234567890",
    "+62 812 3456 7890",
    "+62 812-3456-7890",
    "+62 (0)812 3456 7890",
    "+62081234567890",
    "006281234567890",
    "81234567890",
    "'081234567890",
    "HP: 0812-3456-7890",
    "No. HP 0812 3456 7890",
    "WA 081234567890",
    "0812-3456-7890 (WA)",
    "+081234567890",
    "81234567890.0",
    "\u202a+62 812‑3456‑7890\u202c",
    "０８１２３４５６７８９０",
  ])("written %j is the same as +62 812 3456 7890", (text) => {
    expect(readPhone(text)).toEqual({ ok: true, phone: "+6281234567890" });
  });

  it.each([
    ["+60 12-345 6789", "+60123456789"],
    ["0060123456789", "+60123456789"],
    ["+1 202 555 0143", "+12025550143"],
  ])("of another country, %j, keeps its digits", (text, phone) => expect(readPhone(text)).toEqual({ ok: true, phone }));

  it.each([
    ["", "empty"],
    ["-", "empty"],
    ["+", "empty"],
    ["tidak ada", "letters"],
    ["0812 3456 789O", "letters"],
    ["6.28123E+12", "rounded"],
    ["6,28123E+12", "rounded"],
    ["08123456789 / 08198765432", "several"],
    ["08123456789; 08198765432", "several"],
    ["0751-31234", "landline"],
    ["+62 21 3922669", "landline"],
    ["0812345", "too-short"],
    ["08123456789012", "too-long"],
    ["+6281234567890123", "too-long"],
    ["12345", "too-short"],
    ["+1234567890123456", "too-long"],
  ])("written %j is refused as %s", (text, reason) => expect(readPhone(text)).toEqual({ ok: false, reason }));

  it("takes a contact's number as international, so a Japanese one is no Indonesian one", () => {
    expect(readContactPhone("819012345678")).toEqual({ ok: true, phone: "+819012345678" });
    expect(readContactPhone("6281234567890")).toEqual({ ok: true, phone: "+6281234567890" });
    expect(readContactPhone("+6281234567890")).toEqual({ ok: true, phone: "+6281234567890" });
  });

  it("is read the same again once it is read", () => {
    for (const text of ["0812-3456-7890", "+60 12-345 6789"]) {
      const first = readPhone(text);
      expect(first.ok && readPhone(first.phone)).toEqual(first);
    }
  });
});
