// Who tells of illness, of a death or of a disaster: whether it has come to them, or is only spoken of.
import type { PauseReason } from "../people/pause.js";

const WORDS: readonly [PauseReason, RegExp][] = [
  ["mourning", /meninggal|inn?alill?ah|duka|wafat|passed away|\bdied\b|funeral/iu],
  ["disaster", /banjir|gempa|longsor|kebakaran|earthquake|flood/iu],
  ["illness", /sakit|opname|dirawat|kecelakaan|\bsick\b|\bill\b|accident/iu],
];

/** The gravest that they name; hardship where no word tells. */
export function griefIn(text: string): PauseReason {
  return WORDS.find(([, words]) => words.test(text))?.[0] ?? "hardship";
}

const DISASTERS = "banjir|kebanjiran|gempa|longsor|kebakaran|kecelakaan|earthquakes?|floods?|accidents?";
const ILLNESS = "sakit|opname|dirawat|sick|ill";
const EVENTS = `${DISASTERS}|${ILLNESS}|flooded|meninggal|innalill?ahi|berduka|duka cita|dukacita|wafat|passed away|died|funeral`;

/** What libraries do about disasters, and what they lend and tell. */
const DRILLS =
  "simulasi|siaga|tanggap|sosialisasi|pelatihan|latihan|mitigasi|edukasi|penyuluhan|pencegahan|antisipasi|pemadam|asuransi|pengetahuan|materi";
const ABOUT = "tentang|mengenai|tema|topik|judul|buku|cerita|dongeng|film|video|poster|puisi|about";
const BETWEEN =
  "bencana|bahaya|tanggap|siaga|penanganan|pencegahan|evakuasi|risiko|pertolongan|pertama|dan|alam|saat|untuk|menghadapi|anak|yang|a|an|the";
const PLENTY =
  "pengunjung|pesanan|peminat|pembaca|pemustaka|orderan?|pujian|hadiah|diskon|promo|informasi|tawaran|dukungan|rezeki|peserta|tamu|buku";
const ENGLISH_DRILLS = "drills?|preparedness|awareness|training|simulation|exercises?|response|prevention|safety";

const anyOf = (...patterns: string[]) => new RegExp(`(?<= )(?:${patterns.join("|")})(?= )`, "gu");

/** In these nothing has come to anybody. */
const HARMLESS = anyOf(
  "rumah sakit(?:nya)?",
  `(?:${DRILLS})(?: (?:${BETWEEN})){0,3} (?:${DISASTERS})`,
  `(?:${ABOUT})(?: (?:${BETWEEN})){0,3} (?:${EVENTS})`,
  `(?:${DISASTERS}) (?:${ENGLISH_DRILLS})`,
  `(?:ke)?banjir(?:an)? (?:${PLENTY})`,
  "floods? of \\S+|flooded with \\S+",
  "obat(?: \\S+)? sakit(?: \\S+)?",
  "sakit hati",
  `(?:tidak|tdk|gak|ga|nggak|bukan|jangan|tanpa|bebas|anti|tahan|no|not|without|never)(?: (?:ada|pernah|lagi|sampai|yang|kena|terkena|a|an|any)){0,2} (?:${EVENTS})`,
);

const OVER = anyOf("(?:sudah|sdh|udah|telah) (?:sembuh|sehat|membaik|pulih|surut|reda)|recovered");
const NAMED = anyOf(EVENTS);

const KIN =
  "ibu|bapak|ayah|mama|mamak|papa|anak|suami|istri|isteri|kakak|adik|nenek|kakek|mertua|orang tua|orangtua|cucu|paman|bibi|keponakan|saudara|keluarga|almarhum|almarhumah";

/** Whose it is: their own, or of their people; or the place where they are. */
const THEIRS = anyOf(
  "saya|sy|aku|kami|kita|i|im|my|me|we|our|us",
  KIN,
  `(?:${KIN}|rumah|desa|kampung|dusun)(?:ku|nya)`,
  "(?:di ?)?sini|here",
  "kena|terkena|kebanjiran|tertimpa|terdampak|terendam|mengungsi",
);

/** A person who writes no more than this writes of themselves. */
const ILL_ALONE = new RegExp(
  `^(?:(?:maaf|mohon|izin|ijin|masih|lagi|sedang|hari|ini|sorry|still|today) )*(?:${ILLNESS})(?: (?:hari|ini|dulu|today))*$`,
  "u",
);

/** Said to those whom it has come to. */
const CONDOLENCE = anyOf("(?:turut|ikut) (?:berduka|duka|dukacita|berbelasungkawa)");

/**
 * Of a short text in small letters: "theirs", it has come to them; "named", it is spoken of, and nobody knows whose it is; null, nothing of
 * the kind. `said`: all of it between spaces. `plain`: without courtesies.
 */
export function griefSaid(said: string, plain: string): "theirs" | "named" | null {
  const rest = said.replace(HARMLESS, "");
  // A pattern with "g" remembers where it was: match() does not.
  const has = (pattern: RegExp) => rest.match(pattern) !== null;
  if (!has(NAMED) || has(OVER)) return null;
  if (has(CONDOLENCE)) return "named";
  return has(THEIRS) || ILL_ALONE.test(plain) ? "theirs" : "named";
}
