// Starts the thread that lives through a wave (workers/simulation-worker.ts), one at a time: each takes the better part of a core.
import type { SimulationOutcome } from "../domain/simulation/simulation.js";
import { inWorker, TookTooMuch } from "../files/bounds/in-worker.js";
import type { Simulations } from "../ports/programme/simulations.js";
import type { HowFar } from "../ports/progress.js";
import type { Settings } from "../ports.js";
import type { SimulationWork } from "./simulation-worker.js";

const WORKER = new URL("./simulation-worker.js", import.meta.url);

/** Twice what a thousand people take on a slow server, and less than an update may take (intake/under-deadline.ts). */
const PATIENCE_MILLISECONDS = 280_000;

/** `settings` are asked when it begins: they may have changed since the start. */
export function createSimulations(settings: () => Settings): Simulations {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(simulation, tell) {
      const work: SimulationWork = { simulation, settings: settings() };
      const onStep = (at: HowFar) => tell?.(at);
      const run = last.then(() =>
        inWorker<SimulationOutcome, HowFar>(WORKER, work, { patience: PATIENCE_MILLISECONDS, onStep }).catch(
          (error) => {
            if (error instanceof TookTooMuch) return "took_too_much" as const;
            throw error;
          },
        ),
      );
      last = run.catch(() => undefined);
      return run;
    },
  };
}
