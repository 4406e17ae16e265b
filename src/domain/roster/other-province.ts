// Whether somebody on the roster of a class lies in another province than it: a slip in the file, unless the office says that they belong.
import { PROVINCES_MADE_FROM } from "../places/place-nicknames.js";

const OLDER = new Map([...PROVINCES_MADE_FROM].flatMap(([older, made]) => made.map((code) => [code, older] as const)));

/** Provinces that were one until 2022 count as one: the programme's classes for Papua go on teaching all of it. */
export function isOfOtherProvince(placeCode: string, provinceCode: string): boolean {
  return asItWas(placeCode.slice(0, 2)) !== asItWas(provinceCode);
}

function asItWas(code: string): string {
  return OLDER.get(code) ?? code;
}
