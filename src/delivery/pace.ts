// How quickly we may speak: 30 messages a second in all, one a second to one chat. Time is passed in; nothing here waits.

export interface Pace {
  /** How many messages may leave now. */
  allowance(now: Date): number;
  /** One message leaves for this chat. */
  spend(chatId: number, now: Date): void;
  /** Chats that were written to less than a second ago. */
  restingChats(now: Date): number[];
  /** Milliseconds until one more may leave; 0: now. */
  untilNext(now: Date): number;
  /** Milliseconds until the first resting chat may be written to; undefined: none rests. */
  untilRested(now: Date): number | undefined;
}

export interface PaceRules {
  perSecond: number;
  /** How many may leave back to back after a pause, to make up for timers that ring late. */
  burst: number;
  chatRestMilliseconds: number;
}

/**
 * Telegram: about 30/s in bulk, 1/s in a chat. Evenly spaced, because a burst that the line squeezes together would be refused; two
 * more may follow at once to make up for timers of 33 ms that ring after 35.
 */
export const TELEGRAM_PACE: PaceRules = { perSecond: 30, burst: 3, chatRestMilliseconds: 1000 };

/** A little longer than a second: what left 1000 ms apart can arrive 996 ms apart. */
const WINDOW_MILLISECONDS = 1005;

export function createPace(rules: PaceRules = TELEGRAM_PACE): Pace {
  const interval = 1000 / rules.perSecond;
  const credit = interval * (rules.burst - 1);
  // The instant at which the even schedule would be level again: a bucket of tokens in one number.
  let levelAt = Number.NEGATIVE_INFINITY;
  let lastWindow: number[] = [];
  const restUntil = new Map<number, number>();

  const forget = (now: number) => {
    lastWindow = lastWindow.filter((at) => now - at < WINDOW_MILLISECONDS && at <= now);
    // Nothing spent until now can reach further ahead than this; if it does, the clock was set back and old times mean nothing.
    if (levelAt - now > credit + interval) levelAt = now;
    for (const [chatId, until] of restUntil) {
      if (until <= now || until - now > rules.chatRestMilliseconds) restUntil.delete(chatId);
    }
  };

  return {
    allowance(now) {
      forget(now.getTime());
      const debt = Math.max(0, levelAt - now.getTime());
      // 1e-9: a third of a second is no exact number.
      const spaced = Math.floor((credit - debt) / interval + 1 + 1e-9);
      return Math.max(0, Math.min(spaced, rules.perSecond - lastWindow.length));
    },
    spend(chatId, now) {
      levelAt = Math.max(levelAt, now.getTime()) + interval;
      lastWindow.push(now.getTime());
      if (rules.chatRestMilliseconds > 0) restUntil.set(chatId, now.getTime() + rules.chatRestMilliseconds);
    },
    restingChats(now) {
      forget(now.getTime());
      return [...restUntil.keys()];
    },
    untilNext(now) {
      const spaced = levelAt - credit - now.getTime();
      const windowed =
        lastWindow.length < rules.perSecond ? 0 : (lastWindow[0] ?? 0) + WINDOW_MILLISECONDS - now.getTime();
      return Math.max(0, Math.ceil(Math.max(spaced, windowed)));
    },
    untilRested(now) {
      const ends = [...restUntil.values()].map((until) => until - now.getTime()).filter((left) => left > 0);
      return ends.length === 0 ? undefined : Math.min(...ends);
    },
  };
}
