// A button pressed again before anything else happened: on a slow line people tap until something moves. One effect, one reply.
import type { Context, NextFunction } from "grammy";
import { isKnown } from "../../domain/people/person.js";
import type { Tap } from "../../ports/queue/taps.js";
import type { BotContext } from "../context.js";
import type { BotWorld } from "../world.js";

/** Longer than a burst of taps, shorter than somebody who has read the answer and means it again. */
const BURST_MILLISECONDS = 1000;

/**
 * Passes every update on but a tap too many. A stranger's taps are known to this process alone, and for a second: written down they
 * would keep the account of somebody who has agreed to nothing. Nothing depends on it but the number of replies: what a press changes
 * has a key of its own.
 */
export function withoutExtraTaps(world: BotWorld) {
  const latest = new Map<number, Tap>();
  return async (ctx: BotContext, next: NextFunction): Promise<void> => {
    const { chatId, chats } = ctx;
    ctx.hasKeyboard = false;
    ctx.progressBefore = null;
    ctx.lowestBefore = null;
    if (chatId === undefined) return next();
    const tap = tapOf(world, ctx);
    const now = world.clock.now();
    for (const [chat, { at }] of latest) if (isOver(at, now)) latest.delete(chat);
    const before = latest.get(chatId) ?? null;
    // Of everybody: anyone who asks to be forgotten is a stranger at the second tap.
    if (tap === null) latest.delete(chatId);
    else latest.set(chatId, tap);
    if (isKnown(ctx.actor)) {
      const chat = tap === null ? await chats.forget(chatId, ctx.msgId ?? 0, now) : await chats.swap(chatId, tap);
      ctx.hasKeyboard = chat.hasKeyboard;
      if (chat.progress?.updateId === ctx.update.update_id) ctx.progressBefore = chat.progress;
      ctx.lowestBefore = chat.lowest;
      if (tap !== null && isOneTooMany(chat.tap, tap)) return;
      await next();
      // A tap that waited while this one was answered is of the same burst, though it is looked at later.
      if (tap !== null && isKnown(ctx.actor)) await chats.answered(chatId, tap.updateId, world.clock.now());
      return;
    }
    if (tap !== null && isOneTooMany(before, tap)) return;
    await next();
    if (tap === null) return;
    const answered = { ...tap, at: world.clock.now() };
    latest.set(chatId, answered);
    // Anyone who has become known by this press is kept from pressing it again.
    if (isKnown(ctx.actor)) await chats.swap(chatId, answered);
  };
}

function tapOf({ clock }: BotWorld, { callbackQuery, update }: Context): Tap | null {
  if (callbackQuery?.data === undefined) return null;
  return {
    updateId: update.update_id,
    messageId: callbackQuery.message?.message_id ?? null,
    data: callbackQuery.data,
    at: clock.now(),
  };
}

/** The same update again is none: the process may have died before it could answer. */
function isOneTooMany(before: Tap | null, tap: Tap): boolean {
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
