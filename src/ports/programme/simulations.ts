// Lives through a wave before it begins, outside the bot's thread.
import type { Simulation, SimulationOutcome } from "../../domain/simulation/simulation.js";
import type { TellProgress } from "../progress.js";

export interface Simulations {
  /**
   * Takes a minute or two, one at a time: busy while another runs. Nothing is written that stays, and nothing reaches anybody.
   * took_too_much: it was given up after some minutes, or had no memory left.
   */
  run(simulation: Simulation, tell?: TellProgress): Promise<SimulationOutcome | "busy" | "took_too_much">;
}
