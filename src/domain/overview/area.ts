// What an overview is about: the whole country, a province, a regency, or the people of a class, of one regency or of all.
import { type Reach, reachCovers } from "../people/admin-reach.js";
import { isProvinceCode } from "../places/place.js";
import { type Zone, zoneOfProvince } from "../time/zone.js";

export interface Area {
  /** Of a province or a regency; null: the whole country. */
  placeCode: string | null;
  classId: number | null;
}

export const WHOLE_COUNTRY: Area = { placeCode: null, classId: null };

/** What an area is divided into; a class into its people. */
export const PARTS = ["province", "regency", "class"] as const;
/** As what the numbers can be had. */
export const OVERVIEW_FILES = ["picture", "xlsx", "pdf"] as const;

/** What is explained of it: what each number counts, or where each person stands and why. */
export const MEANINGS = ["numbers", "standings"] as const;

export type Part = (typeof PARTS)[number];

export function partsOf({ placeCode, classId }: Area): readonly Part[] {
  if (classId !== null) return [];
  if (placeCode === null) return ["province"];
  return placeCode.length === 2 ? ["regency", "class"] : ["class"];
}

/** Whether there is such a part in this area; a key is a code, or the id of a class. */
export function partOf(area: Area, part: Part, key: string): Area {
  return part === "class" ? { ...area, classId: Number(key) } : { placeCode: key, classId: null };
}

/** Among the regencies of a province: what is of the province itself, its own office for one. */
export function isProvinceItself(part: Part, key: string): boolean {
  return part === "regency" && key.length === 2;
}

/** The area that this one is a part of; null for the whole country. */
export function areaAround({ placeCode, classId }: Area): Area | null {
  if (classId !== null) return { placeCode, classId: null };
  if (placeCode === null) return null;
  return placeCode.length === 2 ? WHOLE_COUNTRY : { placeCode: placeCode.slice(0, 2), classId: null };
}

/** Whose places somebody came from who looks at the people of an area: a province's own, or those that a regency is one of. */
export function placesAround({ placeCode }: Area): Area {
  return placeCode === null ? WHOLE_COUNTRY : { placeCode: placeCode.slice(0, 2), classId: null };
}

/** "all", "21", "21.01", "c12", "21.01c12". */
export function writeArea({ placeCode, classId }: Area): string {
  return `${placeCode ?? ""}${classId === null ? "" : `c${classId}`}` || "all";
}

const WRITTEN = /^(?:all|(\d{2}(?:\.\d{2})?)?(?:c(\d{1,9}))?)$/;

export function readArea(text: string): Area | null {
  const found = WRITTEN.exec(text);
  if (found === null || text === "") return null;
  const [, placeCode = null, classId] = found;
  return { placeCode, classId: classId === undefined ? null : Number(classId) };
}

/** Said for a name where somebody's word reaches several regions, and not the whole country. */
export const OWN_REGIONS = "*";

/** The name of an area of which one reaches some regions alone: nobody is to take its numbers for those of all of it. */
export function nameOfOwnPart(name: string): string {
  return `${OWN_REGIONS}${name}`;
}

/** `isOwnPart`: see nameOfOwnPart(). */
export function readAreaName(written: string): { name: string; isOwnPart: boolean } {
  const isOwnPart = written.startsWith(OWN_REGIONS);
  return { name: isOwnPart ? written.slice(OWN_REGIONS.length) : written, isOwnPart };
}

export function isSameArea(one: Area, other: Area): boolean {
  return one.placeCode === other.placeCode && one.classId === other.classId;
}

/** Where somebody with this reach begins: as far as it goes, and no farther than one region of it. */
export function homeOf(reach: readonly Reach[]): Area {
  const codes = [...new Set(reach.map(({ regionCode }) => regionCode))];
  const [only = null] = codes;
  return codes.length === 1 ? { placeCode: only === null ? null : only.slice(0, 5), classId: null } : WHOLE_COUNTRY;
}

/**
 * By whose clock an area's numbers say when they were counted: its own. Of the country, or of regions with several clocks, by that of the west.
 * `ofClass`: of a class, where the area names no place.
 */
export function zoneOfArea({ placeCode }: Area, reach: readonly Reach[], ofClass?: Zone): Zone {
  const codes = placeCode === null ? reach.map(({ regionCode }) => regionCode) : [placeCode];
  if (placeCode === null && ofClass !== undefined) return ofClass;
  const zones = codes.map((code) => (code === null ? WEST : zoneOfProvince(code.slice(0, "21".length))));
  const [first = WEST] = zones;
  return zones.every((zone) => zone === first) ? first : WEST;
}

const WEST: Zone = "Asia/Jakarta";

/** What people said is kept by class, and read by those who reach all of its province. `ofClass`: the province of the area's class. */
export function reachesFeedback(reach: readonly Reach[], { placeCode, classId }: Area, ofClass: Reach): boolean {
  if (classId !== null) return reachCovers(reach, [ofClass]);
  const reachesProvince = reach.some(({ regionCode }) => regionCode === null || isProvinceCode(regionCode));
  return reachesProvince && (placeCode === null || isProvinceCode(placeCode));
}
