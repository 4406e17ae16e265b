// How far it is with what takes long: one message, changed every few seconds, in whose place the answer stands in the end.
import type { NextFunction } from "grammy";
import { callTelegram, toTelegram } from "../../delivery/telegram/to-telegram.js";
import type { Message } from "../../domain/messages/message.js";
import { isKnown } from "../../domain/people/person.js";
import type { HowFar } from "../../ports/progress.js";
import type { ProgressShown } from "../../ports/queue/taps.js";
import type { Sleep } from "../../ports/queue/waiting.js";
import type { BotContext, Progress } from "../context.js";
import { change } from "./show.js";

/** People who wait less than that need no word; and Telegram takes no more than twenty edits a minute in one chat. */
const EVERY_MILLISECONDS = 3000;

/** `sleep`: missing, nobody is told how far it is. */
export function tellingProgress(sleep: Sleep | undefined) {
  return async (ctx: BotContext, next: NextFunction): Promise<void> => {
    if (!isKnown(ctx.actor) || ctx.chatId === undefined) return next();
    const progress = createProgress(ctx, ctx.chatId, sleep);
    ctx.progress = progress;
    ctx.world = { ...ctx.world, progress: progress.tell };
    try {
      await next();
    } finally {
      await progress.end();
    }
  };
}

function createProgress(ctx: BotContext, chatId: number, sleep: Sleep | undefined): Progress {
  const { chats } = ctx;
  const { clock } = ctx.world;
  const over = new AbortController();
  let latest: HowFar | null = null;
  let showing: Promise<void> | undefined;
  let shown = ctx.progressBefore;
  const note = async (now: ProgressShown) => {
    shown = now;
    await chats.noteProgress(chatId, now, clock.now());
  };

  /** Written down before it is sent: when the update is handled again, no second one is sent. */
  const begin = async (message: Message): Promise<void> => {
    const { update_id: updateId } = ctx.update;
    const pressed = ctx.callbackQuery?.message?.message_id;
    const isLast = pressed !== undefined && !(await chats.isAnythingBelow(chatId, pressed));
    await note({ updateId, messageId: isLast ? pressed : null, isOver: false });
    if (isLast) return change(ctx, pressed, message);
    await note({ updateId, messageId: await callTelegram(ctx.api, toTelegram(chatId, message)), isOver: false });
  };

  const show = async (at: HowFar): Promise<void> => {
    const message = wordsFor(ctx, at);
    if (shown === null) return begin(message);
    if (shown.messageId !== null && !shown.isOver) await change(ctx, shown.messageId, message);
  };

  const showNowAndThen = async (wait: Sleep): Promise<void> => {
    for (let told: HowFar | null = null; ; ) {
      const from = clock.now().getTime();
      await wait(EVERY_MILLISECONDS, over.signal);
      // Woken long before its time: the process ends.
      if (over.signal.aborted || clock.now().getTime() - from < EVERY_MILLISECONDS / 2) return;
      if (latest === null || latest === told) continue;
      told = latest;
      await show(latest);
    }
  };

  return {
    tell(at) {
      latest = at;
      if (sleep === undefined || over.signal.aborted) return;
      // The work itself is not disturbed by it; if Telegram or the database is away, its answer fails for all to see.
      showing ??= showNowAndThen(sleep).catch(() => undefined);
    },
    async end() {
      over.abort();
      await showing;
      return shown;
    },
    async answered() {
      if (shown !== null && !shown.isOver) await note({ ...shown, isOver: true });
    },
  };
}

function wordsFor({ texts }: BotContext, at: HowFar): Message {
  const { progress } = texts.roster;
  if (at.what === "simulating") return texts.simulation.progress(at.done, at.total);
  if (at.what === "gathering") return texts.exports.gathering(at.done, at.total);
  return at.what === "reading" ? progress.reading(at.done, at.total) : progress[at.what]();
}
