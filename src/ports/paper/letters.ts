// Who draws the letters of those who have finished, outside the bot's thread.
import type { LetterSheet } from "../../domain/files/paper.js";

export interface Letters {
  /** One A4 page. */
  pdf(sheet: LetterSheet): Promise<Uint8Array>;
}
