// Who prints the stories for a meeting, outside the bot's thread.
import type { StorySheet } from "../../domain/files/paper.js";

export interface StorySheets {
  /** A4 pages. */
  pdf(sheet: StorySheet): Promise<Uint8Array>;
}
