// English names of places are understood wherever a place is typed; Indonesian ones as before.
import { distance } from "fastest-levenshtein";
import { expect, test } from "vitest";
import { provinceFinder } from "../../../src/domain/office-workbook/find-province.js";
import { englishReadingsOf } from "../../../src/domain/places/english-names.js";
import { placeVerdict, rankPlaces } from "../../../src/domain/places/place-search.js";
import { everyPlace } from "../../support/world/spellings/place-names.js";

const places = await everyPlace();
const findProvince = provinceFinder(places, distance);

test.each([
  ["Aceh Province", "11"],
  ["North Sumatra", "12"],
  ["West Sumatra Province", "13"],
  ["Province of Riau", "14"],
  ["South Sumatra", "16"],
  ["Bangka Belitung Islands", "19"],
  ["the Bangka-Belitung Islands", "19"],
  ["Riau Islands", "21"],
  ["Riau Islands Province", "21"],
  ["riau island", "21"],
  ["Special Capital Region of Jakarta", "31"],
  ["Jakarta Special Capital Region", "31"],
  ["Jakarta Capital Region", "31"],
  ["West Java", "32"],
  ["Central Java", "33"],
  ["Special Region of Yogyakarta", "34"],
  ["Yogyakarta Special Region", "34"],
  ["EAST JAVA", "35"],
  ["West Nusa Tenggara", "52"],
  ["East Nusa Tenggara", "53"],
  ["West Kalimantan", "61"],
  ["Central Kalimantan", "62"],
  ["South Kalimantan", "63"],
  ["East Kalimantan", "64"],
  ["North Kalimantan", "65"],
  ["North Sulawesi", "71"],
  ["Central Sulawesi", "72"],
  ["South Sulawesi", "73"],
  ["Southeast Sulawesi", "74"],
  ["South-East Sulawesi", "74"],
  ["West Sulawesi", "76"],
  ["The Moluccas", "81"],
  ["North Maluku", "82"],
  ["West Papua", "92"],
  ["South Papua", "93"],
  ["Central Papua", "94"],
  ["Highland Papua", "95"],
  ["Papua Highlands", "95"],
  ["Southwest Papua", "96"],
])("%j is the province %s", (typed, code) => expect(findProvince(typed)).toBe(code));

const regencies = places.filter(({ level }) => level === "regency");
test.each([
  ["South Tangerang", "36.74"],
  ["West Bandung Regency", "32.17"],
  ["Bandung City", "32.73"],
  ["City of Bandung", "32.73"],
  ["Bandung Regency", "32.04"],
  ["Central Lombok", "52.02"],
  ["Thousand Islands", "31.01"],
  ["Central Jakarta", "31.71"],
])("%j is the regency %s", (typed, code) => {
  const verdict = placeVerdict(rankPlaces(typed, "regency", regencies, distance));
  expect(verdict.kind === "found" ? verdict.place.code : verdict).toBe(code);
});

test.each([
  "Jawa Barat",
  "Kepulauan Riau",
  "Papua Barat Daya",
  "Nusa Tenggara Timur",
  "Kota Batu",
  "Desa Baru",
  "Pulau Tiga",
])("%j is no English", (typed) => expect(englishReadingsOf(typed.toLowerCase())).toEqual([]));

test("no official name reads as another place by being taken for English", () => {
  for (const level of ["province", "regency", "district"] as const) {
    for (const { name } of places.filter((one) => one.level === level)) {
      expect([name, englishReadingsOf(name.toLowerCase())]).toEqual([name, []]);
    }
  }
});
