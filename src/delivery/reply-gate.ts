// When a reply may leave. Telegram's wishes are kept: for the chat that was refused, or for all when a second chat is refused too; in
// the database, so that neither a restart nor another process forgets them. A reply that is late anyway takes its place in the pace.
import type { DeliveryPort, Hold } from "../ports/queue/delivery.js";
import { type Handling, handlingNow, noteStep, refuseWhenOver } from "../ports/queue/handling.js";
import { causeOf, type Log } from "../ports/queue/log.js";
import type { Sleep } from "../ports/queue/waiting.js";
import type { Clock } from "../ports.js";
import { createFloodWatch } from "./flood-watch.js";
import type { Landed, Pace } from "./pace.js";
import { TelegramFault } from "./telegram/telegram-fault.js";

export interface ReplyGate {
  /** Waits in place until the reply may leave; undefined: nobody's update is being handled. @throws TelegramFault when that is too long. */
  enter(method: string): Promise<Leave | undefined>;
  /** Takes over what Telegram said before this process started. */
  remember(): Promise<void>;
  /** Whether Telegram has refused replies to several chats, and wants all to wait. */
  isHeld(): boolean;
}

/** Told how the call ended: the seconds that Telegram wants us to wait, "taken", or "unclear". */
export type Leave = (end: number | "taken" | "unclear") => Promise<void>;

export interface ReplyGateOptions {
  delivery: Pick<DeliveryPort, "hold" | "holds">;
  pace: Pace;
  clock: Clock;
  sleep: Sleep;
  log: Log;
}

/**
 * Who wrote in the last seconds is answered first: a talk, which takes the next place in the pace. What is older comes by the hundred after an outage,
 * and Telegram takes no more than the pace. A crowd is answered as fast as it can be, until Telegram refuses: then it takes its place in the pace as well.
 */
const FRESH_MILLISECONDS = 10_000;
/** After Telegram has refused several chats at once, for so long even a fresh reply takes its place in the pace. */
const CAREFUL_MILLISECONDS = 60_000;
/** Longer waits give the update back: it is handled anew when its chat may be written to, and keeps no lane until then. */
const PATIENCE_MILLISECONDS = 60_000;
/** What Telegram counts by the second; to change a message is not. */
const ADDS_A_MESSAGE = /^(send|copy|forward)/i;
/** One nap: so that what waits is seen to live (intake/under-deadline.ts), and hears of a longer wish. */
const NAP_MILLISECONDS = 5000;

export function createReplyGate({ delivery, pace, clock, sleep, log }: ReplyGateOptions): ReplyGate {
  const held = new Map<string, number>();
  const floodWatch = createFloodWatch();
  let underWay = 0;
  let carefulUntil = Number.NEGATIVE_INFINITY;
  let queue: Promise<unknown> = Promise.resolve();

  const note = (hold: Hold, until: number) => held.set(hold, Math.max(until, held.get(hold) ?? 0));
  const heldUntil = (chatId: number): number => {
    const now = clock.now().getTime();
    for (const [hold, until] of held) if (until <= now) held.delete(hold);
    return Math.max(held.get("replies") ?? 0, held.get(`chat:${chatId}`) ?? 0);
  };
  const nap = async (milliseconds: number) => {
    await sleep(Math.max(1, Math.min(milliseconds, NAP_MILLISECONDS)));
    noteStep();
    refuseWhenOver();
  };

  /** One after the other, so that the first come is the first to leave. */
  const placeInThePace = (chatId: number): Promise<Landed> => {
    const mine = queue.then(async () => {
      refuseWhenOver();
      // Evenly spaced, beside what is claimed ahead: all at once would leave nobody else a place until the next second.
      while (pace.claimable(clock.now()) === 0) await nap(pace.untilClaimable(clock.now()));
      const seat = pace.board(chatId, clock.now());
      try {
        for (let wait = seat.depart(clock.now()); wait > 0; wait = seat.depart(clock.now())) await nap(wait);
      } catch (error) {
        seat.landed(null);
        throw error;
      }
      return seat.landed;
    });
    queue = mine.catch(() => undefined);
    return mine;
  };

  const untilAllowed = async (method: string, chatId: number) => {
    for (let waited = 0; ; ) {
      const wait = heldUntil(chatId) - clock.now().getTime();
      if (wait <= 0) return;
      if (waited + wait > PATIENCE_MILLISECONDS) throw new TelegramFault(method, "told to wait", "no");
      const milliseconds = Math.min(wait, NAP_MILLISECONDS);
      waited += milliseconds;
      await nap(milliseconds);
    }
  };

  const refused = async (chatId: number, seconds: number) => {
    const until = clock.now().getTime() + seconds * 1000;
    const isAll = floodWatch.refused(chatId);
    if (isAll) carefulUntil = until + CAREFUL_MILLISECONDS;
    const holds: Hold[] = [`chat:${chatId}`, ...(isAll ? (["replies", "bulk"] as const) : [])];
    for (const hold of holds) note(hold, until);
    log.warn("replies.refused", { seconds, all: isAll });
    for (const hold of holds) {
      // Kept here all the same; only a restart would forget it.
      await delivery
        .hold(hold, new Date(until))
        .catch((error: unknown) => log.warn("hold.write-failed", { cause: causeOf(error) }));
    }
  };

  const mayLeave = async (method: string, { chatId, saidAt, isOfCrowd }: Handling): Promise<Landed> => {
    for (let hasWay = false; ; ) {
      await untilAllowed(method, chatId);
      // After a refusal one tries for all: each more could be refused, and refusals lengthen the wait.
      if (floodWatch.isProbing() && underWay > 0) {
        await nap(50);
        continue;
      }
      const now = clock.now().getTime();
      const isTalk = isOfCrowd || now - saidAt.getTime() <= FRESH_MILLISECONDS;
      if (isTalk && now > carefulUntil) {
        const place = ADDS_A_MESSAGE.test(method) ? pace.answer(clock.now(), hasWay) : () => {};
        if (typeof place !== "number") return place;
        if (!hasWay) pace.makeWay(clock.now());
        hasWay = true;
        await nap(place);
        continue;
      }
      const rest = pace.untilRestedOf(chatId, clock.now());
      if (rest > 0) {
        await nap(rest);
        continue;
      }
      const landed = await placeInThePace(chatId);
      // While it stood in the queue Telegram may have spoken.
      if (heldUntil(chatId) <= clock.now().getTime() && !(floodWatch.isProbing() && underWay > 0)) return landed;
      landed(null);
    }
  };

  return {
    async enter(method) {
      const handling = handlingNow();
      if (handling === undefined) return undefined;
      const landed = await mayLeave(method, handling);
      try {
        refuseWhenOver();
      } catch (error) {
        landed(null);
        throw error;
      }
      underWay += 1;
      const departure = floodWatch.departure();
      return async (end) => {
        underWay -= 1;
        landed(clock.now());
        if (end === "taken") floodWatch.accepted(departure);
        if (typeof end === "number") await refused(handling.chatId, end);
      };
    },
    isHeld: () => (held.get("replies") ?? 0) > clock.now().getTime(),
    async remember() {
      for (const { hold, until } of await delivery.holds(clock.now())) note(hold, until.getTime());
    },
  };
}
