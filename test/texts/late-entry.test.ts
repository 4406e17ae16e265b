// An entry of the list of late plans: somebody is named once, and every reason is said once.
import { describe, expect, test } from "vitest";
import type { CaseEntry } from "../../src/domain/caseload/case-entry.js";
import type { Ranked, Urgency } from "../../src/domain/caseload/urgency.js";
import type { PlanType } from "../../src/domain/plans/work-plan.js";
import { textsFor } from "../../src/texts/index.js";
import type { CaseLine } from "../../src/texts/layouts/case-line.js";
import { libraryAt } from "../../src/texts/layouts/library-at.js";

const LATE: Urgency = { kind: "silent", days: 5, heardOn: null };

const one = (type: PlanType, urgency: Urgency = LATE, of: Partial<CaseLine> = {}): Ranked<CaseLine> => ({
  plan: { ...{ names: ["Siti"], libraryName: "Perpustakaan Berakit", village: "Berakit", type }, ...NOTHING, ...of },
  urgency,
});
const NOTHING = { obstacle: null, snoozed: 0 };

const said = (...entry: CaseEntry<CaseLine>) => textsFor("id").followUp.overdueEntry(3, entry).text;

test("three plans that are late alike are one name, one line of plans and one reason", () => {
  const entry = [one("advocacy"), one("information_services"), one("community_engagement")] as const;
  expect(said(...entry)).toBe(
    "3. Siti, Berakit\n    Informasi, Pelibatan, Advokasi\n    terlambat 5 hari, belum ada kabar",
  );
});

test("a plan that is late for another reason has a line of its own, the most urgent first", () => {
  const stuck = one("advocacy", { kind: "stuck" }, { obstacle: "budget" });
  expect(said(stuck, one("community_engagement"), one("information_services"))).toBe(
    "3. Siti, Berakit\n    Advokasi · ada kendala · anggaran/APBDes\n    Informasi, Pelibatan\n    terlambat 5 hari, belum ada kabar",
  );
});

test("one plan stands beside its reason, and how often it was put off", () => {
  expect(said(one("advocacy", LATE, { snoozed: 3 }))).toBe(
    "3. Siti, Berakit\n    Advokasi · terlambat 5 hari, belum ada kabar · ditunda 3 kali",
  );
});

test("a library that nobody has joined is named itself, and an office without a village ends at its name", () => {
  expect(said(one("advocacy", LATE, { names: [], village: "" }))).toMatch(/^3\. Perpustakaan Berakit\n/);
});

test.each([
  ["Perpustakaan Berakit", "Berakit", "Perpustakaan Berakit"],
  ["PERPUSTAKAAN BERAKIT", "Berakit", "PERPUSTAKAAN BERAKIT"],
  ["TBM Pelita", "Berakit", "TBM Pelita, Berakit"],
  ["Dinas Perpustakaan Bintan", "", "Dinas Perpustakaan Bintan"],
  ["", "Berakit", "Berakit"],
])("the library %j in %j is said as %j", (library, village, together) => {
  expect(libraryAt(library, village)).toBe(together);
});

describe.each(["id", "en"] as const)("the button of an entry in %s", (language) => {
  const { followUp } = textsFor(language);
  const named = (names: string[]): CaseEntry<CaseLine> => [one("advocacy", LATE, { names }), one("advocacy")];

  test("names the person once with the number of plans, and is not cut there", () => {
    expect(followUp.entryButton(1, named(["Siti"]))).toBe(
      language === "id" ? "1. Siti (2 rencana)" : "1. Siti (2 plans)",
    );
    const long = followUp.entryButton(12, named(["Maria Magdalena Wulandari Kusumaningtyas"]));
    expect([...long].length).toBeLessThanOrEqual(30);
    expect(long).toMatch(/… \(2 (rencana|plans)\)$/);
  });

  test("of a single plan names the plan", () => {
    expect(followUp.entryButton(1, [one("advocacy")])).toBe(followUp.caseButton(1, one("advocacy").plan));
  });
});
