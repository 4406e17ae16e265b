// Who would be told if a class moved to other days, and what would stay; shown before it is decided.
import { movesAlong } from "../../domain/classes/class-shift.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";
import { peopleToTellOfShift } from "../classes/telling/tell-of-shift.js";

export async function viewShift(
  { store }: World,
  trainingClass: TrainingClass,
  saidAt: Date,
): Promise<{ told: number; untold: number /** Sessions that have begun. */; held: number }> {
  const { told, untold } = await peopleToTellOfShift(store, trainingClass);
  const sessions = (await store.classes.sessionsOf(trainingClass.id)).filter((one) => one.cancelledAt === null);
  const held = sessions.filter((session) => !movesAlong(session, saidAt)).length;
  return { told: told.length, untold, held };
}
