/** The words around place names that people write and the data do not hold, or hold otherwise. Lower case, without accents. */
import type { PlaceKind, PlaceLevel } from "./place.js";

/** "Tanjung" is typed as "Tj." more often than not. Holds for first words only. */
export const ABBREVIATIONS: Readonly<Record<string, string>> = {
  tj: "tanjung",
  tg: "tanjung",
  tjg: "tanjung",
  sei: "sungai",
  kp: "kampung",
  kmp: "kampung",
  gn: "gunung",
  gg: "gunung",
  bt: "batu",
  pd: "padang",
  pdg: "padang",
  lb: "lubuk",
  tlk: "teluk",
  tl: "teluk",
  ps: "pasar",
  psr: "pasar",
  pl: "pulau",
  kep: "kepulauan",
  krg: "karang",
  bkt: "bukit",
  sp: "simpang",
  bdr: "bandar",
  mns: "meunasah",
  pmtg: "pematang",
  kb: "kebon",
  ujg: "ujung",
  ma: "muara",
};

/** A word for the kind of place, put before its name. */
export interface KindWord {
  readonly pattern: RegExp;
  /** Whether names begin with it too, so that it may not simply be dropped: "Desa Baru", "Kota Batu", "Kampung Melayu". */
  readonly isPartOfNames: boolean;
  /** Said by the word, where it tells namesakes apart: Kab. and Kota Kediri. */
  readonly kind?: PlaceKind;
}

export const KIND_WORDS: Readonly<Record<PlaceLevel, readonly KindWord[]>> = {
  province: [
    { pattern: /^(provinsi|propinsi|prov|prop)\b\.?/, isPartOfNames: false },
    { pattern: /^(dki|d\.? ?i|daerah istimewa|daerah khusus ibukota)\b\.?/, isPartOfNames: true },
  ],
  regency: [
    { pattern: /^(kabupaten|kab)\.? ?\/ ?kota\b\.?/, isPartOfNames: false },
    { pattern: /^(kabupaten|kab)\b\.?( (administrasi|adm)\b\.?)?/, isPartOfNames: false, kind: "kabupaten" },
    { pattern: /^(kotamadya|kodya)\b\.?/, isPartOfNames: false, kind: "kota" },
    { pattern: /^kota\b\.?( (administrasi|adm)\b\.?)?/, isPartOfNames: true, kind: "kota" },
  ],
  district: [
    { pattern: /^(kecamatan|kec|kapanewon|kemantren)\b\.?/, isPartOfNames: false },
    { pattern: /^(distrik|kampung)\b/, isPartOfNames: true },
  ],
  village: [
    {
      pattern: /^((desa|ds)\.? ?\/ ?(kelurahan|kel)|(kelurahan|kel)\.? ?\/ ?(desa|ds)|ds|kel|kalurahan)\b\.?/,
      isPartOfNames: false,
    },
    {
      // What villages are called in Aceh, West Sumatra, Riau, Lampung, Sulawesi, Maluku and Papua.
      pattern:
        /^(desa|kelurahan|kampung|kamp|kampong|gampong|gp|nagari|kepenghuluan|pekon|tiyuh|lembang|negeri|ohoi|dusun)\b\.?/,
      isPartOfNames: true,
    },
  ],
};
