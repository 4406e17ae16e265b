// A thread that lives through one wave and ends. See files/bounds/in-worker.ts.
import { parentPort, workerData } from "node:worker_threads";
import type { Simulation } from "../domain/simulation/simulation.js";
import type { Step } from "../files/bounds/in-worker.js";
import type { HowFar } from "../ports/progress.js";
import type { Settings } from "../ports.js";
import { simulateApart } from "../simulation/simulate-apart.js";

export interface SimulationWork {
  simulation: Simulation;
  settings: Settings;
}

const tell = (done: number, total: number): void =>
  parentPort?.postMessage({ step: { what: "simulating", done, total } } satisfies Step<HowFar>);
parentPort?.postMessage(await simulateApart({ ...(workerData as SimulationWork), tell }));
