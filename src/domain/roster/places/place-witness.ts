// The names of a row as witness for its code: do they speak of the place that the code names?
import { liesWithin, type Place, type PlaceLevel, placeLevelLength } from "../../places/place.js";
import type { PlaceLine } from "../../places/place-line.js";
import type { Agreement, PlaceNames } from "./place-names.js";
import type { WrittenPlaces } from "./written-places.js";

export type Witness = "silent" | Agreement;

const DOWNWARDS: readonly PlaceLevel[] = ["province", "regency", "district", "village"];
const ORDER: readonly Witness[] = ["silent", "same", "near", "other"];

/** What the names say of this place at its own level and above: the worst of their words, in the way of reading that suits it best. */
export function witnessOf(names: PlaceNames, { ways, byInstitution }: WrittenPlaces, place: Place): Witness {
  const witnesses = ways.map(({ texts }) =>
    witnessOfTexts(names, byInstitution ? sure(names, texts, place) : texts, place),
  );
  return ORDER.find((witness) => witnesses.includes(witness)) ?? "silent";
}

function witnessOfTexts(names: PlaceNames, texts: PlaceLine, place: Place): Witness {
  let worst: Witness = "silent";
  for (const level of DOWNWARDS.slice(0, DOWNWARDS.indexOf(place.level) + 1)) {
    const text = texts[level];
    if (text === undefined) continue;
    const witness = names.agreement(level, text, place);
    if (ORDER.indexOf(witness) > ORDER.indexOf(worst)) worst = witness;
  }
  return worst;
}

/** A library may have any name: "Perpustakaan Desa Cerdas" quarrels with a code only where the kabupaten has a village Cerdas. */
function sure(names: PlaceNames, texts: PlaceLine, place: Place): PlaceLine {
  const { village, ...regions } = texts;
  if (village === undefined) return texts;
  const regency = place.code.slice(0, placeLevelLength("regency"));
  return names.called("village", village).some(({ code }) => liesWithin(code, regency)) ? texts : regions;
}
