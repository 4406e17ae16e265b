// A button pressed again before anything else happened: on a slow line people tap until something moves. One effect, one reply.
import type { Context } from "grammy";
import type { Clock } from "../ports.js";

/** Longer than a burst of taps, shorter than somebody who has read the answer and means it again. */
const BURST_MILLISECONDS = 1000;
/** So many chats are remembered before those whose burst is over are let go. */
const REMEMBERED = 1000;

interface Tap {
  updateId: number;
  messageId: number | undefined;
  data: string;
  at: number;
}

/**
 * Says whether this update is one tap too many. The same update again is none: the process may have died before it could answer.
 * Kept in memory, because nothing depends on it but the number of replies: what a press changes has a key of its own.
 */
export function doubleTaps(clock: Clock): (ctx: Context) => boolean {
  const last = new Map<number, Tap>();
  return ({ chatId, callbackQuery, update }) => {
    if (chatId === undefined) return false;
    const before = last.get(chatId);
    const at = clock.now().getTime();
    if (callbackQuery?.data === undefined) {
      last.delete(chatId);
      return false;
    }
    const tap = {
      updateId: update.update_id,
      messageId: callbackQuery.message?.message_id,
      data: callbackQuery.data,
      at,
    };
    if (last.size > REMEMBERED) for (const [chat, { at: then }] of last) if (isOver(then, at)) last.delete(chat);
    last.set(chatId, tap);
    return (
      before !== undefined &&
      before.updateId !== tap.updateId &&
      before.messageId === tap.messageId &&
      before.data === tap.data &&
      !isOver(before.at, at)
    );
  };
}

/** Also when the clock was set back: rather one reply too many than none. */
function isOver(then: number, now: number): boolean {
  return now < then || now - then >= BURST_MILLISECONDS;
}
