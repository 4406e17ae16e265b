// An album comes as one update for each of its parts, and is one message to the one who sent it: one answer, whichever part is first.
import type { NextFunction } from "grammy";
import { isKnown } from "../../domain/people/person.js";
import type { BotContext } from "../context.js";

/** Of strangers nothing is written down: theirs are known to this process alone. */
const MOST_OF_STRANGERS = 1000;

/** Notes which update speaks for its album; that one, handled again, still does. What is kept of the other parts is kept all the same. */
export function oneAnswerAnAlbum() {
  const ofStrangers = new Map<string, number>();
  return async (ctx: BotContext, next: NextFunction): Promise<void> => {
    const { actor, chats, chatId, message, update, world } = ctx;
    const albumId = message?.media_group_id;
    ctx.restOfAlbum = false;
    if (albumId === undefined || chatId === undefined) return next();
    const updateId = update.update_id;
    if (isKnown(actor)) {
      ctx.restOfAlbum = !(await chats.isFirst(chatId, albumId, updateId, world.clock.now()));
    } else {
      const first = ofStrangers.get(albumId) ?? updateId;
      if (ofStrangers.size >= MOST_OF_STRANGERS) ofStrangers.clear();
      ofStrangers.set(albumId, first);
      ctx.restOfAlbum = first !== updateId;
    }
    await next();
  };
}
