// Which two people or libraries an admin is asked about, and why.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  duplicateLibraries,
  duplicatePeople,
  type MaybeLibrary,
  type MaybePerson,
  whyOneLibrary,
  whyOnePerson,
} from "../../../src/domain/merges/duplicates.js";

const person = (name: string, more: Partial<MaybePerson> = {}): MaybePerson => ({
  ...{ id: 1, name, phones: [], classIds: [], libraryIds: [], placeCodes: [], ...more },
});

describe("two people are asked about", () => {
  const at = { placeCodes: ["21.01.10.2001"], libraryIds: [7], classIds: [3] };
  test.each([
    ["the same number", person("Siti", { phones: ["+62811"] }), person("Budi", { phones: ["+62811"] }), ["phone"]],
    [
      "a number of the roster",
      person("Siti", { phones: ["+1", "+2"] }),
      person("Siti R", { phones: ["+2"] }),
      ["phone"],
    ],
    [
      "the same name and village",
      person("Siti Aminah", { placeCodes: ["21.01.10.2001"] }),
      person("Hj. SITI AMINAH, S.Pd", { placeCodes: ["21.01.10.2001"] }),
      ["place"],
    ],
    [
      "a slip in one class",
      person("Siti Aminah", { classIds: [3] }),
      person("Siti Aminnah", { classIds: [3] }),
      ["name"],
    ],
    [
      "a slip in one library",
      person("Siti Aminah", { libraryIds: [7] }),
      person("Siti Amniah", { libraryIds: [7] }),
      ["name"],
    ],
    [
      "number and name",
      person("Siti Aminah", { ...at, phones: ["+1"] }),
      person("Siti Aminah", { ...at, phones: ["+1"] }),
      ["phone", "place"],
    ],
    [
      "the same name in other classes and villages",
      person("Siti", { classIds: [3] }),
      person("Siti", { classIds: [4] }),
      [],
    ],
    ["a slip in a short name", person("Siti", { classIds: [3] }), person("Sita", { classIds: [3] }), []],
    ["two slips", person("Siti Aminah", at), person("Sita Aminnah", at), []],
    ["nobody named yet", person("", at), person("", at), []],
    ["nothing in common", person("Siti Aminah"), person("Siti Aminah"), []],
  ])("%s", (_, a, b, reasons) => {
    expect(whyOnePerson(a, b)).toEqual(reasons);
    expect(whyOnePerson(b, a)).toEqual(reasons);
  });
});

const library = (kind: MaybeLibrary["kind"], name: string, placeCode = "21.01.10.2001"): MaybeLibrary => ({
  ...{ id: 1, kind, name, placeCode },
});

describe("two libraries are asked about", () => {
  test.each([
    ["one village", library("desa", "Pustaka Ilmu"), library("desa", "Perpustakaan Berakit"), ["code"]],
    ["desa and kelurahan of one village", library("desa", "A"), library("kelurahan", "B"), ["code"]],
    ["one reading room, called otherwise", library("tbm", "TBM Cahaya"), library("tbm", "Taman Baca Cahaya"), ["name"]],
    ["a slip", library("tbm", "TBM Pelangi"), library("tbm", "TBM Pelanggi"), ["name"]],
    [
      "a reading room that is the village's",
      library("desa", "Perpustakaan Melati"),
      library("tbm", "TBM Melati"),
      ["name"],
    ],
    ["two reading rooms", library("tbm", "TBM Melati"), library("tbm", "TBM Mawar"), []],
    ["two villages", library("desa", "Melati"), library("desa", "Melati", "21.01.10.2002"), []],
    ["an office", library("regency_office", "Dinas", "21.01"), library("regency_office", "Dinas", "21.01"), []],
  ])("%s", (_, a, b, reasons) => {
    expect(whyOneLibrary(a, b)).toEqual(reasons);
    expect(whyOneLibrary(b, a)).toEqual(reasons);
  });
});

const few = <T>(values: T[]) => fc.subarray(values, { maxLength: 2 });
const people = fc.array(
  fc.record({
    name: fc.constantFrom(
      "Siti Aminah",
      "Siti Aminnah",
      "Hj. Siti Aminah",
      "Sti Aminah",
      "iSti Aminah",
      "Budi",
      "Budi Santoso",
      "",
    ),
    phones: few(["+1", "+2", "+3"]),
    classIds: few([1, 2, 3]),
    libraryIds: few([1, 2]),
    placeCodes: few(["a", "b"]),
  }),
  { maxLength: 12 },
);

test("looking for pairs finds exactly those that comparing each with each would find", () => {
  fc.assert(
    fc.property(people, (some) => {
      const all = some.map((one, n) => ({ ...one, id: n + 1 }));
      const each = all.flatMap((a, n) =>
        all.slice(n + 1).map((b) => ({ lowId: a.id, highId: b.id, reasons: whyOnePerson(a, b) })),
      );
      const wanted = each.filter(({ reasons }) => reasons.length > 0);
      const key = ({ lowId, highId }: { lowId: number; highId: number }) => `${lowId} ${highId}`;
      const found = duplicatePeople(all);
      expect(found.map(key).sort()).toEqual(wanted.map(key).sort());
      expect(found.map(({ reasons }) => reasons.length)).toEqual(
        found.map(({ reasons }) => reasons.length).sort((a, b) => b - a),
      );
    }),
  );
});

test("looking for libraries finds exactly those, too", () => {
  const some = fc.array(
    fc.record({
      kind: fc.constantFrom("desa" as const, "kelurahan" as const, "tbm" as const, "regency_office" as const),
      name: fc.constantFrom(
        "TBM Cahaya",
        "Taman Baca Cahaya",
        "Cahayaa",
        "Cahya Ilmu",
        "Perpustakaan Desa",
        "TBM",
        "Pustaka Cahaya",
      ),
      placeCode: fc.constantFrom("a", "b"),
    }),
    { maxLength: 10 },
  );
  fc.assert(
    fc.property(some, (rows) => {
      const all = rows.map((one, n) => ({ ...one, id: n + 1 }));
      const wanted = all.flatMap((a, n) =>
        all
          .slice(n + 1)
          .filter((b) => whyOneLibrary(a, b).length > 0)
          .map((b) => `${a.id} ${b.id}`),
      );
      expect(
        duplicateLibraries(all)
          .map(({ lowId, highId }) => `${lowId} ${highId}`)
          .sort(),
      ).toEqual(wanted.sort());
    }),
  );
});

test("every pair of three libraries of one village is asked about", () => {
  const all = [1, 2, 3].map((id) => ({ ...library("desa", `Pustaka ${id}`), id }));
  expect(duplicateLibraries(all).map(({ lowId, highId }) => [lowId, highId])).toEqual([
    [1, 2],
    [1, 3],
    [2, 3],
  ]);
});

test("ten thousand people are compared in less than the blink of an eye", () => {
  const first = ["Siti", "Muhammad", "Sri", "Ahmad", "Dewi", "Nur", "Hj. Fatimah", "Abdul", "Bambang", "Rina"];
  const all = Array.from({ length: 10_000 }, (_, n) =>
    person(
      `${first[n % 10]} ${first[(n >> 3) % 10]} ${String.fromCharCode(97 + (n % 26), 97 + ((n * 7) % 26), 97 + ((n * 3) % 26))}`,
      {
        ...{ id: n + 1, phones: [`+62${n}`], classIds: [n % 250], libraryIds: [n], placeCodes: [`p${n}`] },
      },
    ),
  );
  const before = performance.now();
  duplicatePeople(all);
  expect(performance.now() - before).toBeLessThan(1000);
});
