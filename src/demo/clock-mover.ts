// Lets the demo's time pass step by step, so that every job is woken as often as on real days.
import { setImmediate as breathe } from "node:timers/promises";
import type { MovableClock } from "../sandbox/clock.js";
import type { ClockMove, ClockMover, ClockWish } from "../sandbox/page-server.js";
import type { World } from "../sandbox/shapes.js";
import { isAtNightsEnd, nextLook } from "./next-look.js";

/** Beyond the month in which plans are carried out and the reminders after it, nothing new falls due. */
const FARTHEST_DAYS = 45;

export function createClockMover(
  sandbox: World,
  clock: MovableClock,
  tick: (options: { nightly: boolean }) => Promise<void>,
): ClockMover {
  let moving: Promise<ClockMove> | undefined;
  let way: { from: Date; to: Date } | undefined;
  let stopped = false;

  const move = async (wish: ClockWish): Promise<ClockMove> => {
    const seen = sandbox.ledger.length;
    const target = targetOf(wish, clock.now());
    // Nobody knows how far the next event is.
    way = "nextEvent" in wish ? undefined : { from: clock.now(), to: target };
    const isThere = () => clock.now() >= target || ("nextEvent" in wish && sandbox.ledger.length > seen);
    while (!stopped && !isThere()) {
      const look = nextLook(clock.now());
      const nightly = isAtNightsEnd(clock.now(), look);
      clock.set(new Date(Math.min(look.getTime(), target.getTime())));
      sandbox.changed({ kind: "clock" });
      await tick({ nightly });
      // People may go on chatting while the clock runs.
      await breathe();
    }
    const news = sandbox.ledger.slice(seen);
    const people = new Set(news.map(({ chatId }) => chatId)).size;
    const foundNothing = "nextEvent" in wish && news.length === 0;
    return {
      now: clock.now(),
      messages: news.length,
      people,
      ended: stopped ? "stopped" : foundNothing ? "nothing" : "arrived",
    };
  };

  return {
    way: () => way,
    async move(wish) {
      if (moving !== undefined) return undefined;
      stopped = false;
      moving = move(wish);
      try {
        return await moving;
      } finally {
        moving = undefined;
        way = undefined;
        sandbox.changed({ kind: "clock" });
      }
    },
    async stop() {
      stopped = true;
      // Its failure is told to the one who asked for the move.
      await moving?.catch(() => undefined);
    },
  };
}

function targetOf(wish: ClockWish, now: Date): Date {
  if ("to" in wish) return wish.to;
  const minutes = "nextEvent" in wish ? FARTHEST_DAYS * 24 * 60 : wish.advanceMinutes;
  return new Date(now.getTime() + minutes * 60_000);
}
