// Somebody was merged while an update of theirs was being handled: who they are now.
import type { KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";

/** Call it in a transaction, before anything else is locked. Whoever was forgotten stays who they were: nobody. */
export async function holdSpeaker({ store }: Pick<World, "store">, actor: KnownActor): Promise<KnownActor> {
  const erased = await store.pauses.hold([actor.person.id]);
  if (!erased.has(actor.person.id)) return actor;
  const id = await store.merges.whoIs(actor.person.id);
  const person = id === actor.person.id ? null : await store.people.find(id);
  if (person === null) return actor;
  await store.pauses.hold([id]);
  return { ...actor, person };
}
