// How many messages may be under way at once: as few as reach the pace, because each is one more that a crash leaves unknown.
// A near Telegram needs two; at 180 ms a call two would say eleven a second, and an announcement take fifteen minutes.
import { TELEGRAM_PACE } from "./pace.js";

export interface Room {
  /** How many may be under way, for so many messages a second of Telegram's thirty. */
  size(perSecond: number): number;
  /** One message took so long, from its claim to its settlement. */
  took(milliseconds: number): void;
}

export const FEWEST_UNDER_WAY = 2;
/** Reaches 30/s at 320 ms a message: a slow line's, or our own while thousands press a button at once. */
export const MOST_UNDER_WAY = 12;
/** Beyond this Telegram is in trouble and may be away next: more under way would be more unknown, and hardly more sent. */
const TROUBLED_MILLISECONDS = 1000;
/** One slow message changes nothing, a slow line does within a second. */
const REMEMBERED = 15;
/** Messages do not take turns evenly. */
const SPARE = 1.25;

export function createRoom(): Room {
  const lately: number[] = [];
  return {
    size(perSecond) {
      const sorted = [...lately].sort((a, b) => a - b);
      const usual = sorted[Math.floor(sorted.length / 2)] ?? 0;
      if (usual > TROUBLED_MILLISECONDS) return FEWEST_UNDER_WAY;
      const needed = Math.ceil((usual / 1000) * Math.min(perSecond, TELEGRAM_PACE.perSecond) * SPARE);
      return Math.min(MOST_UNDER_WAY, Math.max(FEWEST_UNDER_WAY, needed));
    },
    took(milliseconds) {
      lately.push(milliseconds);
      if (lately.length > REMEMBERED) lately.shift();
    },
  };
}
