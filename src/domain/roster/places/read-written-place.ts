// Gathers what a row says of its place: its own columns, what one column holds of another level, else the address or the institution.
import type { PlaceLevel } from "../../places/place.js";
import { apartAtLevelWords, type PlaceLine, splitPlaceLine } from "../../places/place-line.js";
import type { KindReading } from "../reading/read-roster-kind.js";
import { saidText } from "../reading/said-text.js";
import type { RosterLine } from "../roster-line.js";
import type { WrittenPlace } from "./find-place.js";
import { regionAtEnd } from "./office-level.js";
import { peelPlace } from "./peel-place.js";
import type { PlaceNames } from "./place-names.js";
import type { WrittenPlaces } from "./written-places.js";

type PlaceCells = Pick<RosterLine, "province" | "kabupaten" | "kecamatan" | "village" | "address" | "institution">;
type Texts = { -readonly [level in PlaceLevel]?: string };

const UPWARDS: readonly PlaceLevel[] = ["village", "district", "regency", "province"];
const COLUMNS: readonly (readonly [PlaceLevel, "village" | "kecamatan" | "kabupaten" | "province"])[] = [
  ["village", "village"],
  ["district", "kecamatan"],
  ["regency", "kabupaten"],
  ["province", "province"],
];

const SEPARATOR = /[,;()/\n]/;

export function readWrittenPlaces(
  names: PlaceNames,
  cells: PlaceCells,
  kind: KindReading,
  target: PlaceLevel,
): WrittenPlaces {
  let ways = readColumns(names, cells);
  const isOpen = () => ways.every((way) => way[target] === undefined);
  if (isOpen()) ways = ways.flatMap((way) => filledFrom(names, way, addressParts(names, saidText(cells.address))));
  const byInstitution = isOpen();
  const parts = institutionParts(names, saidText(cells.institution), target);
  if (byInstitution) ways = ways.flatMap((way) => filledFrom(names, way, parts));
  else if (target !== "village") ways = ways.flatMap((way) => besideInstitution(names, way, parts[target], target));
  return { ways: ways.map((texts) => withKind(texts, kind)), byInstitution: byInstitution && !isOpen() };
}

/** An office is named by its region: its name decides "Kediri" for the town. Where it quarrels with the column, both are read. */
function besideInstitution(
  names: PlaceNames,
  way: Texts,
  byInstitution: string | undefined,
  target: PlaceLevel,
): readonly Texts[] {
  const named = byInstitution === undefined ? [] : names.called(target, byInstitution);
  if (byInstitution === undefined || named.length === 0) return [way];
  const columns = names.called(target, way[target] ?? "");
  const other = { ...way, [target]: byInstitution };
  if (named.every((place) => columns.includes(place))) return [other];
  return columns.some((place) => named.includes(place)) ? [way] : [way, other];
}

/** Each column for itself. A cell that is no name of its level is taken apart, and fills what other columns leave empty. */
function readColumns(names: PlaceNames, cells: PlaceCells): readonly Texts[] {
  const own: Texts = {};
  const more: PlaceLine[] = [];
  for (const [level, column] of COLUMNS) {
    const text = saidText(cells[column]);
    if (text === "") continue;
    const line = names.called(level, text).length > 0 ? { [level]: text } : splitColumn(names, text, level);
    const isWhole = Object.keys(line).length <= 1 && !SEPARATOR.test(text);
    if (isWhole && line[level] !== undefined) own[level] = text;
    else more.push(line);
  }
  for (const line of more) fill(own, line);
  return peeled(names, own);
}

/** A remark in brackets, unless it says a level: "Cemaga Utara (Singgang Bulan)" is a village, "Sukamaju (Kec. Ciomas)" two names. */
const REMARK = /\((?!\s*(?:ds|desa|kel|kelurahan|kec|kecamatan|kab|kabupaten|kota|prov|provinsi)\b)([^(),]*)\)/gi;

/** Where the cell of a column says itself that it holds another level. All else that begins it is a name: "Kota Agung", "Kemantren". */
const OTHER_LEVEL = /^(?:kec|kecamatan|kab|kabupaten|prov|provinsi)\b/i;

/** Takes the cell of a column apart: what stands first is of the column's own level. */
function splitColumn(names: PlaceNames, text: string, level: PlaceLevel): PlaceLine {
  const line = splitCell(names, text, level);
  const first = UPWARDS.find((each) => line[each] !== undefined && text.startsWith(line[each] ?? ""));
  if (first === undefined || first === level || line[level] !== undefined || OTHER_LEVEL.test(text)) return line;
  const { [first]: own, ...others } = line;
  return own === undefined ? others : { ...others, [level]: own };
}

