// What kind of participant a row is, from the words of its column for the kind and of the institution's name.
import type { ParticipantKind } from "../../people/participant-kind.js";

/**
 * village: a desa or kelurahan, the place tells which · office: a dinas, but it is not said of what level · other: something that takes no
 * part in the programme, or no words that we know · silent: nothing about a kind.
 */
export type KindReading = ParticipantKind | "village" | "office" | "other" | "silent";

const TBM =
  /\b(tbm|taman (?:ba?caan?|baca)|rumah (?:baca|pintar)|pojok baca|sudut baca|community (?:library|reading)|reading room)\b/;
const OFFICE =
  /\b(dinas|dis(?:perpus|pusip|persip|arpus|pus)\w*|dpad|dpk|badan perpustakaan|kantor (?:perpustakaan|arsip)|perpusda|perpusprov|perpustakaan (?:umum |daerah |umum daerah )?(?:kab|kabupaten|kota|provinsi|prov|daerah)|(?:regency|provincial|province|city) (?:library|office))\b/;
const EITHER =
  /\b(?:desa|ds)\.? ?(?:\/|atau|dan|-|,) ?(?:kelurahan|kel)\b|\b(?:kelurahan|kel)\.? ?(?:\/|atau|dan|-|,) ?(?:desa|ds)\b/;
const KELURAHAN = /\b(kelurahan|kel|perpuskel|urban village)\b/;
const DESA = /\b(desa|ds|perpusdes\w*|kalurahan|gampong|nagari|kampung|pekon|tiyuh|lembang|negeri|village)\b/;
const OF_PROVINCE = /\b(provinsi|propinsi|prov|dki|diy|daerah istimewa|perpusprov|provincial|province)\b/;
const OF_REGENCY = /\b(kabupaten|kab|kota|kotamadya|regency|city)\b/;
const NO_PARTICIPANT =
  /\b(sekolah|sd|sdn|sdit|smp|smpn|sma|sman|smk|smkn|mts|mtsn|madrasah|pesantren|universitas|kampus|kecamatan|camat|perpusnas|school|university)\b/;

/** The first of these words in the text says what it is: "Dinas Pemberdayaan Masyarakat dan Desa" is an office. */
const WORDS: readonly (readonly [RegExp, (text: string) => KindReading])[] = [
  [TBM, () => "tbm"],
  [OFFICE, levelNamedFirst],
  [EITHER, () => "village"],
  [KELURAHAN, () => "kelurahan"],
  [DESA, () => "desa"],
];

/** Reads the name of an institution. Most libraries' names say nothing of their kind: "Perpustakaan Melati". */
function readInstitutionKind(institution: string): KindReading {
  const text = plain(institution);
  const first = firstOf(text);
  if (first !== undefined) return first;
  return NO_PARTICIPANT.test(text) ? "other" : "silent";
}

/** Reads both cells. The column for the kind comes first; what it leaves open the institution may tell. */
export function readRosterKind(kind: string, institution: string): KindReading {
  const byInstitution = readInstitutionKind(institution);
  const byColumn = kind === "" ? "silent" : readKindColumn(kind);
  if (byColumn === "silent") return byInstitution;
  if (byColumn === "village") return isVillage(byInstitution) ? byInstitution : "village";
  if (byColumn === "office") return isOfficeOfLevel(byInstitution) ? byInstitution : "office";
  if (byColumn === "other") return byInstitution === "silent" ? "other" : byInstitution;
  return byColumn;
}

function readKindColumn(kind: string): KindReading {
  const text = plain(kind);
  const first = firstOf(text);
  const isOffice = first === "office" || isOfficeOfLevel(first ?? "other");
  if (first !== undefined && !isOffice) return first;
  if (NO_PARTICIPANT.test(text)) return "other";
  // Of one level only: "Dinas Provinsi/Kabupaten" leaves it open. "Kabupaten/Kota" or "Provinsi" alone is the level of an office too.
  const [ofProvince, ofRegency] = [OF_PROVINCE.test(text), OF_REGENCY.test(text)];
  if (ofProvince === ofRegency) return isOffice ? "office" : "other";
  return ofProvince ? "province_office" : "regency_office";
}

function firstOf(text: string): KindReading | undefined {
  let first: { at: number; kind: KindReading } | undefined;
  for (const [pattern, kindOf] of WORDS) {
    const at = pattern.exec(text)?.index;
    if (at !== undefined && (first === undefined || at < first.at)) first = { at, kind: kindOf(text) };
  }
  return first?.kind;
}

/** "Dinas Perpustakaan Kab. Bogor, Provinsi Jawa Barat" is the office of what stands first. */
function levelNamedFirst(text: string): KindReading {
  const [province, regency] = [text.search(OF_PROVINCE), text.search(OF_REGENCY)];
  if (province === -1 && regency === -1) return "office";
  return regency === -1 || (province !== -1 && province < regency) ? "province_office" : "regency_office";
}

function isVillage(kind: KindReading): boolean {
  return kind === "desa" || kind === "kelurahan";
}

function isOfficeOfLevel(kind: KindReading): boolean {
  return kind === "regency_office" || kind === "province_office";
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[_-]+/g, " ").replace(/\s+/g, " ").trim();
}
