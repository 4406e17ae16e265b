// Breaks the handling of an update at a step of it, and tries again, until it has come to its end: as the lanes do, or as the next
// process does after the first was killed.
import type { Step } from "./steps.js";

/**
 * failing: the call is not made, and what comes after it could be. unheard: it is made, and its answer is lost. killed: it is not made,
 * nor any other of that process. killed_after: it is the last that is made.
 */
export type Breakage = "failing" | "unheard" | "killed" | "killed_after";

/** At which step the first try breaks, the second, …, by its number or its name; null: it comes to its end. */
export type BreakAt = (attempt: number) => number | string | null;

/** So many steps further at each try, until there is none left. */
export const furtherEachTime =
  (stride = 1, first = 1): BreakAt =>
  (attempt) =>
    first + (attempt - 1) * stride;

/** The first so many tries at the same step. */
export const timesAt =
  (step: number | string, times: number): BreakAt =>
  (attempt) =>
    attempt <= times ? step : null;

export interface Breaker {
  step: Step;
  /** Handles an update until a try was not broken. Returns the steps of that one by name, and those made before it. */
  handle(
    once: () => Promise<void>,
    how: { breakage: Breakage; at: BreakAt; between(): Promise<void> },
  ): Promise<{ steps: string[]; before: string[] }>;
  /** How many steps were broken. */
  hits: number;
}

const MOST_TRIES = 500;

export function createBreaker(): Breaker {
  let current:
    | { breakage: Breakage; at: number | string | null; steps: string[]; isDead: boolean; hit: boolean }
    | undefined;
  let open = 0;

  const call = async <T>(name: string, make: () => Promise<T>): Promise<T> => {
    const now = current;
    if (now === undefined) return make();
    if (now.isDead) throw lineBroken();
    now.steps.push(name);
    if (now.hit || (now.steps.length !== now.at && name !== now.at)) return make();
    now.hit = true;
    now.isDead = now.breakage === "killed" || now.breakage === "killed_after";
    breaker.hits += 1;
    if (now.breakage === "unheard" || now.breakage === "killed_after") await make();
    throw lineBroken();
  };

  const breaker: Breaker = {
    hits: 0,
    async step(name, make) {
      open += 1;
      try {
        return await call(name, make);
      } finally {
        open -= 1;
      }
    },
    async handle(once, { breakage, at, between }) {
      const before: string[] = [];
      for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
        const now = { breakage, at: at(attempt), steps: [] as string[], isDead: false, hit: false };
        current = now;
        const error = await once().then(
          () => undefined,
          (thrown: unknown) => ({ thrown }),
        );
        // What the failed try had begun beside the broken call comes to its end first.
        while (open > 0) await new Promise((resolve) => setImmediate(resolve));
        current = undefined;
        if (!now.hit) {
          if (error !== undefined) throw error.thrown;
          return { steps: now.steps, before };
        }
        before.push(...now.steps);
        await between();
      }
      throw new Error(`Not handled in ${MOST_TRIES} tries.`);
    },
  };
  return breaker;
}

function lineBroken(): Error {
  return Object.assign(new Error("the line broke"), { code: "ECONNRESET" });
}