/** Takes a text apart. Brackets, and commas between numbers ("Lambang Sari I, II, III"), are left in names that hold them. */
function splitCell(names: PlaceNames, text: string, level: PlaceLevel): PlaceLine {
  const marked = text.replace(REMARK, "‹$1›").replace(/,(?=\s*[ivx]+\s*(?:,|$))/gi, " ");
  const line: Texts = {};
  for (const [part, said] of Object.entries(splitPlaceLine(marked, level)) as [PlaceLevel, string][]) {
    const bare = said
      .replace(/‹[^›]*›/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    line[part] = names.called(part, said).length === 0 && bare !== "" ? bare : said.replace(/[‹›]/g, " ").trim();
  }
  return line;
}

function filledFrom(names: PlaceNames, texts: Texts, line: PlaceLine): readonly Texts[] {
  const filled = { ...texts };
  fill(filled, line);
  return peeled(names, filled);
}

function fill(texts: Texts, line: PlaceLine): void {
  for (const level of UPWARDS) {
    const text = line[level];
    if (texts[level] === undefined && text !== undefined) texts[level] = text;
  }
}

/**
 * As it is, and also read as several names in a row: the lowest text that is no name, or a village's where nothing is written of its
 * kecamatan. "Babakan Losari, Kab. Brebes" is a Babakan in Losari, though elsewhere there is a Babakan Losari.
 */
function peeled(names: PlaceNames, texts: Texts): readonly Texts[] {
  for (const level of UPWARDS) {
    const text = texts[level];
    if (text === undefined || !text.includes(" ")) continue;
    const isName = names.called(level, text).length > 0;
    if (isName && !(level === "village" && texts.district === undefined)) continue;
    const ways = peelPlace(names, text, level).filter((way) =>
      UPWARDS.every((upper) => upper === level || way[upper] === undefined || texts[upper] === undefined),
    );
    if (ways.length > 0) return ways.map((way) => ({ ...texts, ...way }));
  }
  return [texts];
}

/** Streets, houses, hamlets, postcodes: what an address holds besides the village and what it lies in. */
const HOUSE =
  /\b(?:rt|rw)\b[ .:/]*(?:rw\b[ .:]*)?\d*(?: ?\/ ?(?:rw\b[ .]*)?\d+)?|\b(?:no|nomor)\b[ .:]*\d+\w?|\b\d{5}\b/gi;
const STREET =
  /^(?:jl|jln|jalan|gg|gang|komp|komplek|kompleks|perum|perumahan|blok|lingk|lingkungan|lorong|lr|km|rt|rw|kode ?pos|alamat|indonesia)\b/i;
const HAMLET = /^(?:dusun|dsn|dukuh|dk|banjar|kp|kampung)\b/i;

/** Before a word for a level in the middle of a part: "Jl. Merdeka 5 Desa Sukamaju", but not in "Kec. Sanga Desa, Kab. Musi Banyuasin". */
const LEVEL_WITHIN = /(?<=[^\s,;.])(?<!\b(?:ds|kel|kelurahan|kec|kecamatan)) (?=(?:desa|kelurahan) +[^\s,])/gi;

function addressParts(names: PlaceNames, address: string): PlaceLine {
  if (address === "") return {};
  const parts = apartAtLevelWords(address.replace(HOUSE, ","))
    .replace(LEVEL_WITHIN, ", ")
    .split(/[,;\n]/)
    .map((part) => part.trim().replace(/^[.\-–: ]+|[-–: ]+$/g, ""))
    .filter((part) => part !== "" && !STREET.test(part));
  const saysVillage = parts.some((part) => /^(?:desa|ds|kel|kelurahan|kalurahan)\b/i.test(part));
  return splitCell(names, parts.filter((part) => !(saysVillage && HAMLET.test(part))).join(", "), "village");
}

/** Behind the word for the kind: "TBM Melati Desa Sukamaju, Kec. Ciomas", "Dinas Perpustakaan Kab. Bogor". */
const INSTITUTION_PLACE: Readonly<Record<PlaceLevel, RegExp>> = {
  village: /\b((?:desa|ds|kelurahan|kel|kalurahan|gampong|nagari|kampung|pekon)\b[. ]*\S.*)$/i,
  district: /\b((?:kecamatan|kec|distrik)\b[. ]*\S.*)$/i,
  regency: /\b((?:kabupaten|kab|kotamadya|kota)\b[. ]*\S.*)$/i,
  province: /\b((?:provinsi|propinsi|prov|dki|daerah istimewa)\b[. ]*\S.*)$/i,
};

function institutionParts(names: PlaceNames, institution: string, target: PlaceLevel): PlaceLine {
  const bare = institution
    .replace(/["“”'‘’]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const [, said] = INSTITUTION_PLACE[target].exec(bare) ?? [];
  const place = said ?? (target === "regency" || target === "province" ? regionAtEnd(names, bare, target) : undefined);
  if (place === undefined) return {};
  return names.called(target, place).length > 0 ? { [target]: place } : splitCell(names, place, target);
}

function withKind(texts: PlaceLine, kind: KindReading): WrittenPlace {
  const village = texts.village ?? "";
  const said = /^(?:ds|desa|kalurahan)\b\.?(?! ?\/)/i.test(village)
    ? "desa"
    : /^(?:kel|kelurahan)\b\.?(?! ?\/)/i.test(village)
      ? "kelurahan"
      : undefined;
  const villageKind = said ?? (kind === "desa" || kind === "kelurahan" ? kind : undefined);
  return villageKind === undefined ? { texts } : { texts, villageKind };
}
