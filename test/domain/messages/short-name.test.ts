// Names that differ at their end are told apart where there is little room.
import { expect, test } from "vitest";
import { shortName } from "../../../src/domain/messages/short-name.js";
import { readPlaces } from "../../../src/storage/migrations/place-files.js";

test.each([
  ["Kab. Tanjung Jabung Barat", 20, "Kab. Tanjung… Barat"],
  ["Kab. Tanjung Jabung Timur", 16, "Kab. Tanj… Timur"],
  ["Bimtek SPP-TIK Jambi 3", 16, "Bimtek… Jambi 3"],
  ["Kepulauan Bangka Belitung", 16, "Kepula… Belitung"],
  ["Papua Barat Daya", 16, "Papua Barat Daya"],
  ["Kab. Pangkajenekepulauan", 12, "Kab. Pangka…"],
  ["Perpustakaannyamas", 10, "Perpustak…"],
])("“%s” in %i letters", (name, longest, short) => {
  expect(shortName(name, longest)).toBe(short);
  expect([...shortName(name, longest)].length).toBeLessThanOrEqual(longest);
});

// Keeps A17.
test("no two provinces, and no two regencies of one province, are called alike in the width of the overview", async () => {
  const places = await readPlaces();
  const alike: string[] = [];
  for (const level of ["province", "regency"]) {
    const seen = new Map<string, string>();
    for (const { code, name, level: its } of places) {
      if (its !== level) continue;
      const key = `${level === "province" ? "" : code.slice(0, 2)} ${shortName(name, 16)}`;
      const other = seen.get(key);
      if (other !== undefined && other !== name) alike.push(`${other} = ${name}`);
      seen.set(key, name);
    }
  }
  expect(alike).toEqual([]);
});
