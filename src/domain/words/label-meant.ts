// Which of a few buttons somebody means who writes a part of what stands on one: "TBM", "kendala", "provinsi".

/** A label that denies says the opposite of its other words: "Tidak ada perubahan" is not meant by "perubahan". */
const DENIALS: readonly string[] = [
  ...["tidak", "tdk", "tak", "gak", "nggak", "bukan", "belum", "blm", "tanpa"],
  ...["no", "not", "none", "nothing", "never", "without"],
];

/** "ya", "ok", "1": such a short word says too little. */
const FEWEST_LETTERS = 3;

/** Its place among the labels: of the only one that holds all words that were written. Null where none does, or several do. */
export function labelMeant(typed: string, labels: readonly string[]): number | null {
  const said = wordsIn(typed);
  const telling = said.filter((word) => !DENIALS.includes(word));
  if (telling.join("").length < FEWEST_LETTERS) return null;
  const fitting = labels.flatMap((label, at) => (said.every((word) => wordsIn(label).includes(word)) ? [at] : []));
  const [only] = fitting;
  if (only === undefined || fitting.length > 1) return null;
  return denies(wordsIn(labels[only] ?? "")) === denies(said) ? only : null;
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const denies = (words: string[]): boolean => words.some((word) => DENIALS.includes(word));
