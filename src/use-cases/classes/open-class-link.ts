// What stands behind a class's link: the class, a closed door with somebody to ask, or nothing that we know.
import { mayJoin } from "../../domain/people/permissions.js";
import type { Actor } from "../../domain/people/person.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";

export type OpenedLink =
  | { kind: "open"; trainingClass: TrainingClass }
  | { kind: "closed"; trainingClass: TrainingClass; trainers: string[] }
  /** Never ours, or its time was over when it was opened, or another's practice: anyone who has it can register all the same. */
  | { kind: "unknown" };

export async function openClassLink(
  { store }: World,
  actor: Pick<Actor, "person">,
  token: string,
  saidAt: Date,
): Promise<OpenedLink> {
  const current = await store.classes.findByToken(token);
  const trainingClass = current ?? (await store.classes.findByFormerToken(token));
  if (trainingClass === null || !mayJoin(actor, trainingClass)) return { kind: "unknown" };
  if (current === null || current.joinClosedAt !== null) {
    const trainers = (await store.classes.trainersOf(trainingClass.id)).map(({ name }) => name);
    return { kind: "closed", trainingClass, trainers };
  }
  return current.joinTokenExpiresAt <= saidAt ? { kind: "unknown" } : { kind: "open", trainingClass: current };
}
