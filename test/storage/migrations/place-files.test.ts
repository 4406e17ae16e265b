import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { distance } from "fastest-levenshtein";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPlace, splitPlaceLine } from "../../../src/domain/places/place-line.js";
import { placeVerdict, rankPlaces } from "../../../src/domain/places/place-search.js";
import { PROVINCE_CODES, UnknownProvinceError } from "../../../src/domain/time/zone.js";
import { type PlaceRow, readPlaces } from "../../../src/storage/migrations/place-files.js";

let places: PlaceRow[];
let processorMilliseconds: number;
let placesByCode: Map<string, PlaceRow>;
const byCode = (code: string) => placesByCode.get(code);

beforeAll(async () => {
  const before = process.cpuUsage();
  places = await readPlaces();
  const { user, system } = process.cpuUsage(before);
  processorMilliseconds = (user + system) / 1_000;
  placesByCode = new Map(places.map((place) => [place.code, place]));
});

describe("the place files", () => {
  it("hold 38 provinces, 514 regencies, 7,285 districts and 83,762 villages, each code once", () => {
    const count = (level: string) => places.filter((place) => place.level === level).length;
    expect(["province", "regency", "district", "village"].map(count)).toEqual([38, 514, 7_285, 83_762]);
    expect(new Set(places.map(({ code }) => code)).size).toBe(places.length);
  });

  // The processor's time, not the clock's: other tests run beside this one. About 0.7 s alone.
  it("are read in less than two seconds", () => expect(processorMilliseconds).toBeLessThan(2_000));

  it("hold exactly the provinces that have a zone", () => {
    expect(places.filter(({ level }) => level === "province").map(({ code }) => code)).toEqual(PROVINCE_CODES);
  });

  it("give every place but a province a parent that came before it", () => {
    const seen = new Set<string>();
    for (const { code, level, parentCode } of places) {
      if (level === "province" ? parentCode !== null : !seen.has(parentCode ?? ""))
        expect.fail(`${code} in ${parentCode}`);
      seen.add(code);
    }
  });

  it("hold no code longer than 13 characters and no name longer than 44", () => {
    expect(Math.max(...places.map(({ code }) => code.length))).toBe(13);
    expect(Math.max(...places.map(({ name }) => name.length))).toBe(44);
  });

  it("give everything a name and a search name of plain letters and digits", () => {
    expect(places.filter(({ name, searchName }) => name.trim() === "" || !/^[a-z0-9]+$/.test(searchName))).toEqual([]);
  });

  it("keep the quotes and commas of names", () => {
    expect(byCode("35.18.17.2007")).toMatchObject({ name: 'Ja"an', searchName: "jaan", kind: "desa" });
    expect(byCode("53.07.01.2021")).toMatchObject({ name: "Regapu’u", searchName: "regapuu" });
    expect(byCode("35.29.22")?.name).toBe('Ra"as');
    expect(byCode("12.07.28.1007")).toMatchObject({ name: "Lubuk Pakam I,II", kind: "kelurahan" });
  });

  it("show every regency with its prefix, so all 26 pairs of namesakes differ", () => {
    const regencies = places.filter(({ level }) => level === "regency");
    for (const { name } of regencies) expect(name).toMatch(/^(Kab\.|Kota) /);
    expect(new Set(regencies.map(({ name }) => name)).size).toBe(514);
    const kindsByName = new Map<string, string[]>();
    for (const { searchName, kind } of regencies) {
      kindsByName.set(searchName, [...(kindsByName.get(searchName) ?? []), kind].sort());
    }
    const namesakes = [...kindsByName.values()].filter((kinds) => kinds.length > 1);
    expect(namesakes).toEqual(new Array(26).fill(["kabupaten", "kota"]));
  });

  it("find every regency by the name that is shown", () => {
    const regencies = places.filter(({ level }) => level === "regency");
    for (const regency of regencies) {
      expect(placeVerdict(rankPlaces(regency.name, "regency", regencies, distance))).toEqual({
        kind: "found",
        place: regency,
      });
    }
  });

  it("rank all 83,762 villages within half a second", () => {
    const villages = places.filter(({ level }) => level === "village");
    const before = process.cpuUsage().user;
    const found = rankPlaces("Ds. Suka Maju", "village", villages, distance, 200);
    expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(500);
    expect(found.filter(({ match }) => match === "exact").length).toBeGreaterThan(100);
  });

  it("understand the written-out line of every hundredth village, none as another village, nearly all without asking", () => {
    const children = new Map<string | null, PlaceRow[]>();
    for (const place of places) {
      const siblings = children.get(place.parentCode);
      if (siblings === undefined) children.set(place.parentCode, [place]);
      else siblings.push(place);
    }
    const villages = places.filter(({ level }) => level === "village").filter((_, index) => index % 100 === 0);
    const asked: string[] = [];
    for (const village of villages) {
      const district = byCode(village.parentCode ?? "");
      const regency = byCode(district?.parentCode ?? "");
      const line = `Ds. ${village.name.toUpperCase()} Kec. ${district?.name}, ${regency?.name}`;
      const verdict = findPlace(splitPlaceLine(line), (code) => children.get(code) ?? [], distance);
      if (verdict.kind === "found") expect(verdict.place.code, line).toBe(village.code);
      else asked.push(line);
    }
    expect(asked.length).toBeLessThan(villages.length / 50);
  });
});

describe("place files that are not as expected", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "places-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("stop the start when a province has no zone", async () => {
    await writeFile(join(folder, "provinces.csv"), "code,name\n11,Aceh\n97,Papua Utara\n");
    await expect(readPlaces(folder)).rejects.toThrow(UnknownProvinceError);
    await expect(readPlaces(folder)).rejects.toThrow(/97/);
  });

  it("stop the start when a file has other columns or other codes", async () => {
    await writeFile(join(folder, "provinces.csv"), "kode,nama\n11,Aceh\n");
    await expect(readPlaces(folder)).rejects.toThrow(/no columns/);
    await writeFile(join(folder, "provinces.csv"), "code,name\n11.01,Kabupaten Aceh Selatan\n");
    await expect(readPlaces(folder)).rejects.toThrow(/11\.01, which is no province/);
  });

  it("stop the start when a file is missing", async () => {
    await writeFile(join(folder, "provinces.csv"), "code,name\n11,Aceh\n");
    await expect(readPlaces(folder)).rejects.toThrow(/regencies\.csv/);
  });
});
