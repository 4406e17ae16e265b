// Several processes on one database share Telegram's pace: each says that it lives, and takes its part of the thirty a second.
//
// Strictly, so that no second ever holds more than thirty of what is counted (replies in a crowd are not: pace.ts): anyone who joins is
// silent until all others must have seen it, and anyone who was not seen for a while has been counted out and joins anew. One a second
// to a chat is kept by each process for itself: two in the same second now and then are the short bursts that Telegram lets pass.
import type { DeliveryPort } from "../ports/queue/delivery.js";
import type { Pace } from "./pace.js";

export interface Sharing {
  /** Before each claim. Returns for how many milliseconds nothing may be sent yet. */
  takePart(now: Date): Promise<number>;
  leave(): Promise<void>;
}

/** No claim is made on knowledge older than this. */
export const BEAT_MILLISECONDS = 1000;
/** A process that died keeps its part for so long; one that lives is never silent for so long. */
const FORGOTTEN_AFTER_MILLISECONDS = 5000;
/** After the last beat of the others: until their next one, and then until what they sent before it is a second old. */
const JOINING_MILLISECONDS = 2 * BEAT_MILLISECONDS + 100;

export function createSharing(
  delivery: Pick<DeliveryPort, "beat" | "leave">,
  { worker, alone, pace }: { worker: string; alone: boolean; pace: Pace },
): Sharing {
  let beatAt: number | undefined;
  let silentUntil = Number.NEGATIVE_INFINITY;
  let others = 0;
  return {
    async takePart(now) {
      if (alone) return 0;
      const at = now.getTime();
      // Compared both ways: a clock that is set back must not switch this off.
      const age = beatAt === undefined ? Number.POSITIVE_INFINITY : Math.abs(at - beatAt);
      if (age >= BEAT_MILLISECONDS) {
        const since = new Date(at - FORGOTTEN_AFTER_MILLISECONDS);
        let seen = await delivery.beat(worker, now, since);
        if (age >= FORGOTTEN_AFTER_MILLISECONDS) {
          // Asked twice: of two that join at the same instant, the later one sees the other at the second look.
          seen = await delivery.beat(worker, now, since);
          // One that died is seen for some seconds yet, but sends nothing later than a living one would without a beat.
          silentUntil = Math.max(at, (seen.lastSeenAt?.getTime() ?? at - JOINING_MILLISECONDS) + JOINING_MILLISECONDS);
        }
        beatAt = at;
        // The part of somebody who has just left is taken over a beat later: what they sent last is still in Telegram's second.
        pace.share(Math.max(others, seen.count) + 1);
        others = seen.count;
      }
      return Math.max(0, Math.min(JOINING_MILLISECONDS, silentUntil - at));
    },
    async leave() {
      beatAt = undefined;
      if (!alone) await delivery.leave(worker);
    },
  };
}
