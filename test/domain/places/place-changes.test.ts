// What becomes of places, on the real difference of two editions of the place data.
import { distance } from "fastest-levenshtein";
import { beforeAll, describe, expect, test } from "vitest";
import { comparePlaces, dividedPlaces, type PlaceChanges } from "../../../src/domain/places/place-changes.js";
import { readPlaces } from "../../../src/storage/migrations/place-files.js";
import { previousEdition } from "../../support/world/previous-edition.js";

// Keeps O13.
describe("between two editions of the place data", () => {
  let changes: PlaceChanges;
  beforeAll(async () => {
    const now = await readPlaces();
    changes = comparePlaces(previousEdition(now), now, distance);
  });
  const movedFrom = (code: string) => changes.moved.find(({ from }) => from === code);

  test("every place is still there, has another name or code, or is said to be gone: none is forgotten", async () => {
    const now = await readPlaces();
    const codes = new Map(now.map(({ code, searchName }) => [code, searchName]));
    const told = new Set([
      ...changes.renamed.map(({ code }) => code),
      ...changes.moved.map(({ from }) => from),
      ...changes.gone.map(({ code }) => code),
    ]);
    const silent = previousEdition(now).filter(
      ({ code, searchName }) => codes.get(code) !== searchName && !told.has(code),
    );
    expect(silent).toEqual([]);
    expect(changes.moved).toHaveLength(126);
    expect(changes.renamed).toHaveLength(187);
    expect(changes.gone.map(({ code }) => code)).toEqual([
      "74.02.36.1009",
      "74.07.07.1011",
      "81.05.02.2046",
      "81.05.02.2047",
      "93.02.03.2004",
    ]);
  });

  test("a village of a divided district has a successor there, also where it is written otherwise", () => {
    expect(movedFrom("72.01.09.2015")).toEqual({
      ...{ from: "72.01.09.2015", to: "72.01.24.2001", before: "Tolisu", now: "Tolisu", isFree: true },
    });
    expect(movedFrom("72.01.09.2012")).toMatchObject({ to: "72.01.24.2007", before: "Tohiti Sari", now: "Tohitisari" });
    expect(movedFrom("81.05.02.2048")).toMatchObject({ to: "81.05.16.2004", now: "Kwamor Besar Ena" });
    expect(dividedPlaces(changes).slice(0, 2)).toEqual([
      { from: "92.02.03", into: "92.02.32", villages: 12 },
      { from: "72.01.09", into: "72.01.24", villages: 10 },
    ]);
  });

  test("two of nearly the same name are not taken for each other", () => {
    expect(movedFrom("81.05.02.2046")).toBeUndefined();
    expect(changes.added.map(({ code }) => code)).toContain("81.05.16.2002");
  });

  test("a code that was handed on to the neighbour is not kept by who had it", () => {
    expect(movedFrom("96.01.05.1007")).toMatchObject({ to: "96.01.05.1008", before: "Klabinain", isFree: false });
    expect(movedFrom("96.01.05.1008")).toMatchObject({ to: "96.01.05.1009", before: "Malasom", isFree: false });
    expect(movedFrom("96.03.05")).toMatchObject({ to: "96.03.23" });
    expect(movedFrom("96.03.23")).toMatchObject({ to: "96.03.05" });
  });

  test("where two could be it nobody is chosen", () => {
    for (const code of ["74.02.36.1009", "74.07.07.1011"]) expect(movedFrom(code)).toBeUndefined();
  });

  test("the same edition changes nothing", async () => {
    const now = await readPlaces();
    expect(comparePlaces(now, now, distance)).toEqual({ renamed: [], moved: [], gone: [], added: [] });
  });
});

test("what lies in a region with a code of its own by now is looked for there", () => {
  const place = (code: string, name: string) => ({
    code,
    level: ({ 2: "province", 5: "regency", 8: "district", 13: "village" } as const)[code.length as 2]!,
    name,
    searchName: name.toLowerCase(),
  });
  const before = [
    ...[place("91", "Papua"), place("91.03", "Merauke"), place("91.03.01", "Kimaam"), place("91.03.01.2001", "Deka")],
    place("91.04", "Biak"),
  ];
  const now = [
    ...[place("91", "Papua"), place("91.04", "Biak"), place("93", "Papua Selatan"), place("93.01", "Merauke")],
    ...[place("93.01.01", "Kimaam"), place("93.01.01.2001", "Deka"), place("93.01.01.2002", "Dekai")],
  ];
  const { moved, gone, added } = comparePlaces(before, now, distance);
  expect(moved.map(({ from, to }) => [from, to])).toEqual([
    ["91.03", "93.01"],
    ["91.03.01", "93.01.01"],
    ["91.03.01.2001", "93.01.01.2001"],
  ]);
  expect(gone).toEqual([]);
  expect(added.map(({ code }) => code)).toEqual(["93", "93.01.01.2002"]);
});
