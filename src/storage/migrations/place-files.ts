/** Reads every place of Indonesia from the CSV files of the package idn-area-data (data: ODbL, see NOTICE). */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import { displayName, kindOf, levelOf, type Place, type PlaceLevel, parentCode } from "../../domain/places/place.js";
import { searchNameOf } from "../../domain/places/place-search.js";
import { assertEveryProvinceHasAZone } from "../../domain/time/zone.js";

/** One row of the table of places. */
export type PlaceRow = Place;

/** Parents before children, so that rows can be written in this order. */
const FILES: readonly (readonly [file: string, level: PlaceLevel])[] = [
  ["provinces.csv", "province"],
  ["regencies.csv", "regency"],
  ["districts.csv", "district"],
  ["villages.csv", "village"],
];

/** The folder of the installed package. Only its data are read: its code asks for Node 22. */
function placeFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve("idn-area-data/package.json")), "data");
}

/**
 * All places, provinces first, villages last: about 92,000 rows.
 * @throws UnknownProvinceError when a province has no time zone; Error when a file does not look as expected.
 */
export async function readPlaces(folder: string = placeFolder()): Promise<PlaceRow[]> {
  const rows: PlaceRow[] = [];
  for (const [file, level] of FILES) {
    for (const row of await readLevel(join(folder, file), level)) rows.push(row);
    if (level === "province") assertEveryProvinceHasAZone(rows.map(({ code }) => code));
  }
  return rows;
}

/** A digest of the files: another one where any of them is another. */
export async function placesEdition(folder: string = placeFolder()): Promise<string> {
  const digest = createHash("sha256");
  for (const [file] of FILES) digest.update(await readFile(join(folder, file)));
  return digest.digest("hex");
}

async function readLevel(path: string, level: PlaceLevel): Promise<PlaceRow[]> {
  const [header, ...records]: string[][] = parse(await readFile(path));
  const codeAt = header?.indexOf("code") ?? -1;
  const nameAt = header?.indexOf("name") ?? -1;
  if (codeAt === -1 || nameAt === -1) throw new Error(`${path} has no columns "code" and "name".`);
  return records.map((record) => placeRow(path, level, record[codeAt] ?? "", record[nameAt] ?? ""));
}

function placeRow(path: string, level: PlaceLevel, code: string, officialName: string): PlaceRow {
  if (levelOf(code) !== level) throw new Error(`${path} holds ${code}, which is no ${level}.`);
  return {
    code,
    level,
    parentCode: parentCode(code),
    name: displayName(level, officialName),
    kind: kindOf(code, officialName),
    searchName: searchNameOf(level, officialName),
  };
}
