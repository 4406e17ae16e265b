// Plans of one library are one entry of a list.
import { expect, test } from "vitest";
import { entriesOf } from "../../../src/domain/caseload/case-entry.js";
import type { Ranked } from "../../../src/domain/caseload/urgency.js";

const ranked = (libraryId: number, planId: number): Ranked<{ libraryId: number; planId: number }> => ({
  plan: { libraryId, planId },
  urgency: { kind: "stuck" },
});

test("plans of a library stand together where its most urgent one stood, in the same order", () => {
  const entries = entriesOf(
    [ranked(2, 21), ranked(1, 11), ranked(2, 22), ranked(3, 31), ranked(1, 12)],
    ({ libraryId }) => libraryId,
  );
  expect(entries.map((entry) => entry.map(({ plan }) => plan.planId))).toEqual([[21, 22], [11, 12], [31]]);
});

test("nothing gives no entry", () => {
  expect(entriesOf([], () => 1)).toEqual([]);
});
