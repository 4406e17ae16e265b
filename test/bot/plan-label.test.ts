// Plans of several libraries on buttons: no two of them read the same, however alike their libraries are called.
import { expect, test } from "vitest";
import { planLabel } from "../../src/bot/plans/plan-label.js";
import { textsFor } from "../../src/texts/index.js";

const texts = textsFor("id");
const plan = (libraryId: number, libraryName: string, village: string, district = "Teluk Sebong") => ({
  ...{ type: "information_services" as const, libraryId, libraryName, village, district },
});
const labelsOf = (...plans: ReturnType<typeof plan>[]) =>
  plans.map((one) => planLabel(texts, plans, one, "📝 Layanan Informasi"));

test("the only library is not named; of several each is, without the word that nearly all begin with", () => {
  expect(labelsOf(plan(1, "Perpustakaan Berakit", "Berakit"))).toEqual(["📝 Layanan Informasi"]);
  expect(labelsOf(plan(1, "Perpustakaan Berakit", "Berakit"), plan(2, "TBM Pelita", "Lagoi"))).toEqual([
    "📝 Informasi: Berakit",
    "📝 Informasi: TBM Pelita",
  ]);
});

test("libraries of one name are told apart by the village, beside the name where both have room", () => {
  const both = labelsOf(plan(1, "Perpustakaan Melati", "Berakit"), plan(2, "Perpustakaan Melati", "Teluk Sebong"));
  expect(both).toEqual(["📝 Informasi: Melati, Berakit", "📝 Informasi: Teluk Sebong"]);
});

test("names that a narrow phone cuts to the same letters are told apart too", () => {
  const name = "Taman Bacaan Masyarakat Cahaya Ilmu";
  const both = labelsOf(plan(1, `${name} Desa`, "Berakit"), plan(2, `${name}, Desa`, "Lagoi"));
  expect(new Set(both).size).toBe(2);
});

test("libraries of one name in villages of one name are told apart by the district, whether they bear the village's name or not", () => {
  for (const name of ["Perpustakaan Karya Baru", "Perpustakaan Melati"]) {
    const both = labelsOf(plan(1, name, "Karya Baru", "Tabunganen"), plan(2, name, "Karya Baru", "Wanaraya"));
    expect(both).toEqual(["📝 Informasi: Kec. Tabunganen", "📝 Informasi: Kec. Wanaraya"]);
  }
});
