import { describe, expect, it } from "vitest";
import {
  assertEveryProvinceHasAZone,
  PROVINCE_CODES,
  UnknownProvinceError,
  utcOffsetHours,
  ZONES,
  zoneLabel,
  zoneOfProvince,
} from "../../../src/domain/time/zone.js";

// Keeps P08.
describe("zones", () => {
  it("are known for all 38 provinces", () => {
    expect(PROVINCE_CODES).toHaveLength(38);
    expect(new Set(PROVINCE_CODES).size).toBe(38);
    for (const code of PROVINCE_CODES) expect(ZONES).toContain(zoneOfProvince(code));
  });

  it.each([
    ["11", "Asia/Jakarta", "WIB", 7],
    ["35", "Asia/Jakarta", "WIB", 7],
    ["61", "Asia/Pontianak", "WIB", 7],
    ["62", "Asia/Pontianak", "WIB", 7],
    ["51", "Asia/Makassar", "WITA", 8],
    ["63", "Asia/Makassar", "WITA", 8],
    ["76", "Asia/Makassar", "WITA", 8],
    ["81", "Asia/Jayapura", "WIT", 9],
    ["96", "Asia/Jayapura", "WIT", 9],
  ] as const)("put province %s in %s, which people call %s", (code, zone, label, hours) => {
    expect(zoneOfProvince(code)).toBe(zone);
    expect(zoneLabel(zone)).toBe(label);
    expect(utcOffsetHours(zone)).toBe(hours);
  });

  it("count 18 provinces in WIB, 12 in WITA and 8 in WIT", () => {
    const labels = PROVINCE_CODES.map((code) => zoneLabel(zoneOfProvince(code)));
    const count = (label: string) => labels.filter((each) => each === label).length;
    expect([count("WIB"), count("WITA"), count("WIT")]).toEqual([18, 12, 8]);
  });

  it.each(["20", "97", "", "1", "11.01", "toString"])("have no default for the unknown province %j", (code) => {
    expect(() => zoneOfProvince(code)).toThrow(UnknownProvinceError);
  });

  it("name every province that lacks one, so that the start can fail with all of them", () => {
    expect(() => assertEveryProvinceHasAZone(["11", "97", "98"])).toThrow(/97, 98/);
    expect(() => assertEveryProvinceHasAZone(PROVINCE_CODES)).not.toThrow();
  });

  it("agree with the IANA database the whole year", () => {
    for (const zone of ZONES) {
      for (let month = 0; month < 12; month += 1) {
        const instant = new Date(Date.UTC(2026, month, 15, 12));
        const hour = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit" }).format(instant);
        expect(Number(hour)).toBe(12 + utcOffsetHours(zone));
      }
    }
  });
});
