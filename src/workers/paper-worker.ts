// A thread that draws posters, letters or sheets, and ends. See files/bounds/in-worker.ts.
import { parentPort, workerData } from "node:worker_threads";
import type { LetterSheet, PosterSheet, StorySheet } from "../domain/files/paper.js";
import type { Sheet } from "../domain/files/sheet.js";
import { printLetter } from "../paper/print-letter.js";
import { printPosters } from "../paper/print-posters.js";
import { pictureOfSheet, printSheets } from "../paper/print-sheet.js";
import { printStories } from "../paper/print-stories.js";

export type PaperWork =
  | { draw: "posters"; sheets: readonly PosterSheet[] }
  | { draw: "poster picture"; sheet: PosterSheet }
  | { draw: "letter"; sheet: LetterSheet }
  | { draw: "stories"; sheet: StorySheet }
  | { draw: "sheets"; sheets: readonly Sheet[] }
  | { draw: "sheet picture"; sheet: Sheet };

function drawn(work: PaperWork): Promise<Uint8Array> {
  switch (work.draw) {
    case "posters":
      return printPosters.pdf(work.sheets);
    case "poster picture":
      return printPosters.picture(work.sheet);
    case "letter":
      return printLetter(work.sheet);
    case "stories":
      return printStories(work.sheet);
    case "sheets":
      return printSheets(work.sheets);
    case "sheet picture":
      return pictureOfSheet(work.sheet);
  }
}

parentPort?.postMessage(await drawn(workerData as PaperWork));
