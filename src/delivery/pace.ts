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
 * Telegram: about 30/s in bulk, 1/s in a chat (limits in docs). A burst of 3 costs nothing against the limit of any one second
 * worth mentioning, and keeps the rate when a timer of 33 ms rings after 35.
 */
export const TELEGRAM_PACE: PaceRules = { perSecond: 30, burst: 3, chatRestMilliseconds: 1000 };

export function createPace(rules: PaceRules = TELEGRAM_PACE): Pace {
  const interval = 1000 / rules.perSecond;
  const credit = interval * (rules.burst - 1);
  // The instant at which the schedule would be level again; a bucket of tokens in one number.
  let levelAt = Number.NEGATIVE_INFINITY;
  const restUntil = new Map<number, number>();

  // Nothing spent now can reach further ahead than this; if it does, the clock was set back and old times mean nothing.
  const forgetOtherClocks = (now: number) => {
    if (levelAt - now > credit + interval) levelAt = now;
    for (const [chatId, until] of restUntil) {
      if (until <= now || until - now > rules.chatRestMilliseconds) restUntil.delete(chatId);
    }
  };

  return {
    allowance(now) {
      forgetOtherClocks(now.getTime());
      const debt = Math.max(0, levelAt - now.getTime());
      return Math.max(0, Math.floor((credit - debt) / interval + 1 + 1e-9));
    },
    spend(chatId, now) {
      levelAt = Math.max(levelAt, now.getTime()) + interval;
      restUntil.set(chatId, now.getTime() + rules.chatRestMilliseconds);
    },
    restingChats(now) {
      forgetOtherClocks(now.getTime());
      return [...restUntil.keys()];
    },
    untilNext(now) {
      return Math.max(0, Math.ceil(levelAt - credit - now.getTime()));
    },
    untilRested(now) {
      const ends = [...restUntil.values()].map((until) => until - now.getTime()).filter((left) => left > 0);
      return ends.length === 0 ? undefined : Math.min(...ends);
    },
  };
}
