// What a cell says: its words without what nobody sees, and nothing where the office wrote that there is nothing.
import { cleanWords } from "../../words/clean-words.js";

const NOTHING =
  /^(?:[-–—_.…*?/\\ ]*|n\/?a|nihil|kosong|none|null|nan|#n\/a|#(?:ref|value|name|div\/0|null|num)[!?]?|(?:tidak|tdk|belum|blm) (?:ada|punya|tahu|diisi)|menyusul|\(menyusul\)|tba)$/i;

/** Nearly every cell is plain, and cleaning costs more than all else that is done with it. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** The words of the cell on one line; "" for "-", "tidak ada", "menyusul" and the like. */
export function saidText(cell: string): string {
  const text = PLAIN.test(cell) ? cell : cleanWords(cell).replace(/\s+/g, " ").trim();
  return NOTHING.test(text) ? "" : text;
}
