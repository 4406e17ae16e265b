// Who would be told if a class moved to other days; shown before it is decided.
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";
import { peopleToTellOfShift } from "../classes/telling/tell-of-shift.js";

export async function viewShift(
  { store }: World,
  trainingClass: TrainingClass,
): Promise<{ told: number; untold: number }> {
  const { told, untold } = await peopleToTellOfShift(store, trainingClass);
  return { told: told.length, untold };
}
