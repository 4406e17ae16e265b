// A roster's file, from bytes to people. Takes seconds for thousands of rows: the bot has it done in a worker (workers/roster-worker.ts).
import { readRoster } from "../domain/roster/reading/read-roster.js";
import type { RosterChoices, RosterReading } from "../domain/roster/reading/roster-reading.js";
import { readGrids } from "./read-grids.js";

export async function readRosterFile(bytes: Uint8Array, choices: RosterChoices = {}): Promise<RosterReading> {
  const reading = await readGrids(bytes);
  return reading.ok ? readRoster(reading, choices) : { verdict: "refused", refusedBecause: reading.because, flags: [] };
}
