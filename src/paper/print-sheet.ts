// Sheets as PDF and as PNG: call it in a worker (workers/paper-worker.ts).
import type { Sheet } from "../domain/files/sheet.js";
import { drawSheetPages, drawSheetPicture } from "./drawings/sheet-drawing.js";
import { printPdf, printPicture } from "./print.js";

/** Legible as wide as a phone, and not made smaller by Telegram. */
const PIXELS_WIDE = 1080;

/** Each sheet begins on a page of its own. */
export const printSheets = (sheets: readonly Sheet[]): Promise<Uint8Array> =>
  printPdf((measure) =>
    sheets.flatMap((sheet) => drawSheetPages(sheet, measure, (page, pages) => `${page} / ${pages}`)),
  );

export const pictureOfSheet = (sheet: Sheet): Promise<Uint8Array> =>
  printPicture((measure) => drawSheetPicture(sheet, measure), PIXELS_WIDE);
