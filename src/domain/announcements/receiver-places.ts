// Where those are whom an announcement was for: many of them are looked at by place, never by hundreds of pages.
import { isProvinceCode } from "../places/place.js";

/** How many there are in one province or regency. */
export interface ReceiverPlace {
  /** Of a province, of a regency, or officeOf() a province. */
  code: string;
  /** Empty: the province's own. */
  name: string;
  count: number;
}

/** Five pages are turned, more are not. */
const MOST_PAGES = 5;

/** Those of a province who are in none of its regencies. */
export function officeOf(province: string): string {
  return `${province}.00`;
}

/** The province of which this is the office; null for any other place. */
export function officeIn(code: string): string | null {
  return code.endsWith(".00") ? code.slice(0, "21".length) : null;
}

/**
 * The parts to choose from before names are shown; null: they are few, or in one place. `partsOf` a province, or null of the country;
 * `within`: of which place they are parts.
 */
export async function partsToChoose(
  place: string | null,
  perPage: number,
  partsOf: (within: string | null) => Promise<ReceiverPlace[]>,
): Promise<{ within: string | null; parts: ReceiverPlace[] } | null> {
  if (place !== null && !isProvinceCode(place)) return null;
  const parts = await partsOf(place);
  const count = parts.reduce((sum, one) => sum + one.count, 0);
  if (count <= MOST_PAGES * perPage) return null;
  if (parts.length > 1) return { within: place, parts };
  const [only] = parts;
  return place === null && only !== undefined ? partsToChoose(only.code, perPage, partsOf) : null;
}
