import fc from "fast-check";
import { distance } from "fastest-levenshtein";
import { describe, expect, test } from "vitest";
import type { Place } from "../../../src/domain/places/place.js";
import { createPlaceIndex } from "../../../src/domain/roster/places/place-index.js";

const village = (code: string, searchName: string) =>
  ({ code, searchName, name: searchName, level: "village" }) as Place;

/** Few letters, so that names often are near to each other. */
const name = fc.string({ unit: fc.constantFrom(..."abcdz'"), minLength: 1, maxLength: 9 });
const code = fc.tuple(fc.integer({ min: 11, max: 13 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 9 }));

describe("places that could be meant by a typed name", () => {
  test("hold every one within so many slips in the region, and with parts every one that holds the name", () => {
    const worlds = fc.array(fc.tuple(code, name), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(worlds, name, fc.integer({ min: 0, max: 3 }), fc.boolean(), (made, typed, slips, parts) => {
        const places = made.map(([[a, b, c], called], n) => village(`${a}.0${b}.0${c}.${2000 + n}`, called));
        const index = createPlaceIndex(places);
        for (const regions of [null, ["12"], ["11.01", "13.03"]]) {
          const inside = places.filter((one) => regions?.some((region) => one.code.startsWith(`${region}.`)) ?? true);
          const meant = inside.filter(
            ({ searchName }) => distance(searchName, typed) <= slips || (parts && searchName.includes(typed)),
          );
          const found = index.nearby("village", regions, [typed], { slips: () => slips, parts });
          expect(found).toEqual(expect.arrayContaining(meant));
          expect(inside).toEqual(expect.arrayContaining(found));
          expect(new Set(found).size).toBe(found.length);
        }
      }),
    );
  });

  test("leave out what shares too few letters, or is too long, so that few are compared", () => {
    const places = [
      village("11.01.01.2001", "sukamaju"),
      village("11.01.01.2002", "bengkulu"),
      village("11.01.01.2003", "suka"),
    ];
    const near = createPlaceIndex(places).nearby("village", null, ["sukamaja"], { slips: () => 1, parts: false });
    expect(near.map(({ searchName }) => searchName)).toEqual(["sukamaju"]);
  });
});
