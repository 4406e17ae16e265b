// The ways in which offices write one village: by columns, in one cell, as an address, in capitals, with and without marks.
import type { Place } from "../../../../src/domain/places/place.js";
import type { RosterLine } from "../../../../src/domain/roster/roster-line.js";

export interface WholeName {
  village: string;
  district: string;
  regency: string;
  province: string;
  kind: Place["kind"];
}

export function wholeNameOf(village: Place, find: (code: string) => Place | undefined): WholeName {
  const at = (length: number) => find(village.code.slice(0, length))?.name ?? "";
  return { village: village.name, district: at(8), regency: at(5), province: at(2), kind: village.kind };
}

/** "Ramunia II" as "Ramunia 2". */
const ARABIC: Readonly<Record<string, string>> = { I: "1", II: "2", III: "3", IV: "4", V: "5", VI: "6", VII: "7" };
const MARKS = /['"’`-]/g;
const word = (kind: Place["kind"], short: boolean) =>
  kind === "kelurahan" ? (short ? "Kel." : "Kelurahan") : short ? "Ds." : "Desa";

type Spelling = (whole: WholeName) => Partial<RosterLine>;

export const VILLAGE_SPELLINGS: Readonly<Record<string, Spelling>> = {
  "as the authority does": ({ village, district, regency, province }) => ({
    village,
    kecamatan: district,
    kabupaten: regency,
    province,
  }),
  "in capitals without spaces": ({ village, district, regency, province }) => ({
    village: village.toUpperCase().replaceAll(" ", ""),
    kecamatan: district.toUpperCase().replaceAll(" ", ""),
    kabupaten: regency.toUpperCase(),
    province: province.toUpperCase(),
  }),
  "with the words for the levels": ({ village, district, regency, province, kind }) => ({
    village: `${word(kind, true)} ${village}`,
    kecamatan: `Kec. ${district}`,
    kabupaten: regency.replace("Kab. ", "Kabupaten "),
    province: `Prov. ${province}`,
  }),
  "in small letters without marks": ({ village, district, regency, province }) => ({
    village: village.toLowerCase().replace(MARKS, " "),
    kecamatan: district.toLowerCase().replace(MARKS, ""),
    kabupaten: regency.toLowerCase().replace("kab. ", "kab "),
    province: ` ${province.toLowerCase()} `,
  }),
  "with other numbers": ({ village, district, regency, province }) => ({
    village: village.replace(/\b[IV]+\b/g, (roman) => ARABIC[roman] ?? roman),
    kecamatan: district,
    kabupaten: regency,
    province,
  }),
  "in one cell": ({ village, district, regency, province }) => ({
    village: `${village}, Kec. ${district}, ${regency}, Prov. ${province}`,
  }),
  "as an address": ({ village, district, regency, kind }) => ({
    address: `Jl. Merdeka No. 5 RT 01/RW 02 ${word(kind, false)} ${village} Kec. ${district} ${regency} 16630`,
  }),
  "by the library's name": ({ village, district, regency, kind }) => ({
    institution: `Perpustakaan ${word(kind, false)} ${village}`,
    kecamatan: district,
    kabupaten: regency,
  }),
  "without the kecamatan": ({ village, regency, province }) => ({ village, kabupaten: regency, province }),
};
