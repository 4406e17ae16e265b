// What stands behind a class's link: the class, a closed door with somebody to ask, or nothing that we know.
import type { TrainingClass } from "../../ports/classes.js";
import type { World } from "../../ports.js";

export type OpenedLink =
  | { kind: "open"; trainingClass: TrainingClass }
  | { kind: "closed"; trainingClass: TrainingClass; trainers: string[] }
  /** Never ours, or its time is over: whoever has it can register all the same. */
  | { kind: "unknown" };

export async function openClassLink({ store, clock }: World, token: string): Promise<OpenedLink> {
  const current = await store.classes.findByToken(token);
  const trainingClass = current ?? (await store.classes.findByFormerToken(token));
  if (trainingClass === null) return { kind: "unknown" };
  if (current === null || current.joinClosedAt !== null) {
    const trainers = (await store.classes.trainersOf(trainingClass.id)).map(({ name }) => name);
    return { kind: "closed", trainingClass, trainers };
  }
  return current.joinTokenExpiresAt <= clock.now() ? { kind: "unknown" } : { kind: "open", trainingClass: current };
}
