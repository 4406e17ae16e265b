// A simulation as an admin reads it in the chat: a few numbers. Every message stands in a workbook: texts/files/sheets/simulation-sheets.ts.
import type { SimulatedRole, SimulationOutcome } from "../../domain/simulation/simulation.js";
import type { SimulationSummary } from "./simulation-words.js";

export function summaryOf(wave: number, { people, messages, most, held }: SimulationOutcome): SimulationSummary {
  const count = (wanted: SimulatedRole) => messages.filter(({ role }) => role === wanted).length;
  return {
    ...{ wave, people: people.participant, mostADay: most.day, mostAWeek: most.week },
    messages: { participant: count("participant"), trainer: count("trainer"), admin: count("admin") },
    held: held.reduce((sum, one) => sum + one.count, 0),
  };
}
