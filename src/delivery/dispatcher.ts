// Takes what is due from the outbox to Telegram: claim, depart, send, settle; most urgent first, few at a time, at Telegram's pace.
//
// Nothing is lost: a row leaves the queue only by a settlement, and what a dead process held is judged by its lease. Nothing goes
// twice unseen: that a row departs is committed before its request is written, so a row that may have been sent is never taken for
// one that was not; if its answer is lost it is "unknown", a state that a person sees, because Telegram has no way to ask again
// safely. Between claim and departure a row can still be recalled, by a fact that makes it pointless.
import type { ClaimedPost, DeliveryPort } from "../ports/queue/delivery.js";
import { causeOf, type Log } from "../ports/queue/log.js";
import { backOffMilliseconds, createBell, type Sleep } from "../ports/queue/waiting.js";
import type { Clock } from "../ports.js";
import { type Boarding, boardAlone } from "./boarding.js";
import { type Conclusion, LONGEST_WAIT_FOR_TELEGRAM_MILLISECONDS } from "./conclude.js";
import type { Send } from "./deliver-post.js";
import { createFloodWatch } from "./flood-watch.js";
import { createPace, type Pace } from "./pace.js";
import { BEAT_MILLISECONDS, createSharing } from "./pace-among-processes.js";
import { createRoom, type Room } from "./room.js";
import { createSendOff, LONGEST_WAIT_FOR_DATABASE_MILLISECONDS, type SentOff } from "./send-off.js";
import type { Answer } from "./telegram/answers.js";
import type { ChangeCopy } from "./telegram/change-copy.js";

export interface DispatcherOptions {
  delivery: DeliveryPort;
  send: Send;
  /** How a delivered copy is changed; missing where nothing asks for it. */
  changeCopy?: ChangeCopy;
  clock: Clock;
  sleep: Sleep;
  log: Log;
  /** This process's name among all that share the database; new at every start. */
  worker: string;
  /** True when no other process can be alive (embedded database): what was left behind is judged at once. */
  alone: boolean;
  pace?: Pace;
  /** Whether Telegram has refused replies, and wants all to wait. */
  isHeld?: () => boolean;
  /** How many may be under way at once; by how long they take where it is missing. */
  room?: Room;
  /** A later instant when the post must not leave now, because the receiver sleeps; null: now is fine. */
  postpone?: (post: ClaimedPost, now: Date) => Date | null;
  /** Asked when a post may leave at this hour: whether its receiver's message budget lets it, and what leaves with it. */
  board?: (post: ClaimedPost, now: Date) => Promise<Boarding>;
  /** Told each time that the outbox could be looked into; and what each answer of Telegram means. */
  onLooked?: () => void;
  onAnswer?: (post: ClaimedPost, answer: Answer) => void;
  /** Telegram refuses the token: nothing was lost, nothing more is sent. */
  onTokenFault?: (cause: string) => void;
}

export interface Dispatcher {
  start(): void;
  /** Takes nothing new, and waits for what is in flight, but no longer than this. Returns how many were still in flight. */
  stop(graceMilliseconds: number): Promise<number>;
  /** How many posts are being sent now. */
  inFlight(): number;
  /** Something was posted: look now instead of at the next second. */
  wake(): void;
  /** Delivers all that is due now, then resolves; works whether or not it was started. For tests and the demo's clock. */
  drain(): Promise<Drained>;
}

export interface Drained {
  /** How many ended in which way since this drain was asked for. */
  ended: Partial<Record<Conclusion["settlement"]["state"], number>>;
  stoppedBy: "nothing due" | "telegram away" | "token refused";
}

