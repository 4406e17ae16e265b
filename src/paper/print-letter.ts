// The letter that somebody's work plans are carried out, as PDF: call it in a worker (workers/paper-worker.ts).
import type { LetterSheet } from "../domain/files/paper.js";
import { drawLetter } from "./drawings/letter-drawing.js";
import { printPdf } from "./print.js";

export const printLetter = (sheet: LetterSheet): Promise<Uint8Array> =>
  printPdf((measure) => [drawLetter(sheet, measure)]);
