// Where a row's library or office lies: names as offices write them, with what is certain, what is a doubt and what is not there.
import { beforeAll, describe, expect, it } from "vitest";
import { judgeRoster } from "../../../src/domain/roster/judge-roster.js";
import type { PlaceNames } from "../../../src/domain/roster/places/place-names.js";
import type { RosterLine } from "../../../src/domain/roster/roster-line.js";
import { everyPlaceName } from "../../support/world/spellings/place-names.js";
import { rosterLine } from "../../support/world/spellings/roster-lines.js";

let names: PlaceNames;
beforeAll(async () => {
  names = await everyPlaceName();
}, 120_000);

const judge = (said: Said) => judgeRoster([rosterLine(said)], names, "2026-06-01").rows[0]!;
type Said = Partial<RosterLine>;

describe("a roster's place", () => {
  // Keeps A03.
  it.each<[habit: string, said: Said, code: string]>([
    ["by its columns", at("Sukamaju", "Jonggol", "Kab. Bogor", "Jawa Barat"), "32.01.06.2001"],
    ["with a space too many", at("Suka Maju", "JONGGOL", "BOGOR", "JAWA BARAT"), "32.01.06.2001"],
    ["with words and dots", at("Ds. Suka Maju", "Kec.Jonggol", "Kab.Bogor", "Prov. Jabar"), "32.01.06.2001"],
    ["with two words for its kind", at("Desa/Kel. Sukamaju", "Jonggol", "Kab/Kota Bogor"), "32.01.06.2001"],
    ["in the order of an address", { address: "Ds. Suka Maju, Kec. Jonggol, Kab. Bogor" }, "32.01.06.2001"],
    [
      "as a whole address",
      { address: "Jl. Raya No. 5 RT 01/RW 02 Dusun Krajan Desa Sukamaju Kec. Jonggol Kab. Bogor 16830" },
      "32.01.06.2001",
    ],
    ["in one cell without commas", at("Sukamaju Jonggol Bogor"), "32.01.06.2001"],
    ["in one cell with its words", at("Desa Sukamaju Kec. Jonggol Kab. Bogor Prov. Jawa Barat"), "32.01.06.2001"],
    [
      "as village and kecamatan in one cell, where another village has both words for its name",
      at("Babakan Losari", "", "Kab. Brebes"),
      "33.29.12.2001",
    ],
    ["with its regency in brackets", at("Sukamaju (Kec. Jonggol)", "", "Bogor"), "32.01.06.2001"],
    [
      "by the library's name",
      { institution: "Perpustakaan Desa Sukamaju", kecamatan: "Jonggol", kabupaten: "Bogor" },
      "32.01.06.2001",
    ],
    [
      "behind the name of a TBM",
      { institution: 'TBM "Melati" Desa Sukamaju', kecamatan: "Jonggol", kabupaten: "Bogor" },
      "32.01.06.2001",
    ],
    ["whose regency has a twin, by the kecamatan", at("Tajur", "Citeureup", "Bogor"), "32.01.03.2004"],
    ["in the other twin", at("Tajur", "Bogor Timur", "Bogor"), "32.71.02.1006"],
    ["in the twin that is named", at("Tajur", "", "Kota Bogor"), "32.71.02.1006"],
    ["of the kind that tells namesakes apart", at("Kel. Inobonto", "Bolaang", "Bolaang Mongondow"), "71.01.13.1006"],
    ["of the kind that its column tells", { ...at("Inobonto", "Bolaang", "Bolmong"), kind: "Desa" }, "71.01.13.2014"],
    ["in Jakarta", at("Kel. Gambir", "Gambir", "Jakarta Pusat", "DKI Jakarta"), "31.71.01.1001"],
    ["in Jakarta by its new name", at("Gambir", "Gambir", "Jakpus", "Daerah Khusus Jakarta"), "31.71.01.1001"],
    ["in a new province of Papua", at("Samkai", "Distrik Merauke", "Merauke", "Papua Selatan"), "93.01.01.1002"],
    ["in the Papua of before 2022", at("Samkai", "Merauke", "Merauke", "Papua"), "93.01.01.1002"],
    ["in the Papua Barat of before 2022", at("Klademak", "Sorong", "Kota Sorong", "Papua Barat"), "96.71.01.1002"],
    ["in a regency by its old name", at("Pardede Onan", "Balige", "Toba Samosir", "Sumut"), "12.12.01.1036"],
    ["in a regency by its initials", at("Barikin", "Haruyan", "HST", "Kalsel"), "63.07.01.2003"],
    ["in the Mura of Kalimantan", at("Malasan", "Murung", "Mura", "Kalteng"), "62.12.01.2002"],
    ["in the Mura of Sumatra", at("Trikoyo", "Tugumulyo", "Mura", "Sumsel"), "16.05.01.2004"],
    ["with an abbreviated first word", at("Tj. Mekar", "Sambas", "Sambas"), "61.01.01.2010"],
    ["with an abbreviated river", at("Sei Rambah", "Sambas", "Sambas"), "61.01.01.2015"],
    ["with another kind of number", at("Ramunia II", "Pantai Labu", "Deli Serdang"), "12.07.32.2010"],
    ["with a number and no space", at("Ramunia2", "Pantai Labu", "Deliserdang"), "12.07.32.2010"],
    ["that is called like a town", at("Kota Batu", "Simeulue Timur", "Simeulue"), "11.09.04.2026"],
    ["that is called like a level", at("Kel. Kabupaten", "Klaten Tengah", "Klaten"), "33.10.25.1002"],
    ["by its name alone, which is the only one", at("Pengambau Hilir Luar"), "63.07.01.2001"],
    ["by its code alone", { code: "32.01.06.2001" }, "32.01.06.2001"],
    ["by its code as a number", { code: "3201062001" }, "32.01.06.2001"],
    ["by its code and a slip", { code: "32.01.06.2001", ...at("Sukamju", "Jongol", "Bogor") }, "32.01.06.2001"],
    ["by its code without zeros", { code: "32.1.6.2001", ...at("Sukamaju") }, "32.01.06.2001"],
    ["by the code of its kecamatan", { code: "32.01.06", ...at("Sukamaju") }, "32.01.06.2001"],
    ["by the code of its regency", { code: "32.01", ...at("Puspasari") }, "32.01.03.2001"],
    [
      "by its code, whatever the library is called",
      { code: "32.01.06.2001", institution: "Perpustakaan Desa Cerdas Gemilang" },
      "32.01.06.2001",
    ],
    ["of a regency's office", { kind: "dinas-kab", kabupaten: "Kab. Kediri" }, "35.06"],
    ["of a town's office", { institution: "Dinas Perpustakaan Kota Kediri", kabupaten: "Kediri" }, "35.71"],
    ["of an office by its name alone", { institution: "Dinas Perpustakaan dan Kearsipan Kab. Bintan" }, "21.01"],
    ["of an office without a level", { kind: "Dinas", institution: "Dinas Perpustakaan Bintan" }, "21.01"],
    ["of an office in a regency", { kind: "Dinas", kabupaten: "Kab. Bintan", province: "Kepri" }, "21.01"],
    ["of an office that gives its village", { kind: "dinas-kab", ...at("Samkai", "Merauke", "Merauke") }, "93.01"],
    ["of a province's office", { kind: "dinas-prov", province: "Jawa Timur", kabupaten: "Kota Surabaya" }, "35"],
    ["of the province that kept the name Papua", { kind: "Dinas Provinsi", province: "Papua" }, "91"],
    ["of an office by its code", { kind: "Dinas", code: "15.71", kabupaten: "Kota Jambi" }, "15.71"],
  ])("%s is certain", (_, said, code) => {
    const { place, verdict, reasons } = judge(said);
    expect({ code: place?.code, verdict, reasons }).toEqual({ code, verdict: "ok", reasons: [] });
  });

  // Keeps A03.
  it.each<[habit: string, said: Said, reason: string, candidates: readonly string[]]>([
    [
      "with namesakes in its regency",
      at("Sukamaju", "", "Kab. Bogor"),
      "ambiguous-place",
      ["32.01.06.2001", "32.01.16.2013", "32.01.22.2001", "32.01.26.2001"],
    ],
    ["with a twin in its kecamatan", at("Inobonto", "Bolaang"), "ambiguous-place", ["71.01.13.1006", "71.01.13.2014"]],
    ["with a slip", at("Sukamju", "Jonggol", "Kab. Bogor"), "inexact-place", ["32.01.06.2001"]],
    ["with a slip and no space", at("Lewinutug", "Citeureup", "Bogor"), "inexact-place", ["32.01.03.2003"]],
    ["with a slip in its kecamatan", at("Sukamaju", "Jonggl", "Kab. Bogor"), "inexact-place", ["32.01.06.2001"]],
    ["with a slip in its regency", at("Barikin", "Haruyan", "Hulu Sungai Tegah"), "inexact-place", ["63.07.01.2003"]],
    [
      "of which a part is written",
      at("Karang Asem", "Citeureup", "Bogor"),
      "inexact-place",
      ["32.01.03.1007", "32.01.03.2008"],
    ],
    [
      "in another kecamatan than written",
      at("Hambalang", "Jonggol", "Kab. Bogor"),
      "place-conflict",
      ["32.01.03.2013"],
    ],
    ["in the twin that is not written", at("Tajur", "Bogor Timur", "Kab. Bogor"), "place-conflict", ["32.71.02.1006"]],
    [
      "in another province than written",
      at("Samkai", "Merauke", "Merauke", "Papua Barat"),
      "place-conflict",
      ["93.01.01.1002"],
    ],
    ["of the other kind in its regency", at("Kel. Hambalang", "", "Kab. Bogor"), "place-conflict", ["32.01.03.2013"]],
    [
      "whose code is a neighbour's",
      { code: "32.01.03.2013", ...at("Tajur", "Citeureup", "Bogor") },
      "place-conflict",
      ["32.01.03.2013", "32.01.03.2004"],
    ],
    [
      "whose code lies in another province",
      { code: "32.01.06.2001", province: "Jawa Timur" },
      "place-conflict",
      ["32.01.06.2001"],
    ],
    [
      "whose code is one number off its name",
      { code: "12.07.32.2009", ...at("Ramunia 2", "Pantai Labu") },
      "place-conflict",
      ["12.07.32.2009", "12.07.32.2010"],
    ],
    [
      "whose code is nobody's",
      { code: "32.01.06.2999", ...at("Sukamaju", "Jonggol", "Bogor") },
      "unknown-code",
      ["32.01.06.2001"],
    ],
    [
      "whose code was rounded",
      { code: "3.2E+09", ...at("Sukamaju", "Jonggol", "Bogor") },
      "unknown-code",
      ["32.01.06.2001"],
    ],
    ["of an office in twins", { kind: "dinas-kab", kabupaten: "Kediri" }, "ambiguous-place", ["35.06", "35.71"]],
    [
      "of an office whose name is another's",
      { institution: "Dinas Perpustakaan Kota Bogor", kabupaten: "Kab. Bogor" },
      "ambiguous-place",
      ["32.01", "32.71"],
    ],
    ["of an office with a slip", { kind: "dinas-kab", kabupaten: "Kab. Bintn" }, "inexact-place", ["21.01"]],
    [
      "of an office that may be the town's or the province's",
      { kind: "Dinas", kabupaten: "Kota Jambi", province: "Jambi" },
      "unknown-kind",
      ["15.71", "15"],
    ],
  ])("%s is a doubt", (_, said, reason, candidates) => {
    const row = judge(said);
    expect({ place: row.place, verdict: row.verdict }).toEqual({ place: null, verdict: "doubt" });
    expect(row.reasons).toContain(reason);
    expect(row.candidates.map(({ code }) => code)).toEqual(expect.arrayContaining([...candidates]));
  });

  it.each<[habit: string, said: Said, reason: string]>([
    ["that is not written", { province: "Jawa Barat", kabupaten: "Kab. Bogor" }, "missing-place"],
    ["without anything", {}, "missing-place"],
    ["of an office without anything", { kind: "dinas-kab" }, "missing-place"],
    ["that is not there", at("Wonokelirsari", "Jonggol", "Kab. Bogor"), "unknown-place"],
    ["with a kecamatan of another island", at("Samkai", "Jonggol", "Kab. Bogor"), "unknown-place"],
    ["of an office of no regency", { kind: "dinas-kab", kabupaten: "Kab. Antah Berantah" }, "unknown-place"],
    ["whose code is nobody's, without names", { code: "32.01.06.2999" }, "unknown-code"],
    ["whose code is no code", { code: "A-17" }, "unknown-code"],
  ])("%s is an error", (_, said, reason) => {
    const row = judge(said);
    expect({ place: row.place, verdict: row.verdict, reasons: row.reasons }).toEqual({
      place: null,
      verdict: "error",
      reasons: [reason],
    });
  });
});

function at(village: string, kecamatan = "", kabupaten = "", province = ""): Said {
  return { village, kecamatan, kabupaten, province };
}
