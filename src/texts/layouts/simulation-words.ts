// What the texts about a simulation are told.
import type { SimulatedRole } from "../../domain/simulation/simulation.js";

export interface SimulationAsked {
  wave: number;
  classes: number;
  people: number;
  leftOut: number;
  days: number;
}

export interface SimulationSummary {
  wave: number;
  people: number;
  messages: Record<SimulatedRole, number>;
  mostADay: number;
  mostAWeek: number;
  held: number;
}
