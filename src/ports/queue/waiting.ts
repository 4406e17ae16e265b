// How the loops of intake and delivery wait: for time to pass, or for somebody to ring.

/** Resolves after so many milliseconds, or at once when the signal aborts; never rejects. Tests pass one that moves their clock. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** A loop's doorbell. A ring that nobody waits for is kept, so none is lost between looking and waiting. */
export interface Bell {
  ring(): void;
  /** Until somebody rings or the time is over; with no time, until somebody rings. */
  wait(milliseconds?: number): Promise<void>;
}

export function createBell(sleep: Sleep): Bell {
  let rung = false;
  let answer: (() => void) | undefined;
  return {
    ring() {
      rung = true;
      answer?.();
    },
    async wait(milliseconds) {
      if (!rung && milliseconds !== 0) {
        const timer = new AbortController();
        const ring = new Promise<void>((resolve) => {
          answer = resolve;
        });
        await (milliseconds === undefined ? ring : Promise.race([ring, sleep(milliseconds, timer.signal)]));
        timer.abort();
        answer = undefined;
      }
      rung = false;
    },
  };
}

/** Between two pieces of work that take tens of milliseconds each: people who came meanwhile are answered first. */
export const letOthersGoFirst = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Waits 1, 2, 4 … seconds, but never longer than `most`: anyone who was away is found again soon after coming back. */
export function backOffMilliseconds(failures: number, most: number): number {
  return Math.min(most, 1000 * 2 ** Math.min(failures - 1, 16));
}
