// One claimed post on its way, step by step: it boards, departs, is sent, and what became of it is written down.
//
// That it departs is committed before its request is written, so a row that may have been sent is never taken for one that was not.
// Between claim and departure it can still be recalled, by a fact that makes it pointless.
import type { ClaimedPost, DeliveryPort, Settlement } from "../ports/queue/delivery.js";
import { causeOf, type Log } from "../ports/queue/log.js";
import { backOffMilliseconds, type Sleep } from "../ports/queue/waiting.js";
import type { Clock } from "../ports.js";
import type { Boarding } from "./boarding.js";
import { type Conclusion, concludeTogether } from "./conclude.js";
import { type Send, sendParty, settlePost } from "./deliver-post.js";
import type { FloodWatch } from "./flood-watch.js";
import { CLAIMED_AHEAD_SECONDS, type Seat } from "./pace.js";
import type { Answer } from "./telegram/answers.js";
import type { ChangeCopy } from "./telegram/change-copy.js";

export interface SendOffOptions {
  delivery: DeliveryPort;
  send: Send;
  changeCopy?: ChangeCopy;
  clock: Clock;
  sleep: Sleep;
  log: Log;
  worker: string;
  leaseSeconds: number;
  floodWatch: FloodWatch;
  postpone: (post: ClaimedPost, now: Date) => Date | null;
  board: (post: ClaimedPost, now: Date) => Promise<Boarding>;
  onAnswer: (post: ClaimedPost, answer: Answer) => void;
  /** While Telegram refuses or is away, what has not left yet goes back to the queue: it would be refused too, or unknown. */
  isInTrouble: () => boolean;
  /** True once nobody waits for us any more: a settlement that fails is then left to the lease. */
  isAbandoned: () => boolean;
}

export interface SentOff {
  /** How the post ended, then those that left beside it; empty: recalled. */
  conclusions: Conclusion[];
  /** Telegram answered, or should have. */
  wasTried: boolean;
  /** Milliseconds that it stood in the queue longer than what is claimed ahead does: neither the line nor we were slow. */
  queued: number;
}

/** Never rejects; tells the pace when it left and landed. `inTrouble`: when it was looked for. */
export type SendOff = (post: ClaimedPost, claim: { now: Date; inTrouble: boolean }, seat: Seat) => Promise<SentOff>;

/** So long at most before a database that is away is asked again. */
export const LONGEST_WAIT_FOR_DATABASE_MILLISECONDS = 5000;

/** So long a post stands in the queue for its place at most: with what is left of its lease it can still be sent. */
const LONGEST_IN_QUEUE_MILLISECONDS = 8000;

/** What is claimed ahead needs room for so long. */
const USUAL_IN_QUEUE_MILLISECONDS = Math.ceil(1000 * CLAIMED_AHEAD_SECONDS);

const GOES_BACK: Settlement = { state: "waiting", burnsAttempt: false, cause: "telegram in trouble" };
/** Whether or not the database noted it, this process did not send. */
const NOT_DEPARTED: Settlement = { state: "waiting", burnsAttempt: false, cause: "database away" };