/** Longer than the longest send (40 s, telegram-fetch.ts), and still less than a minute after a crash. */
const LEASE_SECONDS = 50;
/** How soon posts of other processes are seen; our own ring the bell. */
const POLL_MILLISECONDS = 1000;
const RECLAIM_EVERY_MILLISECONDS = 5000;
/** A drain is waited for by somebody, so it does not sit out an outage. */
const DRAIN_GIVES_UP_AFTER = 3;

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const {
    delivery,
    clock,
    sleep,
    log,
    worker,
    alone,
    pace = createPace(),
    room = createRoom(),
    isHeld = () => false,
  } = options;
  const bell = createBell(sleep);
  const floodWatch = createFloodWatch();
  const sharing = createSharing(delivery, { worker, alone, pace });
  const inFlight = new Map<number, Promise<void>>();
  const drains = new Set<{ drained: Drained; resolve: (drained: Drained) => void; reject: (error: unknown) => void }>();
  // Anyone who shares the pace must be heard while it waits.
  const longestWait = alone ? undefined : BEAT_MILLISECONDS;
  let running = false;
  let loop: Promise<void> | undefined;
  let tokenRefused = false;
  let troubles = 0;
  let backOff = 0;
  let reclaimedAt: number | undefined;
  let stopping = new AbortController();
  let abandoned = false;
  const isInTrouble = () => floodWatch.isProbing() || troubles > 0 || isHeld();
  const sendOff = createSendOff({
    postpone: () => null,
    board: boardAlone,
    onAnswer: () => {},
    ...options,
    floodWatch,
    leaseSeconds: LEASE_SECONDS,
    isInTrouble,
    isAbandoned: () => abandoned,
  });

  const finishDrains = (stoppedBy: Drained["stoppedBy"], which = [...drains]) => {
    for (const drain of which) {
      drain.resolve({ ...drain.drained, stoppedBy });
      drains.delete(drain);
    }
  };

  /** Claims what may leave now and sends it on its way. Returns how long to wait before looking again; empty: all is done. */
  const turn = async (): Promise<{ wait: number | "for an answer"; empty: boolean }> => {
    await reclaimNowAndThen(clock.now());
    const silent = await sharing.takePart(clock.now());
    // Only now: an answer that came in while we waited is newer than a time taken before, and the pace would take it for nonsense.
    const now = clock.now();
    if (silent > 0) return { wait: Math.min(silent, POLL_MILLISECONDS), empty: false };
    // While Telegram is in trouble, one at a time: each more could be one more refused or unknown.
    const inTrouble = isInTrouble();
    const free = (inTrouble ? 1 : room.size(pace.perSecond())) - inFlight.size;
    if (free <= 0) return { wait: "for an answer", empty: false };
    const claimable = pace.claimable(now);
    if (claimable === 0) return { wait: pace.untilClaimable(now), empty: false };
    // Asked before the claim: an answer that comes in meanwhile may put its post back into the queue behind the claim's back.
    const quiet = inFlight.size === 0;
    const whatMayLeave = { limit: Math.min(free, claimable), restingChats: pace.restingChats(now) };
    const { claimed, refused } = await delivery.claim({ worker, leaseSeconds: LEASE_SECONDS, now, ...whatMayLeave });
    for (const post of claimed) {
      // Its seat is taken before anybody looks again: what boards meanwhile must not be allowed twice.
      const delivered: Promise<void> = sendOff(post, { now, inTrouble }, pace.board(post.chatId, now))
        .then((end) => noteEnd(end, clock.now().getTime() - now.getTime() - end.queued))
        .finally(() => {
          inFlight.delete(post.id);
          bell.ring();
        });
      inFlight.set(post.id, delivered);
    }
    if (claimed.length + refused > 0) return { wait: 0, empty: false };
    const rested = pace.untilRested(now);
    const restingHaveMore =
      rested !== undefined && drains.size > 0 && (await delivery.hasDueFor(whatMayLeave.restingChats, now));
    if (!restingHaveMore && !running && !quiet) return { wait: "for an answer", empty: false };
    return { wait: Math.min(POLL_MILLISECONDS, rested ?? POLL_MILLISECONDS), empty: quiet && !restingHaveMore };
  };

  const noteEnd = ({ conclusions, wasTried }: SentOff, milliseconds: number) => {
    for (const { settlement } of conclusions) {
      for (const { drained } of drains) drained.ended[settlement.state] = (drained.ended[settlement.state] ?? 0) + 1;
    }
    const [first] = conclusions;
    if (first === undefined) return;
    if (first.settlement.state === "sent") room.took(milliseconds);
    if (wasTried) noteTrouble(first);
  };

  const noteTrouble = ({ effects, settlement }: Conclusion) => {
    if (effects.some((effect) => effect.do === "stop")) {
      tokenRefused = true;
      log.error("delivery.token-refused");
      options.onTokenFault?.("cause" in settlement ? settlement.cause : "");
    } else if (effects.some((effect) => effect.do === "back off")) {
      troubles += 1;
      backOff = backOffMilliseconds(troubles, LONGEST_WAIT_FOR_TELEGRAM_MILLISECONDS);
      log.warn("telegram.in-trouble", { times: troubles, state: settlement.state });
    } else troubles = 0;
  };

  const reclaimNowAndThen = async (now: Date): Promise<void> => {
    // Compared both ways: a clock that is set back must not switch this off.
    if (reclaimedAt !== undefined && Math.abs(now.getTime() - reclaimedAt) < RECLAIM_EVERY_MILLISECONDS) return;
    const { unknown, waiting, lost } = await delivery.reclaim({ worker, alone, inHand: [...inFlight.keys()], now });
    reclaimedAt = now.getTime();
    if (lost > 0) log.warn("outbox.claim-unheard", { lost });
    if (unknown + waiting > 0) log.warn("outbox.process-died", { unknown, waiting });
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    while ((running || drains.size > 0) && !tokenRefused) {
      try {
        if (backOff > 0 && inFlight.size === 0) {
          const milliseconds = backOff;
          backOff = 0;
          if (troubles >= DRAIN_GIVES_UP_AFTER) finishDrains("telegram away");
          if (running || drains.size > 0) await sleep(milliseconds, stopping.signal);
          continue;
        }
        // Who asks while we look must not be told what we saw before they asked.
        const asked = [...drains];
        const { wait, empty } = await turn();
        options.onLooked?.();
        failures = 0;
        if (empty) finishDrains("nothing due", asked);
        if (running || drains.size > 0) await bell.wait(wait === "for an answer" ? longestWait : wait);
      } catch (error) {
        failures += 1;
        log.warn("outbox.claim-failed", { cause: causeOf(error) });
        for (const drain of drains) drain.reject(error);
        drains.clear();
        if (running)
          await sleep(backOffMilliseconds(failures, LONGEST_WAIT_FOR_DATABASE_MILLISECONDS), stopping.signal);
      }
    }
    await Promise.all(inFlight.values());
    if (tokenRefused) finishDrains("token refused");
    // Somebody may have asked again while the last answers came in.
    loop = (running || drains.size > 0) && !tokenRefused ? run() : undefined;
    await loop;
  };

  return {
    start() {
      running = true;
      stopping = new AbortController();
      bell.ring();
      loop ??= run();
    },
    async stop(graceMilliseconds) {
      running = false;
      stopping.abort();
      bell.ring();
      const grace = new AbortController();
      await Promise.race([loop, sleep(graceMilliseconds, grace.signal)]);
      grace.abort();
      abandoned = inFlight.size > 0;
      await sharing.leave().catch((error: unknown) => log.warn("delivery.not-signed-off", { cause: causeOf(error) }));
      return inFlight.size;
    },
    inFlight: () => inFlight.size,
    wake: () => bell.ring(),
    drain() {
      return new Promise((resolve, reject) => {
        drains.add({ drained: { ended: {}, stoppedBy: "nothing due" }, resolve, reject });
        bell.ring();
        loop ??= run();
      });
    },
  };
}
