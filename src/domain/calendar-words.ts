/** How people say months, days and parts of the day, in Indonesian and English: data for readDay and readTime. */

/** Month names by number; each may be cut short to three letters or more ("agt", "ags" are the usual exceptions). */
const MONTH_NAMES: readonly (readonly string[])[] = [
  ["januari", "january"],
  ["februari", "february", "pebruari"],
  ["maret", "march", "mrt"],
  ["april"],
  ["mei", "may"],
  ["juni", "june"],
  ["juli", "july"],
  ["agustus", "august", "agt", "ags"],
  ["september", "sept"],
  ["oktober", "october"],
  ["november", "nopember"],
  ["desember", "december"],
];

/** The number of the month that this word names, or undefined. "ma" could be three months, hence three letters at least. */
export function monthNamed(word: string): number | undefined {
  if (word.length < 3) return undefined;
  const index = MONTH_NAMES.findIndex((names) => names.some((name) => name.startsWith(word)));
  return index === -1 ? undefined : index + 1;
}

/** Days counted from today. */
export const DAYS_FROM_TODAY: ReadonlyMap<string, number> = new Map([
  ["hari ini", 0],
  ["sekarang", 0],
  ["today", 0],
  ["besok", 1],
  ["esok", 1],
  ["bsk", 1],
  ["tomorrow", 1],
  ["lusa", 2],
  ["besok lusa", 2],
  ["day after tomorrow", 2],
  ["kemarin", -1],
  ["kmrn", -1],
  ["yesterday", -1],
  ["last night", -1],
  ["semalam", -1],
  ["tadi malam", -1],
  ...["tadi", "tadi pagi", "tadi siang", "tadi sore", "nanti", "nanti siang", "nanti sore", "nanti malam"].map(
    (word) => [word, 0] as const,
  ),
  ...["pagi ini", "siang ini", "sore ini", "malam ini", "this morning", "this afternoon", "tonight"].map(
    (word) => [word, 0] as const,
  ),
  ...["besok pagi", "besok siang", "besok sore", "besok malam", "tomorrow morning"].map((word) => [word, 1] as const),
  ["kemarin dulu", -2],
  ["kemarin lusa", -2],
  ["lusa kemarin", -2],
  ["day before yesterday", -2],
]);

/** ISO weekday by name; "ahad" and "jum'at" are everyday spellings. */
export const WEEKDAY_NAMES: ReadonlyMap<string, number> = new Map([
  ...["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"].map((name, i) => [name, i + 1] as const),
  ...["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map(
    (name, i) => [name, i + 1] as const,
  ),
  // As our buttons and lists say them.
  ...["sen", "sel", "rab", "kam", "jum", "sab", "min"].map((name, i) => [name, i + 1] as const),
  ...["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((name, i) => [name, i + 1] as const),
  ["jum'at", 5],
  ["ahad", 7],
]);

/** Which week a word behind "minggu", "week" or a weekday means, counted from this one. */
export const WEEKS_FROM_THIS: ReadonlyMap<string, number> = new Map([
  ...["depan", "berikut", "berikutnya", "next", "coming", "mendatang"].map((word) => [word, 1] as const),
  ...["ini", "this"].map((word) => [word, 0] as const),
  ...["lalu", "kemarin", "last", "yang lalu", "yg lalu", "kmrn"].map((word) => [word, -1] as const),
]);

const COUNT_WORDS: readonly (readonly string[])[] = [
  ["satu", "se", "one", "a"],
  ["dua", "two"],
  ["tiga", "three"],
  ["empat", "four"],
  ["lima", "five"],
  ["enam", "six"],
  ["tujuh", "seven"],
  ["delapan", "eight"],
  ["sembilan", "nine"],
  ["sepuluh", "ten"],
];

/** "3", "tiga", "three" as 3; undefined for any other word. */
export function countNamed(word: string): number | undefined {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const index = COUNT_WORDS.findIndex((words) => words.includes(word));
  return index === -1 ? undefined : index + 1;
}

/** Which hours of a twelve-hour clock a part of the day means: "7 malam" is 19:00, "12 malam" midnight, "1 siang" 13:00. */
export const HOUR_IN_PART_OF_DAY: Readonly<Record<string, (hour: number) => number | undefined>> = {
  pagi: (hour) => (hour >= 1 && hour <= 11 ? hour : hour === 12 ? 0 : undefined),
  siang: (hour) => (hour >= 10 && hour <= 12 ? hour : hour >= 1 && hour <= 3 ? hour + 12 : undefined),
  sore: (hour) => (hour >= 2 && hour <= 6 ? hour + 12 : undefined),
  petang: (hour) => (hour >= 4 && hour <= 6 ? hour + 12 : undefined),
  malam: (hour) => (hour >= 6 && hour <= 11 ? hour + 12 : hour === 12 ? 0 : hour >= 1 && hour <= 3 ? hour : undefined),
  am: (hour) => (hour >= 1 && hour <= 12 ? hour % 12 : undefined),
  pm: (hour) => (hour >= 1 && hour <= 12 ? (hour % 12) + 12 : undefined),
};

const HOUR_WORDS = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split(" ");

/** "delapan pagi" as "8 pagi"; "dua belas" is twelve, not two. */
export function hourInDigits(text: string): string {
  return text.replace(/\bdua belas\b/, "12").replace(/[a-z]+/g, (word) => {
    const index = HOUR_WORDS.indexOf(word);
    return index === -1 ? word : String(index + 1);
  });
}

/** In small letters, with single spaces, without a full stop behind: as all words here are compared. */
export function tidyWords(input: string): string {
  return input.normalize("NFKC").toLowerCase().replace(/’/g, "'").replace(/\s+/g, " ").trim().replace(/[.!]$/, "");
}
