import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Area,
  areaAround,
  homeOf,
  partOf,
  partsOf,
  readArea,
  writeArea,
} from "../../../src/domain/overview/area.js";
import { reachWithin } from "../../../src/domain/people/admin-reach.js";
import { liesWithin } from "../../../src/domain/places/place.js";

const code = fc.constantFrom("21", "21.01", "21.72", "63", "63.04");
const area = fc.record({ placeCode: fc.option(code), classId: fc.option(fc.integer({ min: 1, max: 999_999_999 })) });
const reach = fc.array(fc.record({ regionCode: fc.option(code), cohortId: fc.option(fc.constantFrom(1, 2)) }), {
  maxLength: 3,
});

test("an area is read as it was written, and nothing else is one", () => {
  fc.assert(
    fc.property(area, (one) => {
      expect(readArea(writeArea(one))).toEqual(one);
    }),
  );
  for (const text of ["", "2", "211", "21.1", "21.01.01", "c", "cx", "21c", "all21", "c1234567890"]) {
    expect(readArea(text), text).toBeNull();
  }
});

test("each part leads back to the area that it is a part of", () => {
  const nation: Area = { placeCode: null, classId: null };
  const [province, regency] = [partOf(nation, "province", "21"), partOf(nation, "regency", "21.01")];
  expect(partsOf(nation)).toEqual(["province"]);
  expect(partsOf(province)).toEqual(["regency", "class"]);
  expect(partsOf(regency)).toEqual(["class"]);
  expect(areaAround(province)).toEqual(nation);
  expect(areaAround(partOf(province, "regency", "21.01"))).toEqual(province);
  expect(areaAround(partOf(regency, "class", "7"))).toEqual(regency);
  expect(areaAround(partOf(province, "class", "7"))).toEqual(province);
  expect(areaAround(nation)).toBeNull();
  expect(partsOf(partOf(province, "class", "7"))).toEqual([]);
});

test("what of a reach lies within an area is what lies within both, place by place and cohort by cohort", () => {
  const places = ["21.01.10.2001", "21.72.01.1001", "21", "63.04.01.2001", "63", "15.01.01.2001"];
  const holds = (all: { regionCode: string | null; cohortId: number | null }[], place: string, cohort: number) =>
    all.some(
      ({ regionCode, cohortId }) =>
        (regionCode === null || liesWithin(place, regionCode)) && (cohortId === null || cohortId === cohort),
    );
  fc.assert(
    fc.property(reach, area, fc.option(fc.constantFrom(1, 2)), (own, one, cohortId) => {
      const within = reachWithin(own, one.placeCode, cohortId);
      for (const place of places) {
        for (const cohort of [1, 2]) {
          const isAsked =
            (one.placeCode === null || liesWithin(place, one.placeCode)) && (cohortId ?? cohort) === cohort;
          expect(holds(within, place, cohort)).toBe(isAsked && holds(own, place, cohort));
        }
      }
    }),
  );
});

test("somebody begins where their word reaches, and with several regions at the whole", () => {
  expect(homeOf([{ regionCode: "21", cohortId: null }])).toEqual({ placeCode: "21", classId: null });
  expect(
    homeOf([
      { regionCode: "21.01", cohortId: 1 },
      { regionCode: "21.01", cohortId: 2 },
    ]).placeCode,
  ).toBe("21.01");
  expect(
    homeOf([
      { regionCode: "21", cohortId: null },
      { regionCode: "63", cohortId: null },
    ]).placeCode,
  ).toBeNull();
  expect(homeOf([{ regionCode: null, cohortId: null }]).placeCode).toBeNull();
});
