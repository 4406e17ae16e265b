// Works the inbox off: each chat in order, many chats at once, every update under a deadline.
import type { Update } from "grammy/types";
import { type Handling, handlingOf } from "../ports/queue/handling.js";
import type { ClaimedUpdate, GivenUpUpdate, InboxPort } from "../ports/queue/inbox.js";
import { causeOf, type Log } from "../ports/queue/log.js";
import { backOffMilliseconds, createBell, type Sleep } from "../ports/queue/waiting.js";
import type { Clock } from "../ports.js";
import { handlingFor } from "./handling-for.js";
import { LEASE_SECONDS, renewLeases } from "./renew-leases.js";
import { together } from "./together.js";
import { underDeadline } from "./under-deadline.js";

export interface LanesOptions {
  inbox: InboxPort;
  handle: (update: Update) => Promise<void>;
  clock: Clock;
  sleep: Sleep;
  log: Log;
  /** This process's name among all that share the database; new at every start. */
  worker: string;
  /** True when no other process can be alive (embedded database): what was left behind is taken back at once. */
  alone: boolean;
  /** True for an error that says nothing about the update, such as Telegram or the database being away: tried again, uncounted. */
  isOutage?: (error: unknown) => boolean;
  /** Whether this process has as much to do as it can. */
  isSaturated?: () => boolean;
  /** Whether people still wait at the door for a sign that their press arrived. */
  isDoorBusy?: () => boolean;
  /** Told of an update that every try has failed on: its sender should hear of it. */
  apologise?: (update: Update) => Promise<void>;
  /** Handles the first update that is one too many for its chat (per-chat-limit.ts). */
  tellOfExcess?: (update: Update) => Promise<void>;
  /** Called each time that the inbox could be looked into. */
  onLooked?: () => void;
  /** Called after updates were handled, once for those that ended together: what they posted can leave now. */
  onHandled?: () => void;
  /** Told of each update that was handled to its end: how long its person waited since it was written down. */
  onAnswered?: (milliseconds: number) => void;
}

export interface Lanes {
  start(): void;
  /** Takes nothing new and waits for what is being handled, at most this long; the rest is given back. */
  stop(graceMilliseconds: number): Promise<void>;
  /** How many updates are being handled now. */
  busy(): number;
  isRunning(): boolean;
  /** Updates were written down: look now instead of at the next second. */
  wake(): void;
  /** Resolves when nothing waits and nothing is being handled. For tests and the demo. */
  idle(): Promise<void>;
  /** What was received until then was held up by more than a crowd: it is answered at the pace. */
  heldUp(until: Date): void;
}

/** Chats at once: a handler mostly waits, about 0.1 s for Telegram, so that 48 serve some hundred people a second. */
export const LANES = 48;
/** While the processor is the bottleneck: enough to keep it busy, few enough that posts on their way are not held up by the crowd. */
const LANES_WHEN_SATURATED = 6;
/** Of all lanes, strangers' at most: a crowd that nobody knows leaves room for the people of the programme. */
const STRANGERS_PART = 0.5;
/** How soon updates of other processes are seen; our own ring the bell. */
const POLL_MILLISECONDS = 1000;
const RECLAIM_EVERY_MILLISECONDS = 2000;
const LONGEST_BACK_OFF_MILLISECONDS = 5000;
/** Five minutes: then even an outage counts as a failure, for it may be this update that Telegram chokes on. */
const MOST_OUTAGES = 60;

