// Starts the thread that lives through a wave (workers/simulation-worker.ts), one at a time: each takes the better part of a core.
import type { SimulationOutcome } from "../domain/simulation/simulation.js";
import { inWorker, TookTooMuch } from "../files/bounds/in-worker.js";
import type { Simulations } from "../ports/programme/simulations.js";
import type { HowFar, TellProgress } from "../ports/progress.js";
import type { Settings } from "../ports.js";
import type { SimulationWork } from "./simulation-worker.js";

const WORKER = new URL("./simulation-worker.js", import.meta.url);

/** Twice what a thousand people take on a slow server, and less than an update may take (intake/under-deadline.ts). */
const PATIENCE_MILLISECONDS = 280_000;

const inThread = (work: SimulationWork, onStep: TellProgress): Promise<SimulationOutcome> =>
  inWorker<SimulationOutcome, HowFar>(WORKER, work, { patience: PATIENCE_MILLISECONDS, onStep });

/** `settings` are asked when it begins: they may have changed since the start. */
export function createSimulations(settings: () => Settings, live = inThread): Simulations {
  let isRunning = false;
  return {
    async run(simulation, tell) {
      // In line behind another it would take longer than an update may take: asked for again later, it begins at once.
      if (isRunning) return "busy";
      isRunning = true;
      try {
        return await live({ simulation, settings: settings() }, (at) => tell?.(at));
      } catch (error) {
        if (error instanceof TookTooMuch) return "took_too_much";
        throw error;
      } finally {
        isRunning = false;
      }
    },
  };
}
