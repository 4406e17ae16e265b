import { distance } from "fastest-levenshtein";
import { describe, expect, it } from "vitest";
import { displayName, kindOf, levelOf, type Place, parentCode } from "../../../src/domain/places/place.js";
import { findPlace, splitPlaceLine } from "../../../src/domain/places/place-line.js";
import { searchNameOf } from "../../../src/domain/places/place-search.js";

const NAMES: Readonly<Record<string, string>> = {
  "32": "Jawa Barat",
  "32.01": "Kabupaten Bogor",
  "32.01.03": "Cibungbulang",
  "32.01.03.2001": "Sukamaju",
  "32.01.03.2002": "Galuga",
  "32.01.29": "Ciomas",
  "32.01.29.2001": "Kota Batu",
  "32.71": "Kota Bogor",
  "32.71.01": "Bogor Selatan",
  "32.71.01.1001": "Batutulis",
  "35": "Jawa Timur",
  "35.06": "Kabupaten Kediri",
  "35.06.11": "Pare",
  "35.06.11.2001": "Sukamaju",
  "35.71": "Kota Kediri",
  "35.71.02": "Kota",
  "35.71.02.1001": "Balowerti",
};

const places: readonly Place[] = Object.entries(NAMES).map(([code, official]) => {
  const level = levelOf(code);
  const searchName = searchNameOf(level, official);
  const kind = kindOf(code, official);
  return { code, level, parentCode: parentCode(code), name: displayName(level, official), kind, searchName };
});
const childrenOf = (code: string | null) => places.filter((place) => place.parentCode === code);
const find = (text: string) => findPlace(splitPlaceLine(text), childrenOf, distance);
const codes = (text: string) => {
  const verdict = find(text);
  if (verdict.kind === "found") return verdict.place.code;
  return verdict.kind === "doubtful" ? verdict.places.map(({ code }) => code) : verdict.kind;
};

describe("a line about a place", () => {
  it.each([
    [
      "Ds. Suka Maju, Kec. Cibungbulang, Kab. Bogor",
      { village: "Ds. Suka Maju", district: "Kec. Cibungbulang", regency: "Kab. Bogor" },
    ],
    [
      "Desa Suka Maju Kec.Cibungbulang Kab.Bogor Prov. Jawa Barat",
      { village: "Desa Suka Maju", district: "Kec.Cibungbulang", regency: "Kab.Bogor", province: "Prov. Jawa Barat" },
    ],
    ["Sukamaju, Cibungbulang, Bogor", { village: "Sukamaju", district: "Cibungbulang", regency: "Bogor" }],
    ["Kel. Batutulis, Kota Bogor", { village: "Kel. Batutulis", regency: "Kota Bogor" }],
    ["Kota Batu, Kec. Ciomas", { village: "Kota Batu", district: "Kec. Ciomas" }],
    ["Kec. Pare, Kediri, Jawa Timur", { district: "Kec. Pare", regency: "Kediri", province: "Jawa Timur" }],
    ["Balowerti, Kec. Kota, Kota Kediri", { village: "Balowerti", district: "Kec. Kota", regency: "Kota Kediri" }],
    ["Balowerti, Kota, Kota Kediri", { village: "Balowerti", district: "Kota", regency: "Kota Kediri" }],
    ["Kelungu, Kota Agung, Kab. Tanggamus", { village: "Kelungu", district: "Kota Agung", regency: "Kab. Tanggamus" }],
    ["Kemantren, Sumber, Kab. Cirebon", { village: "Kemantren", district: "Sumber", regency: "Kab. Cirebon" }],
    ["Kab. Bogor", { regency: "Kab. Bogor" }],
    ["Kota Kediri", { regency: "Kota Kediri" }],
    [" , ;", {}],
  ])("%j is taken apart by level", (text, line) => expect(splitPlaceLine(text)).toEqual(line));

  it.each([
    ["Ds. Suka Maju, Kec. Cibungbulang, Kab. Bogor", "32.01.03.2001"],
    ["SUKA MAJU, CIBUNGBULANG, BOGOR", "32.01.03.2001"],
    ["Sukamaju, Pare, Kediri", "35.06.11.2001"],
    ["Desa Sukamaju, Prov. Jatim", "35.06.11.2001"],
    ["Kota Batu, Kec. Ciomas, Bogor", "32.01.29.2001"],
    ["Balowerti, Kec. Kota, Kota Kediri", "35.71.02.1001"],
    ["Batutulis", "32.71.01.1001"],
    ["Kab. Bogor", "32.01"],
  ])("%j is one place", (text, code) => expect(codes(text)).toBe(code));

  it("with a namesake is a question", () => {
    expect(codes("Sukamaju")).toEqual(["32.01.03.2001", "35.06.11.2001"]);
    expect(codes("Kec. Pare, Kediri, Jawa Timur")).toBe("35.06.11");
  });

  it("with a slip at any level is a question, even when only one place is left", () => {
    expect(codes("Ds. Sukamju, Kec. Cibungbulang, Kab. Bogor")).toEqual(["32.01.03.2001"]);
    expect(codes("Ds. Sukamaju, Kec. Cibungbulan, Kab. Bogor")).toEqual(["32.01.03.2001"]);
  });

  it("with a place that is not there says which level is not understood", () => {
    expect(find("Ds. Rejosari, Kec. Pare, Kab. Kediri")).toEqual({
      kind: "unknown",
      level: "village",
      text: "Ds. Rejosari",
    });
    expect(find("Ds. Sukamaju, Kec. Ciomas, Kab. Kediri")).toMatchObject({ kind: "unknown", level: "district" });
  });

  it("that is empty names nothing", () => expect(find("  ")).toEqual({ kind: "empty" }));
});
