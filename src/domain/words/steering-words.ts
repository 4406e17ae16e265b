/** Words that steer a form, as people write them: in any case and spacing, with a button's arrow, in either language. */

export type SteeringWord = "cancel" | "back" | "skip" | "done" | "next" | "help" | "menu";

/** In small letters, without spaces and signs. Two languages, whatever the person's own: phones and habits are mixed. */
const WORDS: Record<SteeringWord, readonly string[]> = {
  cancel: [
    ...["batal", "batalkan", "dibatalkan", "batalsaja", "cancel", "cancelled", "canceled", "abort"],
    ...[
      "tidakjadi",
      "tdkjadi",
      "takjadi",
      "gakjadi",
      "gajadi",
      "nggakjadi",
      "enggakjadi",
      "ngakjadi",
      "tidakjd",
      "gkjd",
    ],
    ...["nevermind"],
  ],
  back: ["kembali", "mundur", "back", "goback", "previous"],
  skip: ["lewati", "lewat", "lewatkan", "lewatisaja", "skip", "skipthis"],
  done: ["selesai", "sudahselesai", "selesaisudah", "done", "finish", "finished", "alldone"],
  next: ["lanjut", "lanjutkan", "lanjutkanisian", "lanjutkanpengisian", "continue", "goon", "next", "resume"],
  help: ["bantuan", "help", "mintabantuan"],
  menu: ["menu", "menuutama", "mainmenu"],
};

/** Said beside the word out of politeness or impatience, and meaning nothing here. */
const COURTESY = /^(tolong|mohon|please|pls)|(saja|aja|dong|deh|ya|yah|pak|bu|bapak|ibu|kak|min|please|pls)$/;

const MEANING = new Map(Object.entries(WORDS).flatMap(([word, all]) => all.map((one) => [one, word as SteeringWord])));

/** Longer than any of them with its courtesies; what is longer is somebody's sentence. */
const LONGEST = 60;

/** The word that the whole text is, or null: an answer that only holds such a word is an answer. */
export function steeringWord(text: string): SteeringWord | null {
  if (text.length > LONGEST || text.trimStart().startsWith("/")) return null;
  let plain = plainLetters(text);
  for (;;) {
    const meant = MEANING.get(plain);
    if (meant !== undefined) return meant;
    const shorter = plain.replace(COURTESY, "");
    if (shorter === plain) return null;
    plain = shorter;
  }
}

/** How words are compared that people type from a button: letters and digits alone, in small ones. */
export function plainLetters(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