export function createSendOff(options: SendOffOptions): SendOff {
  const { delivery, send, clock, sleep, log, worker, leaseSeconds, floodWatch, postpone, board } = options;

  const depart = async (post: ClaimedPost, beside: ClaimedPost[]): Promise<[ClaimedPost, ...ClaimedPost[]] | null> => {
    const now = clock.now();
    if (beside.length === 0) return (await delivery.depart(post.id, post.fence, now)) ? [post] : null;
    return delivery.departTogether({ lead: post, beside, worker, leaseSeconds, now });
  };

  const withFloodWatch = (post: ClaimedPost, answer: Answer, conclusion: Conclusion): Conclusion => {
    if (answer.next !== "wait" || !floodWatch.refused(post.chatId)) return conclusion;
    log.warn("telegram.bulk-waits", { seconds: answer.seconds });
    const until = new Date(clock.now().getTime() + answer.seconds * 1000);
    return { ...conclusion, effects: [...conclusion.effects, { do: "wait", hold: "bulk", until }] };
  };

  const settle = async (party: ClaimedPost[], conclusions: Conclusion[]): Promise<Conclusion[]> => {
    for (const [i, post] of party.entries()) {
      await untilWritten(post, () => settlePost(delivery, post, conclusions[i]!, clock.now()));
    }
    return conclusions;
  };

  /** What Telegram did must be written down, so a database that is away is asked again until we are killed ourselves. */
  const untilWritten = async (post: ClaimedPost, write: () => Promise<void>): Promise<void> => {
    for (let failures = 1; !options.isAbandoned(); failures++) {
      try {
        return await write();
      } catch (error) {
        log.warn("post.settle-failed", { id: post.id, cause: causeOf(error) });
        await sleep(backOffMilliseconds(failures, LONGEST_WAIT_FOR_DATABASE_MILLISECONDS));
      }
    }
  };

  /** A database that is away has this count as the first time. */
  const wasNotFound = ({ chatId }: ClaimedPost): Promise<boolean> =>
    delivery.wasNotFound(chatId, clock.now()).catch((error: unknown) => {
      log.warn("post.look-back-failed", { cause: causeOf(error) });
      return false;
    });

  /** False: it goes back to the queue. One at a time is sent in trouble all the same, to see whether it is over: that one was claimed in it. */
  const hasPlace = async (seat: Seat, inTrouble: boolean): Promise<boolean> => {
    for (const since = clock.now().getTime(); ; ) {
      if (!inTrouble && options.isInTrouble()) return false;
      const wait = seat.depart(clock.now());
      if (wait === 0) return true;
      if (clock.now().getTime() - since > LONGEST_IN_QUEUE_MILLISECONDS) return false;
      await sleep(wait);
    }
  };

  return async (post, { now, inTrouble }, seat) => {
    let queued = 0;
    const stays = async (settlement: Settlement): Promise<SentOff> => {
      seat.landed(null);
      return { conclusions: await settle([post], [{ effects: [], settlement }]), wasTried: false, queued };
    };
    const later = postpone(post, now);
    if (later !== null) return stays({ state: "waiting", dueAt: later, burnsAttempt: false, cause: "quiet hours" });
    const nothingSent = (error: unknown) => {
      log.warn("post.depart-failed", { id: post.id, cause: causeOf(error) });
      return undefined;
    };
    const boarding = await board(post, now).catch(nothingSent);
    if (boarding === undefined) return stays(NOT_DEPARTED);
    if (boarding.kind === "stays") return stays(boarding.settlement);
    const ready = clock.now().getTime();
    if (!(await hasPlace(seat, inTrouble))) return stays(GOES_BACK);
    queued = Math.max(0, clock.now().getTime() - ready - USUAL_IN_QUEUE_MILLISECONDS);
    const { beside } = boarding;
    const party = await depart(post, beside).catch(nothingSent);
    if (party === undefined) {
      const stayed = await stays(NOT_DEPARTED);
      // The departure may be written down all the same, of all that would have left with this one. This one first: without it a
      // departure that comes late takes nobody along.
      if (beside.length > 0) await untilWritten(post, () => delivery.release(idsOf(beside), worker));
      return stayed;
    }
    if (party === null) {
      seat.landed(null);
      log.info("post.recalled", { id: post.id, kind: post.kind });
      return { conclusions: [], wasTried: false, queued };
    }
    const departure = floodWatch.departure();
    const answer = await sendParty(send, party, log, options.changeCopy).catch((error: unknown): Answer => {
      // A fault of ours, and nobody knows whether before or after the request: the row must not be sent again on a guess.
      log.error("post.own-fault", { id: post.id, cause: causeOf(error) });
      return { next: "unknown", cause: causeOf(error) };
    });
    seat.landed(clock.now());
    for (const one of party) options.onAnswer(one, answer);
    if (answer.next === "sent") floodWatch.accepted(departure);
    const judged = answer.next === "suspect" && (await wasNotFound(post)) ? party.map(asSuspect) : party;
    const [first, ...others] = concludeTogether(judged, answer, clock.now());
    // What the answer means for all is done with the first; the others are only written down.
    const conclusions = await settle(party, [withFloodWatch(post, answer, first!), ...others]);
    return { conclusions, wasTried: true, queued };
  };
}

const asSuspect = (post: ClaimedPost): ClaimedPost => ({ ...post, suspect: true });
const idsOf = (posts: readonly ClaimedPost[]) => posts.map(({ id }) => id);
