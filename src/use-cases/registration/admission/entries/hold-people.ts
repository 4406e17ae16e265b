// Anyone who is told when somebody wants to act for a library: held before anything is locked, as an erasure holds them first of all.
import type { Actor } from "../../../../domain/people/person.js";
import type { Library } from "../../../../ports/people/participants.js";
import type { TrainingClass } from "../../../../ports/programme/classes.js";
import type { Store } from "../../../../ports.js";
import { readHolding } from "../../../posting.js";
import { type FoundAdmission, findAdmission } from "../find-admission.js";

type Around = { library: Omit<Library, "id" | "holderId">; trainingClass: Pick<TrainingClass, "id"> };

/** Those who act for the library, and those who may say yes or no. */
export async function peopleAround(store: Store, { library, trainingClass }: Around): Promise<number[]> {
  const admins = await store.classes.adminsOver(trainingClass.id);
  return [...(await store.admissions.peopleAround(library, trainingClass.id)), ...admins.map(({ id }) => id)];
}

/** What findAdmission() finds, with everybody around it held until the transaction ends. */
export async function findHolding(store: Store, actor: Actor, participantId: number): Promise<FoundAdmission> {
  const read = async () => {
    const found = await findAdmission(store, actor, participantId);
    if (found.kind !== "found") return { found, people: [] };
    const { participant } = found.admission;
    const people = [participant.person.id, ...(await peopleAround(store, participant))];
    return { found, people: actor.person === null ? people : [...people, actor.person.id] };
  };
  return (await readHolding(store, read, ({ people }) => people)).found;
}
