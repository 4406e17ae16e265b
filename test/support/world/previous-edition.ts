// The place data as they were before the installed edition: what 3.1.2 of the package had differently, put back into what is installed.

import { levelOf, parentCode } from "../../../src/domain/places/place.js";
import { searchNameOf } from "../../../src/domain/places/place-search.js";
import type { PlaceRow } from "../../../src/storage/migrations/place-files.js";
import before from "../../domain/places/editions/before-4.json" with { type: "json" };

export function previousEdition(now: readonly PlaceRow[]): PlaceRow[] {
  const added = new Set(before.added);
  const renamed: Record<string, string> = before.renamed;
  const rowOf = (code: string, name: string): PlaceRow => {
    const level = levelOf(code);
    const kind = level === "district" ? "kecamatan" : code.charAt(9) === "1" ? "kelurahan" : "desa";
    return { code, level, parentCode: parentCode(code), name, kind, searchName: searchNameOf(level, name) };
  };
  const kept = now
    .filter(({ code }) => !added.has(code))
    .map((row) => (renamed[row.code] === undefined ? row : rowOf(row.code, renamed[row.code]!)));
  const gone = Object.entries(before.gone).map(([code, name]) => rowOf(code, name));
  // Parents first.
  return [...kept, ...gone].sort((a, b) => a.code.length - b.code.length);
}
