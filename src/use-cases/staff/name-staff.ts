// Somebody who holds a role and had no name says it.
import type { KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";

/** Twice is once. A name that is there already is not changed in this way. */
export async function nameStaff({ store }: World, actor: KnownActor, name: string): Promise<void> {
  const person = await store.people.find(actor.person.id);
  if (person?.name === "") await store.people.change(actor.person.id, { name });
}
