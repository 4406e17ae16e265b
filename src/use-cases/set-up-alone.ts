// Who sets up the programme does so one after another, with the rights they hold when their turn comes.
import type { KnownActor } from "../domain/people/person.js";
import type { Store } from "../ports.js";

/** Call it first in the transaction. A role taken away since the button was pressed, or while a file was read, is gone. */
export async function setUpAlone(store: Store, asked: KnownActor): Promise<KnownActor> {
  await store.programme.hold();
  const roles = await store.people.rolesOf(asked.person.id);
  return { ...asked, roles, practiceCohortId: await store.practice.cohortOf(asked.person.id) };
}
