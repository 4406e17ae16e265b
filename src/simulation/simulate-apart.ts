// A simulation in a database of its own, in memory, that ends with it.
import { setTimeout } from "node:timers/promises";
import type { SimulationOutcome } from "../domain/simulation/simulation.js";
import { openFilledCopy } from "../storage/engine/embedded/embedded-copy.js";
import { useQuestionWords } from "../texts/questions/question-words.js";
import { liveThroughWave, type SimulationParts } from "./live-through-wave.js";

const QUIET = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };

export async function simulateApart(parts: Omit<SimulationParts, "database">): Promise<SimulationOutcome> {
  // In a thread of its own nobody has said yet in which words the office asks.
  useQuestionWords(parts.settings.questions);
  const database = await openFilledCopy({ log: QUIET, sleep: (milliseconds) => setTimeout(milliseconds) });
  try {
    return await liveThroughWave({ ...parts, database });
  } finally {
    await database.close();
  }
}
