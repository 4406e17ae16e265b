// Where somebody takes part, the latest class first.
import { type Actor, isKnown } from "../../domain/people/person.js";
import type { Participant } from "../../ports/people/participants.js";
import type { World } from "../../ports.js";

/** Nowhere, of somebody unknown. */
export async function ownParticipations({ store }: Pick<World, "store">, actor: Actor): Promise<Participant[]> {
  return isKnown(actor) ? store.participants.ofPerson(actor.person.id) : [];
}
