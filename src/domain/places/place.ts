/** The four levels of places, told from their codes: pp · pp.kk · pp.kk.cc · pp.kk.cc.vvvv (Kemendagri). A code is the identity, a name never. */

export type PlaceLevel = "province" | "regency" | "district" | "village";

/** What the place is called officially; "other" are the few villages of neither kind (fourth part 3xxx). */
export type PlaceKind = "province" | "kabupaten" | "kota" | "kecamatan" | VillageKind;
export type VillageKind = "kelurahan" | "desa" | "other";

export interface Place {
  readonly code: string;
  readonly level: PlaceLevel;
  /** Null for a province. */
  readonly parentCode: string | null;
  /** As shown to people: "Kab. Kudus", "Kota Kediri", `Ja"an`. */
  readonly name: string;
  readonly kind: PlaceKind;
  /** As compared when somebody types a name; see place-search.ts. */
  readonly searchName: string;
}

/** The longest code, "35.18.17.2007": together with a button's verb it fits the 64 bytes of callback data. */
const LONGEST_PLACE_CODE = 13;

const LEVEL_BY_LENGTH: Readonly<Record<number, PlaceLevel>> = {
  2: "province",
  5: "regency",
  8: "district",
  13: "village",
};

/** How many characters the codes of this level have: the code of the region that a place lies in is the beginning of its own. */
export function placeLevelLength(level: PlaceLevel): number {
  return { province: 2, regency: 5, district: 8, village: LONGEST_PLACE_CODE }[level];
}

/** Whether the text has the shape of a code; whether such a place exists only the place data know. */
export function isPlaceCode(text: string): boolean {
  return /^\d{2}(\.\d{2}(\.\d{2}(\.[123]\d{3})?)?)?$/.test(text);
}

/** Whether the text has the shape of a province's code. */
export function isProvinceCode(text: string): boolean {
  return /^\d{2}$/.test(text);
}

/** … of a province's or a regency's. */
export function isRegionCode(text: string): boolean {
  return /^\d{2}(\.\d{2})?$/.test(text);
}

/** @throws RangeError when this is no code. */
export function levelOf(code: string): PlaceLevel {
  const level = isPlaceCode(code) ? LEVEL_BY_LENGTH[code.length] : undefined;
  if (level === undefined) throw new RangeError(`Not a place code: ${code}`);
  return level;
}

/** The code one level up; null for a province. @throws RangeError when this is no code. */
export function parentCode(code: string): string | null {
  return levelOf(code) === "province" ? null : code.slice(0, code.lastIndexOf("."));
}

/** @throws RangeError when this is no code. */
export function provinceCodeOf(code: string): string {
  levelOf(code);
  return code.slice(0, 2);
}

/** Whether the place is this region or lies in it: what "role × region" compares. "3" contains nothing, "11.0" neither. */
export function liesWithin(code: string, regionCode: string): boolean {
  return code === regionCode || code.startsWith(`${regionCode}.`);
}

/** From the first digit of the fourth part: 1 kelurahan, 2 desa, 3 other. @throws RangeError when this is no village's code. */
export function villageKind(code: string): VillageKind {
  if (levelOf(code) !== "village") throw new RangeError(`Not a village code: ${code}`);
  return ({ "1": "kelurahan", "2": "desa" } as const)[code.charAt(9)] ?? "other";
}

/** The kind of any place. A regency's kind stands in its name only, official or shown. @throws RangeError when it does not. */
export function kindOf(code: string, name: string): PlaceKind {
  const level = levelOf(code);
  if (level === "village") return villageKind(code);
  if (level === "province") return "province";
  if (level === "district") return "kecamatan";
  if (/^(Kabupaten|Kab\.) /.test(name)) return "kabupaten";
  if (name.startsWith("Kota ")) return "kota";
  throw new RangeError(`Neither Kabupaten nor Kota: ${code} ${name}`);
}

/**
 * The name as people see it. Every kabupaten and kota keeps its prefix, so that the 26 pairs of namesakes (Kab. and Kota
 * Kediri) can never be taken for each other; villages and districts keep their official spelling, quotes included.
 */
export function displayName(level: PlaceLevel, officialName: string): string {
  if (level === "regency") {
    return officialName.replace(/^Kabupaten /, "Kab. ").replace(/^(Kab\.|Kota) Administrasi /, "$1 Adm. ");
  }
  if (level === "province") {
    return officialName.replace(/^Daerah Khusus Ibukota /, "DKI ").replace(/^Daerah Istimewa /, "DI ");
  }
  // Six villages of the source begin in lower case.
  return officialName.charAt(0).toUpperCase() + officialName.slice(1);
}

/** The name without the word for its kind: "Kab. Kudus" → "Kudus", "DKI Jakarta" → "Jakarta". */
export function baseName(level: PlaceLevel, name: string): string {
  if (level === "regency") return name.replace(/^(Kabupaten|Kab\.|Kota) ((Administrasi|Adm\.) )?/, "");
  if (level === "province") return name.replace(/^(Daerah Khusus Ibukota|DKI|Daerah Istimewa|DI) /, "");
  return name;
}

/** Indonesian alphabet, capitals and accents aside, "Ramunia 2" before "Ramunia 10". */
const ALPHABET = new Intl.Collator("id", { sensitivity: "base", numeric: true });

/** The order of lists: by name, a kabupaten right before the kota of the same name; equal names by code, so it never wavers. */
export function compareByName(a: Pick<Place, "code" | "name">, b: Pick<Place, "code" | "name">): number {
  return (
    ALPHABET.compare(baseName(levelOf(a.code), a.name), baseName(levelOf(b.code), b.name)) ||
    ALPHABET.compare(a.name, b.name) ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}
