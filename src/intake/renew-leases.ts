// Says again and again that what is being handled is in living hands.
import type { InboxPort } from "../ports/queue/inbox.js";
import { causeOf, type Log } from "../ports/queue/log.js";
import type { Sleep } from "../ports/queue/waiting.js";
import type { Clock } from "../ports.js";

/**
 * Two renewals may be missed, so a slow database takes nothing from a living process; what a dead one held is handled by
 * another within ten seconds. Should a process be stopped for longer and wake up in the middle of a handler, the update's id in all that it
 * writes keeps twice from happening.
 */
export const LEASE_SECONDS = 8;
const RENEW_EVERY_MILLISECONDS = 2000;

export interface Leaseholder {
  inbox: Pick<InboxPort, "renew">;
  worker: string;
  clock: Clock;
  sleep: Sleep;
  log: Log;
}

/** Also during a stop, until the last update is settled. */
export async function renewLeases(
  { inbox, worker, clock, sleep, log }: Leaseholder,
  inHand: () => number[],
  over: AbortSignal,
): Promise<void> {
  while (!over.aborted) {
    await sleep(RENEW_EVERY_MILLISECONDS, over);
    const updateIds = inHand();
    if (over.aborted || updateIds.length === 0) continue;
    await inbox
      .renew({ worker, updateIds, leaseSeconds: LEASE_SECONDS, now: clock.now() })
      .catch((error: unknown) => log.warn("inbox.leases-not-renewed", { cause: causeOf(error) }));
  }
}
