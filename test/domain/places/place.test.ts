import { describe, expect, it } from "vitest";
import {
  compareByName,
  displayName,
  isPlaceCode,
  kindOf,
  levelOf,
  liesWithin,
  parentCode,
  provinceCodeOf,
  villageKind,
} from "../../../src/domain/places/place.js";

describe("a place's code", () => {
  it.each([
    ["35", "province", null],
    ["35.18", "regency", "35"],
    ["35.18.17", "district", "35.18"],
    ["35.18.17.2007", "village", "35.18.17"],
  ] as const)("%s is a %s in %s", (code, level, parent) => {
    expect(levelOf(code)).toBe(level);
    expect(parentCode(code)).toBe(parent);
    expect(provinceCodeOf(code)).toBe("35");
  });

  it.each([
    "",
    "3",
    "351",
    "35.",
    "35.1",
    "35.18.17.",
    "35.18.17.207",
    "35.18.17.4001",
    "3518172007",
    "35.18.17.2007.1",
  ])("is not %j", (text) => {
    expect(isPlaceCode(text)).toBe(false);
    expect(() => levelOf(text)).toThrow(RangeError);
  });

  it("tells a kelurahan, a desa and the rest apart", () => {
    expect(villageKind("33.19.01.1001")).toBe("kelurahan");
    expect(villageKind("33.19.01.2001")).toBe("desa");
    expect(villageKind("33.19.01.3001")).toBe("other");
    expect(() => villageKind("33.19.01")).toThrow(RangeError);
  });

  it("lies within its own region and those above, not within one that merely begins alike", () => {
    expect(liesWithin("35.18.17.2007", "35")).toBe(true);
    expect(liesWithin("35.18", "35.18")).toBe(true);
    expect(liesWithin("35.18", "3")).toBe(false);
    expect(liesWithin("35", "35.18")).toBe(false);
    expect(liesWithin("15.01", "14")).toBe(false);
  });
});

describe("a place's name", () => {
  it.each([
    ["regency", "Kabupaten Kudus", "Kab. Kudus"],
    ["regency", "Kota Kediri", "Kota Kediri"],
    ["regency", "Kabupaten Administrasi Kepulauan Seribu", "Kab. Adm. Kepulauan Seribu"],
    ["regency", "Kota Administrasi Jakarta Pusat", "Kota Adm. Jakarta Pusat"],
    ["province", "Daerah Khusus Ibukota Jakarta", "DKI Jakarta"],
    ["province", "Daerah Istimewa Yogyakarta", "DI Yogyakarta"],
    ["village", 'Ja"an', 'Ja"an'],
    ["village", "RD. PJKA", "RD. PJKA"],
    ["village", "lamuk", "Lamuk"],
    ["village", "Kota Batu", "Kota Batu"],
  ] as const)("of a %s, %s, is shown as %s", (level, official, shown) =>
    expect(displayName(level, official)).toBe(shown),
  );

  it("says of a regency whether it is a kabupaten or a kota, and of nothing else is it guessed", () => {
    expect(kindOf("35.06", "Kabupaten Kediri")).toBe("kabupaten");
    expect(kindOf("35.06", "Kab. Kediri")).toBe("kabupaten");
    expect(kindOf("35.71", "Kota Kediri")).toBe("kota");
    expect(kindOf("35.06.01", "Kota")).toBe("kecamatan");
    expect(() => kindOf("35.06", "Kediri")).toThrow(RangeError);
  });

  it("is in order regardless of prefix and capitals, with numbers by value and equal names by code", () => {
    const names = [
      ["35.71", "Kota Kediri"],
      ["35.06", "Kab. Kediri"],
      ["35.72", "Kota Blitar"],
      ["35.09", "Kab. Jember"],
    ].map(([code, name]) => ({ code: code!, name: name! }));
    expect(names.sort(compareByName).map(({ name }) => name)).toEqual([
      "Kota Blitar",
      "Kab. Jember",
      "Kab. Kediri",
      "Kota Kediri",
    ]);
    const villages = [
      { code: "12.07.32.2011", name: "Ramunia 10" },
      { code: "12.07.32.2012", name: "ramunia 2" },
      { code: "12.07.32.2014", name: "Sukamaju" },
      { code: "12.07.32.2013", name: "Sukamaju" },
    ];
    expect(villages.sort(compareByName).map(({ code }) => code.slice(-4))).toEqual(["2012", "2011", "2013", "2014"]);
  });
});
