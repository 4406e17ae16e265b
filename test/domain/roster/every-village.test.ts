// Every village of Indonesia, written as offices write: it is found, or it is among those to choose from, and never another one.
import { beforeAll, describe, expect, it } from "vitest";
import type { Place } from "../../../src/domain/places/place.js";
import { normaliseName } from "../../../src/domain/places/place-search.js";
import { locateRow } from "../../../src/domain/roster/places/locate-row.js";
import type { PlaceNames } from "../../../src/domain/roster/places/place-names.js";
import { readWrittenPlaces } from "../../../src/domain/roster/places/read-written-place.js";
import type { RosterLine } from "../../../src/domain/roster/roster-line.js";
import { runs } from "../../support/runs.js";
import { everyPlace, everyPlaceName } from "../../support/world/spellings/place-names.js";
import { rosterLine } from "../../support/world/spellings/roster-lines.js";
import { VILLAGE_SPELLINGS, wholeNameOf } from "../../support/world/spellings/village-spellings.js";

/** Reading ninety thousand places and finding as many takes seconds, and minutes on a machine that is busy otherwise. */
const PATIENCE = 120_000;

/** All of them in the long tests. */
const EVERY_NTH = runs("EVERY_NTH_VILLAGE", { quick: 7, long: 1 });

let names: PlaceNames;
let villages: readonly Place[];
beforeAll(async () => {
  names = await everyPlaceName();
  villages = (await everyPlace()).filter(({ level }) => level === "village");
}, PATIENCE);

const wholeOf = (village: Place) => wholeNameOf(village, names.find);

function locate(said: Partial<RosterLine>) {
  const written = readWrittenPlaces(names, rosterLine(said), "silent", "village");
  return locateRow(names, { kind: "none" }, written, "village", "none");
}

describe("every village", () => {
  it(
    "in one spelling or another is found, or is among those to choose from",
    () => {
      const spellings = Object.values(VILLAGE_SPELLINGS);
      const [wrong, lost]: string[][] = [[], []];
      let found = 0;
      for (let n = 0; n < villages.length; n += EVERY_NTH) {
        const village = villages[n]!;
        const said = spellings[n % spellings.length]!(wholeOf(village));
        const { place, candidates } = locate(said);
        if (place === village) found += 1;
        else if (place !== null)
          wrong?.push(`${JSON.stringify(said)} was taken for ${place.code}, not ${village.code}`);
        else if (!candidates.includes(village)) lost?.push(JSON.stringify(said));
      }
      expect({ wrong, lost }).toEqual({ wrong: [], lost: [] });
      expect(villages.length).toBe(83_762);
      // Without the kecamatan five thousand have a namesake in their kabupaten, which is asked and not guessed.
      expect((found * EVERY_NTH) / villages.length).toBeGreaterThan(0.985);
    },
    PATIENCE,
  );

  it(
    "with a slip of one letter is never taken for another",
    () => {
      const [wrong, lost]: string[][] = [[], []];
      for (let n = 0; n < villages.length; n += 17) {
        const village = villages[n]!;
        const whole = wholeOf(village);
        const slip = slipIn(whole.village, n);
        const neighbours = villagesIn(village.parentCode ?? "");
        // "Lakea II" with a letter less is another village's name, and nobody can know.
        if (slip.length < 3 || neighbours.has(normaliseName(slip))) continue;
        const { place, candidates } = locate({ village: slip, kecamatan: whole.district, kabupaten: whole.regency });
        if (place !== null && place !== village) wrong?.push(`${slip} was taken for ${place.code} ${place.name}`);
        if (place === null && !candidates.includes(village)) lost?.push(`${slip}: ${village.code} ${village.name}`);
      }
      expect(wrong).toEqual([]);
      expect(lost).toEqual([]);
    },
    PATIENCE,
  );

  it("that is not there is not taken, wherever it is said to be", () => {
    const taken: string[] = [];
    let unknown = 0;
    for (const [n, name] of namesOfNobody().entries()) {
      const { district, regency, province } = wholeOf(villages[(n * 83) % villages.length]!);
      const { place, reasons } = locate({ village: name, kecamatan: district, kabupaten: regency, province });
      if (place !== null) taken.push(`${name} was taken for ${place.code} ${place.name}`);
      if (reasons.includes("unknown-place")) unknown += 1;
    }
    expect(taken).toEqual([]);
    // A few are like a village that is there, which is then offered.
    expect(unknown).toBeGreaterThan(900);
  });
});

const searchNames = new Map<string, Set<string>>();

function villagesIn(district: string): ReadonlySet<string> {
  if (searchNames.size === 0) {
    for (const { parentCode, searchName } of villages) {
      const known = searchNames.get(parentCode ?? "") ?? new Set();
      searchNames.set(parentCode ?? "", known.add(searchName));
    }
  }
  return searchNames.get(district) ?? new Set();
}

/** A letter left out, doubled, exchanged with its neighbour, or another one. */
function slipIn(name: string, n: number): string {
  const at = 1 + (n % Math.max(1, name.length - 2));
  const [before, letter = "", after] = [name.slice(0, at), name[at], name.slice(at + 1)];
  const slips = [
    `${before}${after}`,
    `${before}${letter}${letter}${after}`,
    `${before}${after.slice(0, 1)}${letter}${after.slice(1)}`,
    `${before}${letter === "k" ? "g" : "k"}${after}`,
  ];
  return slips[n % slips.length] ?? name;
}

/** 990 names as villages have them, of which no village has one. */
function namesOfNobody(): readonly string[] {
  const first =
    "Bungkara Telamping Sirawendo Wonoklesari Tarumbaya Lembahyang Cintakarsa Mandalukita Pasirwening".split(" ");
  const second =
    "Pustaka Angkasa Gemilang Purnawira Cakrabuana Sentosajati Bimasakti Nusantari Wicaksana Adhyaksa".split(" ");
  const third = ["", " I", " II", " Timur", " Barat", " Utara", " Selatan", " Hilir", " Hulu", " Tengah", " Baru"];
  const all = first.flatMap((a) => second.flatMap((b) => third.map((c) => `${a} ${b}${c}`)));
  expect(all.filter((name) => names.called("village", name).length > 0)).toEqual([]);
  expect(all).toHaveLength(990);
  return all;
}
