// Telegram's flood limits as a switch: over them, a message is refused with 429 and the seconds to wait.
import type { SandboxClock } from "../clock.js";
import { refuse } from "../methods/errors.js";

export interface LimitRules {
  /** Messages a second for the whole bot. */
  readonly perSecond: number;
  /** Messages that one chat takes at once before it allows only one a second. */
  readonly chatBurst: number;
  /** Messages a minute in a group. */
  readonly groupPerMinute: number;
  /** How many times quicker than Telegram: 100 lets 10,000 people be reached in three seconds. */
  readonly speed: number;
  /** A refusal closes the whole bot's door, and who knocks before it opens again doubles the wait; what was under way counts once. */
  readonly lengthens: boolean;
}

export interface Limits {
  on: boolean;
  rules: LimitRules;
  /** Counts messages to a chat, or refuses them. */
  spend(chatId: number, messages: number): void;
}

/** The first wait where refusals lengthen it. */
const FIRST_WAIT_SECONDS = 5;

/** As Telegram: about 30/s in bulk, 1/s in a chat with short bursts, 20/min in a group. */
const TELEGRAM_LIMITS: LimitRules = {
  perSecond: 30,
  chatBurst: 5,
  groupPerMinute: 20,
  speed: 1,
  lengthens: false,
};

export function createLimits(clock: SandboxClock, on: boolean, rules: LimitRules = TELEGRAM_LIMITS): Limits {
  let lastSecond: number[] = [];
  const chats = new Map<number, { tokens: number; at: number }>();
  const groups = new Map<number, number[]>();

  let closed = { at: 0, until: Number.NEGATIVE_INFINITY, seconds: 0 };

  const tooMany = (milliseconds: number): never => {
    let seconds = Math.max(1, Math.ceil(milliseconds / 1000));
    if (limits.rules.lengthens) {
      const now = clock.now().getTime();
      if (now >= closed.until) {
        seconds = Math.max(seconds, FIRST_WAIT_SECONDS);
        closed = { at: now, until: now + seconds * 1000, seconds };
      } else if (now - closed.at > 1000) {
        seconds = closed.seconds * 2;
        closed = { at: now, until: now + seconds * 1000, seconds };
      }
    }
    refuse(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
  };

  const limits: Limits = {
    on,
    rules,
    spend: (chatId, messages) => {
      if (!limits.on) return;
      const { perSecond, chatBurst, groupPerMinute, speed } = limits.rules;
      const now = clock.now().getTime();
      const second = 1000 / speed;
      if (now < closed.until) tooMany(closed.until - now);

      // A clock that was put back must not lock the bot out: what lies in the future no longer counts.
      lastSecond = lastSecond.filter((at) => at <= now && now - at < second);
      if (lastSecond.length + messages > perSecond) tooMany(second - (now - (lastSecond[0] ?? now)));

      const bucket = chats.get(chatId) ?? { tokens: chatBurst, at: now };
      const tokens = Math.min(chatBurst, bucket.tokens + Math.max(0, now - bucket.at) / second);
      // An album is never cut by the burst: one token lets it pass and the chat pays for it afterwards.
      if (tokens < 1) tooMany((1 - tokens) * second);

      const minute = (groups.get(chatId) ?? []).filter((at) => at <= now && now - at < 60 * second);
      if (chatId < 0 && minute.length + messages > groupPerMinute) tooMany(60 * second - (now - (minute[0] ?? now)));

      chats.set(chatId, { tokens: tokens - messages, at: now });
      for (let i = 0; i < messages; i++) {
        lastSecond.push(now);
        if (chatId < 0) minute.push(now);
      }
      if (chatId < 0) groups.set(chatId, minute);
    },
  };
  return limits;
}
