import { describe, expect, test } from "vitest";
import {
  isCompleted,
  letterNumber,
  type PlanCompletion,
  readLetterNumber,
} from "../../../src/domain/completion/completion.js";
import { PLAN_STATES } from "../../../src/domain/plans/plan-state.js";
import { PLAN_TYPES } from "../../../src/domain/plans/work-plan.js";

const all = (change: Partial<PlanCompletion> = {}, at = 0): PlanCompletion[] =>
  PLAN_TYPES.map((type, n) => ({ type, state: "done", standing: "accepted", ...(n === at && change) }));

// Keeps P33.
describe("the letter is for those", () => {
  test("whose three plans are all done and accepted", () => {
    expect(isCompleted(all())).toBe(true);
  });

  test.each([0, 1, 2])("of whom not one is open or unread: the plan at %d", (at) => {
    for (const state of PLAN_STATES) expect(isCompleted(all({ state }, at)), state).toBe(state === "done");
    for (const standing of ["waiting", "correction", null] as const) {
      expect(isCompleted(all({ standing }, at)), String(standing)).toBe(false);
    }
  });

  test("who have all three kinds: two of a kind are not three", () => {
    expect(isCompleted(all().slice(1))).toBe(false);
    expect(isCompleted(all({ type: PLAN_TYPES[1] }, 0))).toBe(false);
    expect(isCompleted([])).toBe(false);
  });
});

describe("a letter's number", () => {
  const number = letterNumber("q8hZkLk3-9_xQ0aZ7bTt2m");

  test("is the same for the same token, and has no letters that look alike", () => {
    expect(letterNumber("q8hZkLk3-9_xQ0aZ7bTt2m")).toBe(number);
    expect(number).toMatch(/^SPP-[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}$/);
  });

  test.each([
    (typed: string) => typed,
    (typed: string) => typed.toLowerCase(),
    (typed: string) => `  ${typed} `,
    (typed: string) => `${typed}.`,
    (typed: string) => typed.replaceAll("-", ""),
    (typed: string) => typed.replaceAll("-", " "),
    (typed: string) => typed.replaceAll("-", "–"),
    (typed: string) => `Nomor ${typed}`,
    (typed: string) => `nomor: ${typed}`,
    (typed: string) => `No. ${typed}`,
    (typed: string) => `surat nomor ${typed.toLowerCase()}`,
    (typed: string) => `letter number ${typed}`,
    (typed: string) => typed.replaceAll("-", "/"),
  ])("is read as people write it (%#)", (written) => {
    expect(readLetterNumber(written(number))).toBe(number);
  });

  test.each([
    "",
    "SPP",
    "SPP-TIK",
    "K7MPQ-2XWRD",
    "SPP-TIK 2024",
    "SPP TIK angkatan 2024",
    "spp kelas 2024",
    "SPP-TIK desa kami",
    "SPP-K7MPQ-2XWRD dan lagi",
    "LP-241-0001",
  ])("is not seen in what is none: %s", (text) => {
    expect(readLetterNumber(text)).toBeNull();
  });

  // There is no such letter, and whoever copied it is asked to look again.
  test.each([
    ["SPP-K7MPQ-2XWR0", "SPP-K7MPQ-2XWR0"],
    ["spp k7mpq 2xwro", "SPP K7MPQ 2XWRO"],
    ["Nomor SPP-K7MPQ-2XWR", "SPP-K7MPQ-2XWR"],
    ["SPP-K7MPQQ-2XWRD.", "SPP-K7MPQQ-2XWRD"],
    ["SPPK7MPQ2XWR1", "SPPK7MPQ2XWR1"],
    ["SPP-K7MPQ", "SPP-K7MPQ"],
    ["SPP-KIMPQ-2XWRD", "SPP-KIMPQ-2XWRD"],
  ])("is seen where it was misread: %s", (text, number) => {
    expect(readLetterNumber(text)).toBe(number);
  });
});
