// A button pressed again before anything else happened: on a slow line people tap until something moves. One effect, one reply.
import type { Context } from "grammy";
import type { World } from "../ports.js";

/** Longer than a burst of taps, shorter than somebody who has read the answer and means it again. */
const BURST_MILLISECONDS = 1000;

/**
 * Says whether this update is one tap too many. The same update again is none: the process may have died before it could answer.
 * Nothing depends on it but the number of replies: what a press changes has a key of its own.
 */
export async function isOneTapTooMany({ clock, store }: World, ctx: Context): Promise<boolean> {
  const { chatId, callbackQuery, update } = ctx;
  if (chatId === undefined) return false;
  if (callbackQuery?.data === undefined) {
    await store.taps.forget(chatId, ctx.msgId ?? 0, clock.now());
    return false;
  }
  const tap = {
    updateId: update.update_id,
    messageId: callbackQuery.message?.message_id ?? null,
    data: callbackQuery.data,
    at: clock.now(),
  };
  const before = await store.taps.swap(chatId, tap);
  return (
    before !== null &&
    before.updateId !== tap.updateId &&
    before.messageId === tap.messageId &&
    before.data === tap.data &&
    !isOver(before.at, tap.at)
  );
}

/** Also when the clock was set back, or that of another process is behind: rather one reply too many than none. */
function isOver(then: Date, now: Date): boolean {
  return now < then || now.getTime() - then.getTime() >= BURST_MILLISECONDS;
}
