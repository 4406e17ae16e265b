// Somebody who waits, for those who may let them in: trainers of the class, and admins over it.
import { mayRunClass } from "../../../domain/people/permissions.js";
import type { Actor } from "../../../domain/people/person.js";
import type { AdmissionCase } from "../../../ports/people/admissions.js";
import type { Store } from "../../../ports.js";

export type FoundAdmission = { kind: "found"; admission: AdmissionCase } | { kind: "gone" } | { kind: "not_yours" };

export async function findAdmission(store: Store, actor: Actor, participantId: number): Promise<FoundAdmission> {
  const admission = await store.admissions.find(participantId);
  if (admission === null) return { kind: "gone" };
  const { trainingClass } = admission.participant;
  const trainers = await store.classes.trainersOf(trainingClass.id);
  return mayRunClass(actor, trainingClass, trainers) ? { kind: "found", admission } : { kind: "not_yours" };
}
