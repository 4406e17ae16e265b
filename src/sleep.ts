// Real waiting: each wait can be ended by its own signal, and all of them at once when the process ends.
import type { Sleep } from "./ports/queue/waiting.js";

export interface Sleeper {
  sleep: Sleep;
  /** Ends every wait that is under way; later ones end at once. */
  wakeAll(): void;
}

/** Resolves when the work is over, but no later than after so many milliseconds. Rejects as the work does. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * One set of waits under way instead of one signal that all of them hang on: on Node 20 every AbortSignal.any() leaves a trace in the
 * long-lived signal for ever, and there are dozens of waits a second for months.
 */
export function createSleeper(): Sleeper {
  const underway = new Set<() => void>();
  let isOver = false;
  return {
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          underway.delete(end);
          signal?.removeEventListener("abort", end);
          resolve();
        };
        const timer = setTimeout(end, milliseconds);
        underway.add(end);
        signal?.addEventListener("abort", end);
        if (isOver || signal?.aborted) end();
      }),
    wakeAll() {
      isOver = true;
      for (const end of [...underway]) end();
    },
  };
}
