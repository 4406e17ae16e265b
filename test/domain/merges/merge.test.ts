// Which of two stays, and whose account goes on.
import { describe, expect, test } from "vitest";
import {
  accountThatStays,
  canBeOneLibrary,
  undoEndsAt,
  type Weight,
  whoStays,
} from "../../../src/domain/merges/merge.js";

const side = (id: number, more: Partial<Weight> = {}): Weight => ({
  ...{ id, hasJoined: true, isReachable: true, entries: 0, lastWordAt: null, ...more },
});

describe("who stays, unless an admin says otherwise", () => {
  test.each([
    ["who has joined", side(1, { hasJoined: false, isReachable: false, entries: 9 }), side(2), 2],
    ["of two who joined, who can be reached", side(1, { isReachable: false, entries: 9 }), side(2), 2],
    ["of two who can be reached, who has more", side(1, { entries: 1 }), side(2, { entries: 2 }), 2],
    ["of equals who spoke last", side(1, { lastWordAt: new Date(1) }), side(2, { lastWordAt: new Date(2) }), 2],
    ["else who was there first", side(1), side(2), 1],
  ])("is %s", (_, a, b, id) => {
    expect(whoStays(a, b).id).toBe(id);
    expect(whoStays(b, a).id).toBe(id);
  });
});

describe("of two accounts goes on", () => {
  const [live, away, none] = [
    { telegramId: 1, isReachable: true },
    { telegramId: 2, isReachable: false },
    { telegramId: null, isReachable: false },
  ];
  test.each([
    ["the stayer's", live, live, "stays"],
    ["the one that can be reached", away, live, "goes"],
    ["the stayer's, where neither can be", away, away, "stays"],
    ["the only one", none, away, "goes"],
    ["the only one, the stayer's", away, none, "stays"],
    ["none, where there is none", none, none, "none"],
  ] as const)("%s", (_, stays, goes, whose) => {
    expect(accountThatStays(stays, goes)).toBe(whose);
  });
});

test("an office is one with its like alone", () => {
  expect(canBeOneLibrary("desa", "tbm")).toBe(true);
  expect(canBeOneLibrary("regency_office", "regency_office")).toBe(true);
  expect(canBeOneLibrary("regency_office", "province_office")).toBe(false);
  expect(canBeOneLibrary("desa", "regency_office")).toBe(false);
});

test("a merge can be undone for seven days", () => {
  expect(undoEndsAt(new Date("2024-06-10T03:00:00Z"))).toEqual(new Date("2024-06-17T03:00:00Z"));
});
