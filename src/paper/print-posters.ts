// Posters as PDF and as PNG: call it in a worker (workers/paper-worker.ts).
import type { Posters } from "../ports/paper/posters.js";
import { PAGE } from "./drawing.js";
import { drawPoster } from "./drawings/poster-drawing.js";
import { printPdf, printPicture } from "./print.js";

/** Twice the points: sharp on a phone, and Telegram makes it no smaller than it can be read. */
const PIXELS_WIDE = PAGE.width * 2;

export const printPosters: Posters = {
  pdf: (sheets) => printPdf((measure) => sheets.map((sheet) => drawPoster(sheet, measure))),
  picture: (sheet) => printPicture((measure) => drawPoster(sheet, measure), PIXELS_WIDE),
};
