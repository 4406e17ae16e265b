// Who draws the posters of classes, outside the bot's thread.
import type { PosterSheet } from "../../domain/files/paper.js";

export interface Posters {
  /** One A4 page a sheet. */
  pdf(sheets: readonly PosterSheet[]): Promise<Uint8Array>;
  /** The same page as a PNG. */
  picture(sheet: PosterSheet): Promise<Uint8Array>;
}
