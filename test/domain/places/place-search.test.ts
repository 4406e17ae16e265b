import { distance } from "fastest-levenshtein";
import { describe, expect, it } from "vitest";
import { displayName, kindOf, levelOf, type PlaceLevel } from "../../../src/domain/places/place.js";
import {
  LOWEST_SCORE,
  normaliseName,
  placeVerdict,
  rankPlaces,
  searchNameOf,
} from "../../../src/domain/places/place-search.js";

const place = (code: string, officialName: string) => {
  const level = levelOf(code);
  const searchName = searchNameOf(level, officialName);
  return { code, name: displayName(level, officialName), kind: kindOf(code, officialName), searchName };
};

const villages = [
  place("32.01.01.2001", "Sukamaju"),
  place("32.01.01.2002", "Sukamakmur"),
  place("32.01.01.2003", "Sukajadi"),
  place("32.01.01.2004", "Karang Sukamaju"),
  place("32.01.01.2005", "Desa Baru"),
  place("32.01.01.2006", "Baru"),
  place("32.01.01.2007", "Tanjung Karang"),
  place("32.01.01.2008", 'Ja"an'),
  place("32.01.01.2009", "Sihare'o III"),
  place("32.01.01.2010", "Kelurahan"),
];

const regencies = [
  place("35.06", "Kabupaten Kediri"),
  place("35.71", "Kota Kediri"),
  place("33.19", "Kabupaten Kudus"),
  place("63.02", "Kabupaten Kotabaru"),
  place("31.71", "Kota Administrasi Jakarta Pusat"),
];

const provinces = [
  place("31", "Daerah Khusus Ibukota Jakarta"),
  place("33", "Jawa Tengah"),
  place("34", "Daerah Istimewa Yogyakarta"),
  place("35", "Jawa Timur"),
];

const PLACES: Partial<Record<PlaceLevel, typeof villages>> = {
  village: villages,
  regency: regencies,
  province: provinces,
};

const ranked = (typed: string, level: PlaceLevel = "village") =>
  rankPlaces(typed, level, PLACES[level] ?? [], distance);
const names = (typed: string, level: PlaceLevel = "village") => ranked(typed, level).map((each) => each.place.name);
const verdict = (typed: string, level: PlaceLevel = "village") => {
  const found = placeVerdict(ranked(typed, level));
  return found.kind === "found" ? found.place.name : found.kind;
};

describe("a normalised name", () => {
  it.each([
    ["Suka Maju", "sukamaju"],
    ["SUKA-MAJU", "sukamaju"],
    ['Ja"an', "jaan"],
    ["Ja’an", "jaan"],
    ["Ja'an", "jaan"],
    ["Désa Bàru", "desabaru"],
    ["Sihare'o 3", "sihareoiii"],
    ["Sihare'o III", "sihareoiii"],
    ["Blok 15", "blokxv"],
    ["Tumpok 40", "tumpok40"],
    ["  Lalai I/II ", "lalaiiii"],
  ])("of %j is %s", (text, name) => expect(normaliseName(text)).toBe(name));
});

describe("searching places", () => {
  it.each([
    "Sukamaju",
    "suka maju",
    "SUKA-MAJU",
    "Ds. Suka Maju",
    "ds.sukamaju",
    "Desa Sukamaju",
    "Kel. Sukamaju",
    "kelurahan suka maju",
  ])("takes %j for Sukamaju", (typed) => expect(verdict(typed)).toBe("Sukamaju"));

  it("offers Sukamaju for the slip sukamju, but does not take it unasked", () => {
    expect(names("sukamju")[0]).toBe("Sukamaju");
    expect(verdict("sukamju")).toBe("doubtful");
  });

  it("ranks the same name before a beginning, a beginning before a part, a part before a likeness", () => {
    const matches = ranked("Sukamaju");
    expect(matches.map(({ match }) => match)).toEqual(["exact", "contains"]);
    expect(ranked("Suka").map(({ match }) => match)).toEqual(["prefix", "prefix", "prefix", "contains"]);
    expect(ranked("sukajay").map(({ match }) => match)).toEqual(["similar"]);
    expect([...matches].sort((a, b) => b.score - a.score)).toEqual(matches);
  });

  it("doubts Desa Baru where there is a village Baru too, and prefers the name as typed", () => {
    expect(names("Desa Baru")[0]).toBe("Desa Baru");
    expect(verdict("Desa Baru")).toBe("doubtful");
    expect(verdict("Ds. Baru")).toBe("Baru");
  });

  it("finds a village that is called like the word for its kind", () => {
    expect(verdict("Kelurahan")).toBe("Kelurahan");
  });

  it.each([
    ["Tj. Karang", "Tanjung Karang"],
    ["tj karang", "Tanjung Karang"],
    ["Ds. Tj. Karang", "Tanjung Karang"],
    ["jaan", 'Ja"an'],
    ["Ja’an", 'Ja"an'],
    ["Siharo III", "doubtful"],
    ["Sihareo 3", "Sihare'o III"],
  ])("understands %j as %s", (typed, name) => expect(verdict(typed)).toBe(name));

  it.each(["Sumber Rejo", "xyz", "", "  ", "Ds.", "?!"])("makes no guess at %j", (typed) => {
    expect(ranked(typed)).toEqual([]);
    expect(verdict(typed)).toBe("unknown");
  });

  it("offers nothing below the lowest score", () => {
    for (const typed of ["su", "kara", "jaan", "barru", "sukamku", "tanjung karnag", "sihare", "sukarami"]) {
      for (const { score } of ranked(typed)) expect(score).toBeGreaterThanOrEqual(LOWEST_SCORE);
    }
  });

  it("keeps to the number that was asked for", () => {
    expect(rankPlaces("suka", "village", villages, distance, 2)).toHaveLength(2);
  });

  it.each([
    ["Kota Kediri", "Kota Kediri"],
    ["Kab. Kediri", "Kab. Kediri"],
    ["kabupaten kediri", "Kab. Kediri"],
    ["Kotamadya Kediri", "Kota Kediri"],
    ["Kediri", "doubtful"],
    ["Kudus", "Kab. Kudus"],
    ["Kota Kudus", "doubtful"],
    ["Kota Baru", "Kab. Kotabaru"],
    ["Kab. Kota Baru", "Kab. Kotabaru"],
    ["Kota Adm. Jakarta Pusat", "Kota Adm. Jakarta Pusat"],
    ["Jakarta Pusat", "Kota Adm. Jakarta Pusat"],
  ])("understands the regency %j as %s", (typed, name) => expect(verdict(typed, "regency")).toBe(name));

  it("offers both namesakes for Kediri, and nothing else", () => {
    expect(placeVerdict(ranked("Kediri", "regency"))).toMatchObject({
      kind: "doubtful",
      places: [{ name: "Kab. Kediri" }, { name: "Kota Kediri" }],
    });
  });

  it.each([
    ["Jateng", "Jawa Tengah"],
    ["Prov. Jawa Timur", "Jawa Timur"],
    ["DKI Jakarta", "DKI Jakarta"],
    ["Jakarta", "DKI Jakarta"],
    ["D.I. Yogyakarta", "DI Yogyakarta"],
    ["DIY", "DI Yogyakarta"],
    ["Jogja", "DI Yogyakarta"],
    ["Jawa", "doubtful"],
  ])("understands the province %j as %s", (typed, name) => expect(verdict(typed, "province")).toBe(name));
});
