// Of several processes on one database one polls, for Telegram allows no more; the others handle what it writes down, and one of
// them takes its place within seconds when it dies.
import type { LeasesPort } from "../../ports/queue/leases.js";
import { causeOf, type Log } from "../../ports/queue/log.js";
import type { Sleep } from "../../ports/queue/waiting.js";
import type { Clock } from "../../ports.js";
import { AnotherPollerError } from "./poller.js";

export interface PollInTurnOptions {
  leases: LeasesPort;
  clock: Clock;
  sleep: Sleep;
  log: Log;
  worker: string;
  /** Polls until the signal aborts; throws when polling has ended for good. */
  poll: (signal: AbortSignal) => Promise<void>;
  /** Called each time that another process is found to have the turn. */
  onOthersTurn?: () => void;
}

const LEASE = "poller";
/** Two renewals may be missed: a slow database ends nobody's turn. People who write to a process that died wait so long. */
const LEASE_MILLISECONDS = 4000;
const RENEW_EVERY_MILLISECONDS = 1000;

/** @throws what `poll` throws, but for a 409 that only says that another process of ours has the turn now. */
export async function pollInTurn(options: PollInTurnOptions, signal: AbortSignal): Promise<void> {
  const { leases, clock, sleep, log, worker, poll } = options;

  const take = async (): Promise<boolean | "database away"> => {
    const now = clock.now();
    try {
      return await leases.take(LEASE, worker, new Date(now.getTime() + LEASE_MILLISECONDS), now);
    } catch (error) {
      log.warn("poller.turn-failed", { cause: causeOf(error) });
      return "database away";
    }
  };

  while (!signal.aborted) {
    const taken = await take();
    if (taken !== true) {
      if (taken === false) options.onOthersTurn?.();
      await sleep(RENEW_EVERY_MILLISECONDS, signal);
      continue;
    }
    const turn = new AbortController();
    const endTurn = () => turn.abort();
    signal.addEventListener("abort", endTurn);
    // Stopped while the turn was being taken: there is nothing left to hear.
    if (signal.aborted) endTurn();
    const renewed = (async () => {
      while (!turn.signal.aborted) {
        await sleep(RENEW_EVERY_MILLISECONDS, turn.signal);
        // With the database away nobody else can take it either, and updates stay unconfirmed: the poll goes on.
        if (!turn.signal.aborted && (await take()) === false) endTurn();
      }
    })();
    try {
      await poll(turn.signal);
    } catch (error) {
      if (!(error instanceof AnotherPollerError) || (await take()) === true) throw error;
      log.warn("poller.taken-over");
    } finally {
      endTurn();
      await renewed;
      signal.removeEventListener("abort", endTurn);
    }
  }
  await leases
    .release(LEASE, worker)
    .catch((error: unknown) => log.warn("poller.turn-not-given", { cause: causeOf(error) }));
}
