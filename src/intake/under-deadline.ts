// Tells slow from hanging: what is being handled may take its time as long as it gets anywhere.
import { type Handling, handlingOf } from "../ports/queue/handling.js";
import type { Sleep } from "../ports/queue/waiting.js";

/** In so long a call to the database or to Telegram has ended, well or badly: nothing within it, and it hangs. */
export const DEADLINE_MILLISECONDS = 30_000;
/** Five minutes: what is still at it then has lost its way. */
const MOST_PERIODS = 10;

/**
 * Runs it until it ends, hangs, or has taken five minutes. What was given up cannot be stopped, but from then on every call it makes is
 * refused, so that its second try is alone.
 * @throws DeadlineError, and what it throws itself.
 */
export async function underDeadline(handling: Handling, run: () => Promise<void>, sleep: Sleep): Promise<void> {
  const handled = handlingOf(handling, run);
  for (let period = 1; ; period++) {
    const before = handling.steps;
    const timer = new AbortController();
    const late = sleep(DEADLINE_MILLISECONDS, timer.signal).then(() => "late" as const);
    const outcome = await Promise.race([handled.then(() => "done" as const), late]).finally(() => timer.abort());
    if (outcome === "done") return;
    if (handling.steps > before && period < MOST_PERIODS) continue;
    handling.isOver = true;
    // Nobody waits for it any more, and what it still throws is no news.
    handled.catch(() => undefined);
    throw new DeadlineError();
  }
}

export class DeadlineError extends Error {
  constructor() {
    super(`An update did nothing for ${DEADLINE_MILLISECONDS / 1000} s, or took ${MOST_PERIODS} times as long`);
    this.name = "DeadlineError";
  }
}
