// The places that classes and rosters name, looked up in the table of places: always by province and full name, kept by code.
import { villageKind } from "../../../src/domain/places/place.js";
import type { Db } from "../../../src/storage/engine/database.js";

export interface SeedPlace {
  code: string;
  name: string;
}

export interface SeedPlaces {
  /** Ascending codes of the loaded provinces that have villages: all of them, but in tests that load few places. */
  provinceCodes: readonly string[];
  province(code: string): SeedPlace;
  /** @throws Error when the province has no regency of exactly this name: "Kab. Tulang Bawang" is not "Kab. Tulang Bawang Barat". */
  regency(provinceCode: string, name: string): SeedPlace;
  regenciesOf(provinceCode: string): readonly SeedPlace[];
  /** desa and kelurahan in that province or regency. */
  villagesIn(code: string): readonly SeedPlace[];
}

/** Loads the given provinces, or all. @throws Error when the table of places lacks one. */
export async function loadSeedPlaces(db: Db, provinceCodes: readonly string[] | "all"): Promise<SeedPlaces> {
  const all = provinceCodes === "all";
  const rows = await db.$queryRaw<SeedPlace[]>`
    SELECT code, name FROM places
    WHERE level IN ('province', 'regency', 'village') AND (${all} OR left(code, 2) = ANY(${all ? [] : provinceCodes}::text[]))
    ORDER BY code COLLATE "C"`;
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  const regencies = groupBy(
    rows.filter(({ code }) => code.length === 5),
    ({ code }) => [code.slice(0, 2)],
  );
  const villages = groupBy(
    rows.filter(({ code }) => code.length === 13 && villageKind(code) !== "other"),
    ({ code }) => [code.slice(0, 2), code.slice(0, 5)],
  );
  const province = (code: string): SeedPlace => {
    const name = names.get(code);
    if (name === undefined)
      throw new Error(`The table of places has no province ${code}: fill it first (ensurePlaces).`);
    return { code, name };
  };
  if (!all) provinceCodes.forEach(province);
  return {
    provinceCodes: rows.map(({ code }) => code).filter((code) => code.length === 2 && villages.has(code)),
    province,
    regency: (provinceCode, name) => {
      const found = regencies.get(provinceCode)?.find((regency) => regency.name === name);
      if (found === undefined) throw new Error(`Province ${provinceCode} has no regency named ${name}.`);
      return found;
    },
    regenciesOf: (provinceCode) => regencies.get(provinceCode) ?? [],
    villagesIn: (code) => villages.get(code) ?? [],
  };
}

function groupBy<T>(list: readonly T[], keysOf: (item: T) => string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}
