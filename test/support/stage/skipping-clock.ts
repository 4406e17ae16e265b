// A clock for long drains: it stands still while anything is really under way (a statement, a call), and when everybody only waits
// it skips to the first who has waited long enough. A day passes as quickly as the machine can work it off, and what the dispatcher
// and Telegram see of time is the same as if it had passed.
import type { Sleep } from "../../../src/ports/queue/waiting.js";
import { type SandboxClock, virtualClock } from "../../../src/sandbox/clock.js";

export interface SkippingClock extends SandboxClock {
  sleep: Sleep;
  /** While this is under way, the clock stands still. */
  during<T>(work: Promise<T>): Promise<T>;
  stop(): void;
}

/** Real timers ring up to so many milliseconds late. */
const LATE_MILLISECONDS = 2;

export function skippingClock(start: Date, random: () => number): SkippingClock {
  const clock = virtualClock(start);
  const waiting = new Set<{ until: number; end: () => void }>();
  let underway = 0;
  let isOver = false;

  const skip = () => {
    if (isOver) return;
    // Only now: what an answer or a ring sets going has begun, and is either under way or waiting.
    setImmediate(skip);
    if (underway > 0 || waiting.size === 0) return;
    const first = [...waiting].reduce((a, b) => (b.until < a.until ? b : a));
    if (first.until > clock.now().getTime()) clock.set(new Date(first.until));
    first.end();
  };
  setImmediate(skip);

  return {
    now: clock.now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        const late = Math.floor(random() * (LATE_MILLISECONDS + 1));
        const one = {
          until: clock.now().getTime() + Math.ceil(milliseconds) + late,
          end: () => {
            waiting.delete(one);
            resolve();
          },
        };
        waiting.add(one);
        signal?.addEventListener("abort", one.end);
        if (signal?.aborted) one.end();
      }),
    async during(work) {
      underway += 1;
      try {
        return await work;
      } finally {
        underway -= 1;
      }
    },
    stop() {
      isOver = true;
    },
  };
}

/** A port whose every statement is under way while it lasts. */
export function standingStill<Port extends object>(port: Port, { during }: SkippingClock): Port {
  return new Proxy(port, {
    get(target, name) {
      const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
      return (...args: unknown[]) => during(method.apply(target, args));
    },
  });
}