export function createLanes(options: LanesOptions): Lanes {
  const { inbox, handle, clock, sleep, log, worker, alone, isOutage = () => false, onHandled = () => {} } = options;
  const { onAnswered = () => {}, onLooked = () => {} } = options;
  const { apologise = async () => {}, isSaturated = () => false, isDoorBusy = () => false } = options;
  const { tellOfExcess = async () => {} } = options;
  const bell = createBell(sleep);
  const busy = new Map<number, { update: ClaimedUpdate; handled: Promise<void> }>();
  let stopping = new AbortController();
  let renewing = new AbortController();
  let loop: Promise<void> | undefined;
  let idlers: (() => void)[] = [];
  const outages = new Map<number, number>();
  let reclaimedAt: number | undefined;
  let heldUpAt = clock.now();
  // While there are suspects, one update at a time: should it kill this process, no bystander is held with it, again and again,
  // until it is taken for the culprit. They are the oldest, so they come first.
  let suspects = 0;

  const settleTogether = together<number>(async (updateIds) => {
    await inbox.settle(updateIds, worker, clock.now());
    onHandled();
  });

  /** How many lanes may be busy now. While the processor is the bottleneck, the sign at the door comes before the answer. */
  const open = (): number => {
    if (!isSaturated()) return LANES;
    return isDoorBusy() ? 1 : LANES_WHEN_SATURATED;
  };

  /** Starts what can start. Returns true when there was nothing. */
  const turn = async (): Promise<boolean> => {
    const now = clock.now();
    await reclaimNowAndThen(now);
    const lanes = suspects > 0 ? 1 : open();
    const limit = lanes - busy.size;
    // In a crowd several are taken up at once: to ask for each alone would cost as much as some of them.
    if (limit <= 0 || (lanes < LANES && busy.size > 0 && limit < lanes / 2)) return true;
    const inHand = [...busy.values()].map(({ update }) => update);
    const strangers = Math.max(0, Math.ceil(lanes * STRANGERS_PART) - inHand.filter((one) => one.isStranger).length);
    const chatsInHand = inHand.map(({ chatId }) => chatId);
    const claimed = await inbox.claim({ worker, limit, strangers, chatsInHand, leaseSeconds: LEASE_SECONDS, now });
    for (const update of claimed) {
      const handled = work(update).finally(() => {
        busy.delete(update.updateId);
        if (update.attempts > 0) suspects = Math.max(0, suspects - 1);
        bell.ring();
      });
      busy.set(update.updateId, { update, handled });
    }
    if (claimed.length > 0) return false;
    suspects = 0;
    if (idlers.length > 0 && busy.size === 0) await tellIdlers();
    return true;
  };

  const work = async (update: ClaimedUpdate): Promise<void> => {
    let failure: { error: unknown } | undefined;
    try {
      const { payload } = update;
      await underDeadline(
        handlingFor(update, heldUpAt),
        () => (update.isExcess ? tellOfExcess : handle)(payload as Update),
        sleep,
      );
    } catch (error) {
      failure = { error };
    }
    // Whatever happened is written down, as soon as the database is there: else the lane would wait for its lease.
    for (let failures = 1; ; failures++) {
      try {
        await settle(update, failure);
        break;
      } catch (error) {
        log.warn("update.settle-failed", { updateId: update.updateId, cause: causeOf(error) });
        if (stopping.signal.aborted) return;
        await sleep(backOffMilliseconds(failures, LONGEST_BACK_OFF_MILLISECONDS), stopping.signal);
      }
    }
  };

  const settle = async (update: ClaimedUpdate, failure: { error: unknown } | undefined): Promise<void> => {
    const { updateId } = update;
    if (failure === undefined) {
      await settleTogether(updateId);
      onAnswered(clock.now().getTime() - update.receivedAt.getTime());
      outages.delete(updateId);
      return;
    }
    const cause = causeOf(failure.error);
    const times = (outages.get(updateId) ?? 0) + 1;
    if (isOutage(failure.error) && times < MOST_OUTAGES) {
      // Nothing is wrong with this update: it keeps its lane while it waits, so that few ask again and again.
      outages.set(updateId, times);
      heldUpAt = clock.now();
      log.warn("update.postponed", { updateId, times, cause });
      await sleep(backOffMilliseconds(times, LONGEST_BACK_OFF_MILLISECONDS), stopping.signal);
      await inbox.release(worker, [updateId]);
      return;
    }
    outages.delete(updateId);
    const becomes = await inbox.fail(updateId, worker, cause, clock.now());
    if (becomes === "waiting") return log.warn("update.tried-again", { updateId, cause });
    log.error("update.parked", { updateId, cause });
    await tellGivenUp(update, handlingFor(update, heldUpAt));
  };

  const tellGivenUp = (update: GivenUpUpdate, handling?: Handling): Promise<void> =>
    handlingOf(handling ?? { chatId: update.chatId, saidAt: clock.now(), steps: 0, isOver: false }, () =>
      apologise(update.payload as Update),
    ).catch((error) => log.warn("update.not-apologised", { updateId: update.updateId, cause: causeOf(error) }));

  const reclaimNowAndThen = async (now: Date): Promise<void> => {
    // Compared both ways: a clock that is set back must not switch this off.
    if (reclaimedAt !== undefined && Math.abs(now.getTime() - reclaimedAt) < RECLAIM_EVERY_MILLISECONDS) return;
    const inHand = [...busy.keys()];
    const { waiting, parked, lost, suspects: more } = await inbox.reclaim({ worker, alone, inHand, now });
    reclaimedAt = now.getTime();
    suspects += more;
    if (lost > 0) log.warn("inbox.claim-unheard", { lost });
    if (waiting > 0) log.warn("inbox.process-died", { waiting });
    if (parked.length > 0) log.error("inbox.parked", { parked: parked.length });
    for (const update of parked) void tellGivenUp(update);
  };

  const tellIdlers = async (): Promise<void> => {
    // Who asks while we look must not be told what we saw before they asked.
    const asked = idlers;
    const { waiting, claimed } = await inbox.counts();
    if (waiting + claimed > 0) return;
    for (const tell of asked) tell();
    idlers = idlers.filter((tell) => !asked.includes(tell));
  };

  const run = async (): Promise<void> => {
    for (let failures = 0; !stopping.signal.aborted; ) {
      try {
        const nothing = await turn();
        onLooked();
        failures = 0;
        if (nothing && !stopping.signal.aborted) await bell.wait(POLL_MILLISECONDS);
      } catch (error) {
        failures += 1;
        heldUpAt = clock.now();
        log.warn("inbox.claim-failed", { cause: causeOf(error) });
        await sleep(backOffMilliseconds(failures, LONGEST_BACK_OFF_MILLISECONDS), stopping.signal);
      }
    }
  };

  return {
    start() {
      stopping = new AbortController();
      renewing = new AbortController();
      heldUpAt = clock.now();
      loop = run();
      void renewLeases(options, () => [...busy.keys()], renewing.signal);
    },
    async stop(graceMilliseconds) {
      stopping.abort();
      bell.ring();
      const grace = new AbortController();
      const ended = Promise.all([loop, ...[...busy.values()].map(({ handled }) => handled)]);
      await Promise.race([ended, sleep(graceMilliseconds, grace.signal)]);
      grace.abort();
      renewing.abort();
      // Given back now, the next process need not wait for the lease.
      await inbox.release(worker).catch((error) => log.warn("inbox.not-given-back", { cause: causeOf(error) }));
    },
    busy: () => busy.size,
    isRunning: () => loop !== undefined && !stopping.signal.aborted,
    wake: () => bell.ring(),
    heldUp(until) {
      heldUpAt = until;
    },
    idle() {
      return new Promise((resolve) => {
        idlers = [...idlers, resolve];
        bell.ring();
      });
    },
  };
}
