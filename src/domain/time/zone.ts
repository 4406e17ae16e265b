/** In which of Indonesia's time zones a province lies. The one place in the program where that is decided. */

export type Zone = "Asia/Jakarta" | "Asia/Pontianak" | "Asia/Makassar" | "Asia/Jayapura";
export type ZoneLabel = "WIB" | "WITA" | "WIT";

/** A province that no zone is known for: a fault in our data or our table, never something to guess around. */
export class UnknownProvinceError extends Error {
  override readonly name = "UnknownProvinceError";
  constructor(readonly provinceCodes: readonly string[]) {
    super(`No time zone is known for province ${provinceCodes.join(", ")}; add it to src/domain/time/zone.ts.`);
  }
}

/**
 * Kemendagri codes by zone (Kepmendagri 300.2.2-2138/2025; zones by Keppres 41/1987). Western and Central Kalimantan keep
 * WIB like Java but are a zone of their own in the IANA database, because their past differs.
 */
const PROVINCES_BY_ZONE: Readonly<Record<Zone, readonly string[]>> = {
  "Asia/Jakarta": "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36".split(" "),
  "Asia/Pontianak": ["61", "62"],
  "Asia/Makassar": "51 52 53 63 64 65 71 72 73 74 75 76".split(" "),
  "Asia/Jayapura": "81 82 91 92 93 94 95 96".split(" "),
};

const CLOCK: Readonly<Record<Zone, { readonly label: ZoneLabel; readonly utcOffsetHours: 7 | 8 | 9 }>> = {
  "Asia/Jakarta": { label: "WIB", utcOffsetHours: 7 },
  "Asia/Pontianak": { label: "WIB", utcOffsetHours: 7 },
  "Asia/Makassar": { label: "WITA", utcOffsetHours: 8 },
  "Asia/Jayapura": { label: "WIT", utcOffsetHours: 9 },
};

export const ZONES = Object.keys(CLOCK) as readonly Zone[];

const ZONE_OF_PROVINCE: ReadonlyMap<string, Zone> = new Map(
  ZONES.flatMap((zone) => PROVINCES_BY_ZONE[zone].map((code) => [code, zone] as const)),
);

/** The two-digit Kemendagri codes of all 38 provinces, ascending. */
export const PROVINCE_CODES: readonly string[] = [...ZONE_OF_PROVINCE.keys()].sort();

/** @throws UnknownProvinceError for a code that is not in the table: a wrong hour is worse than no start. */
export function zoneOfProvince(provinceCode: string): Zone {
  const zone = ZONE_OF_PROVINCE.get(provinceCode);
  if (zone === undefined) throw new UnknownProvinceError([provinceCode]);
  return zone;
}

/** What people call the zone; stands behind every clock time that is shown to anyone. */
export function zoneLabel(zone: Zone): ZoneLabel {
  return CLOCK[zone].label;
}

/** Each once: two zones of the database are one to people. */
export function zoneLabels(zones: readonly Zone[]): ZoneLabel[] {
  return [...new Set(zones.map(zoneLabel))];
}

/** Hours ahead of UTC, all the year: Indonesia has no daylight saving. */
export function utcOffsetHours(zone: Zone): 7 | 8 | 9 {
  return CLOCK[zone].utcOffsetHours;
}

/** Called at start with the provinces of the place data. @throws UnknownProvinceError naming every province without a zone. */
export function assertEveryProvinceHasAZone(codes: readonly string[]): void {
  const unknown = codes.filter((code) => !ZONE_OF_PROVINCE.has(code));
  if (unknown.length > 0) throw new UnknownProvinceError(unknown);
}
