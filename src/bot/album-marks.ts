// Photos that are sent together come as one update each: the later ones are told apart, so that an album is answered once.
import type { NextFunction } from "grammy";
import type { BotContext } from "./context.js";

/** Albums come within seconds: of so many the first are long done. */
const MOST_ALBUMS = 1000;

/** Remembered by the process alone: what one chat sends is handled by one process, in order. */
export function markAlbums(): (ctx: BotContext, next: NextFunction) => Promise<void> {
  const firstUpdates = new Map<string, number>();
  return async (ctx, next) => {
    const album = ctx.message?.media_group_id;
    ctx.isLaterOfAlbum = false;
    if (album !== undefined) {
      const { update_id: updateId } = ctx.update;
      const first = firstUpdates.get(album);
      if (first === undefined) {
        if (firstUpdates.size >= MOST_ALBUMS) firstUpdates.clear();
        firstUpdates.set(album, updateId);
      }
      // The first one handled again is still the first.
      ctx.isLaterOfAlbum = first !== undefined && first !== updateId;
    }
    await next();
  };
}
