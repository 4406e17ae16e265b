// /terlambat of a whole country: with counts of five digits and long names the page still fits a small screen.
import { expect, test } from "vitest";
import { READABLE } from "../../../src/domain/caseload/summary.js";
import { PLAN_TYPES } from "../../../src/domain/plans/work-plan.js";
import { textsFor } from "../../../src/texts/index.js";
import type { OverdueList } from "../../../src/use-cases/caseload/follow-up/list-overdue.js";
import { overdueMessage } from "../../../src/use-cases/caseload/follow-up/overdue-message.js";
import { WALKED_IN } from "../../support/walked-in.js";

const need = (n: number): OverdueList["shown"][number] => ({
  ...{
    libraryId: n,
    cohortId: 1,
    participantId: null,
    rosterRowId: null,
    planId: n,
    personIds: [],
    obstacleById: null,
    isBlocked: n % 2 === 0,
    obstacle: "budget",
  },
  names: ["Muhammad Baharuddin Simanjuntak", "Raden Ayu Kusumaningtyas Wulandari"],
  ...{ libraryName: "Perpustakaan Desa Tanjung Selatan", village: "Tanjung Selatan Hilir" },
  lights: PLAN_TYPES.map((type) => ({ type, light: "red" as const })),
  reason: { kind: "silent", days: 128, heardOn: n % 3 === 0 ? "2024-03-31" : null },
});

// Keeps P37.
test.each(WALKED_IN)("the page of late plans fits however many there are, in %s", (language) => {
  const shown = Array.from({ length: 8 }, (_, n) => need(n + 1));
  const list = { shown, from: 12_344, page: 1_543, last: 2_000, total: 37_475, unmanned: 1_250, remindable: 1 };
  const { text } = overdueMessage(textsFor(language), { ...list, askedOnly: 1_250, resting: 11_250 });
  expect(text.length, text).toBeLessThanOrEqual(READABLE);
  // Where nobody can be reminded, that is said as well.
  const crowded = { ...list, remindable: 0, askedOnly: 1_250, resting: 11_250 };
  expect(overdueMessage(textsFor(language), crowded).text.length).toBeLessThanOrEqual(READABLE);
  const ofTrainer = { from: 0, page: 0, total: 48, unmanned: 0, askedOnly: 0, resting: 0 };
  const beyond = overdueMessage(textsFor(language), { ...crowded, ...ofTrainer });
  expect(beyond.text).toContain(textsFor(language).careActs.beyondReach().text);
  expect(beyond.text.length, beyond.text).toBeLessThanOrEqual(READABLE);
  expect(JSON.stringify(beyond.buttons)).not.toContain("🔔");
  for (const { names } of shown) expect(text).toContain(names[0]?.slice(0, 10));
  // With room to spare nothing is cut for it.
  const few = overdueMessage(textsFor(language), { ...list, shown: shown.slice(0, 3), askedOnly: 0, resting: 0 });
  expect(few.text).toContain("Muhammad Baharuddin");
});
