// The stories for a meeting, as PDF: call it in a worker (workers/paper-worker.ts).
import type { StorySheet } from "../domain/files/paper.js";
import { drawStories } from "./drawings/story-drawing.js";
import { printPdf } from "./print.js";

export const printStories = (sheet: StorySheet): Promise<Uint8Array> =>
  printPdf((measure) => drawStories(sheet, measure));
