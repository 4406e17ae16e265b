// What somebody who tells of grief tells of: by their words, to say it to those who look after them.
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
