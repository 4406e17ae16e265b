// How many questions wait for an answer of each trainer: for their summary.
import type { World } from "../../ports.js";

export async function unansweredQuestions(world: World, trainerIds: number[]): Promise<Map<number, number>> {
  return trainerIds.length === 0 ? new Map() : world.store.questions.countUnanswered(trainerIds);
}
