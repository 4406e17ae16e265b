/** How people say months, days and parts of the day, in Indonesian and English, once day-spelling.ts has made it plain. */

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

export const PARTS_OF_DAY: readonly string[] = "pagi siang sore petang malam morning afternoon evening night".split(
  " ",
);

/** The word alone, and before a part of the day: anyone who says "besok sore" names tomorrow. */
function alsoInPart(word: string, days: number): (readonly [string, number])[] {
  return [word, ...PARTS_OF_DAY.map((part) => `${word} ${part}`)].map((said) => [said, days] as const);
}

/** Days counted from today. */
export const DAYS_FROM_TODAY: ReadonlyMap<string, number> = new Map([
  ...["hari ini", "sekarang", "today", "now", "tonight", "hari ini juga"].map((word) => [word, 0] as const),
  ...PARTS_OF_DAY.flatMap((part) => [[`${part} ini`, 0] as const, [`this ${part}`, 0] as const]),
  ...["tadi", "barusan", "nanti", "ini"].flatMap((word) => alsoInPart(word, 0)),
  // "Tadi malam" is last night, whatever "tadi" is else.
  ...["tadi malam", "semalam", "last night"].map((word) => [word, -1] as const),
  ...["besok", "tomorrow", "besok hari"].flatMap((word) => alsoInPart(word, 1)),
  ...["lusa", "besok lusa", "day after tomorrow", "the day after tomorrow"].flatMap((word) => alsoInPart(word, 2)),
  ...["kemarin", "yesterday"].flatMap((word) => alsoInPart(word, -1)),
  ...["kemarin dulu", "kemarin lusa", "lusa kemarin", "day before yesterday", "the day before yesterday"].flatMap(
    (word) => alsoInPart(word, -2),
  ),
]);

/** ISO weekday by name. */
export const WEEKDAY_NAMES: ReadonlyMap<string, number> = new Map([
  ...["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"].map((name, i) => [name, i + 1] as const),
  ...["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map(
    (name, i) => [name, i + 1] as const,
  ),
  // As our buttons and lists say them.
  ...["sen", "sel", "rab", "kam", "jum", "sab", "min"].map((name, i) => [name, i + 1] as const),
  ...["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((name, i) => [name, i + 1] as const),
  ["ahad", 7],
]);

/** Which week or month such a word means, counted from this one. */
export const TURNS_FROM_THIS: ReadonlyMap<string, -1 | 0 | 1> = new Map([
  ...["depan", "berikut", "berikutnya", "mendatang", "next", "coming"].map((word) => [word, 1] as const),
  ...["ini", "this"].map((word) => [word, 0] as const),
  ...["lalu", "yang lalu", "kemarin", "last"].map((word) => [word, -1] as const),
]);

/** Beside a weekday these mean the nearest one: nobody says "senin kemarin" of the week before. */
export const NEAREST_AHEAD: readonly string[] = ["besok", "mendatang", "akan datang", "yang akan datang", "coming"];
export const NEAREST_BACK: readonly string[] = ["kemarin", "barusan"];

const COUNT_WORDS: readonly (readonly string[])[] = [
  ["satu", "se", "one", "a", "an"],
  ["dua", "two"],
  ["tiga", "three"],
  ["empat", "four"],
  ["lima", "five"],
  ["enam", "six"],
  ["tujuh", "seven"],
  ["delapan", "eight"],
  ["sembilan", "nine"],
  ["sepuluh", "ten"],
  ["sebelas", "eleven"],
];

/** "3", "tiga", "three" as 3; undefined for any other word. */
export function countNamed(word: string): number | undefined {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const index = COUNT_WORDS.findIndex((words) => words.includes(word));
  return index === -1 ? undefined : index + 1;
}

/** Which hour is meant beside a part of the day: "7 malam" is 19:00, "12 malam" midnight, "1 siang" 13:00; "19.30 malam" says it twice. */
export const HOUR_IN_PART_OF_DAY: Readonly<Record<string, (hour: number) => number | undefined>> = {
  pagi: (hour) => (hour >= 0 && hour <= 11 ? hour : hour === 12 ? 0 : undefined),
  siang: (hour) => (hour >= 10 && hour <= 15 ? hour : hour >= 1 && hour <= 3 ? hour + 12 : undefined),
  sore: (hour) => (hour >= 15 && hour <= 18 ? hour : hour >= 2 && hour <= 6 ? hour + 12 : undefined),
  petang: (hour) => (hour >= 16 && hour <= 18 ? hour : hour >= 4 && hour <= 6 ? hour + 12 : undefined),
  malam: (hour) =>
    hour <= 3 || (hour >= 18 && hour <= 23) ? hour : hour >= 6 && hour <= 11 ? hour + 12 : hour === 12 ? 0 : undefined,
  morning: (hour) => (hour >= 1 && hour <= 11 ? hour : undefined),
  afternoon: (hour) => (hour === 12 ? 12 : hour >= 1 && hour <= 6 ? hour + 12 : undefined),
  evening: (hour) => (hour >= 4 && hour <= 11 ? hour + 12 : undefined),
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
