// Rights that were there when a button was pressed may have been taken away since.
import type { KnownActor } from "../domain/people/person.js";
import type { Store } from "../ports.js";

/** Somebody with the roles that they hold now. Call it in a transaction, once what they ask for is locked. */
export async function withRolesNow(store: Store, asked: KnownActor): Promise<KnownActor> {
  return { ...asked, roles: await store.people.rolesOf(asked.person.id) };
}
