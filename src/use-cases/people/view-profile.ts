// What somebody sees of themselves at a glance: their name, their number, and since when they write from this account.
import type { KnownActor, Person } from "../../domain/people/person.js";
import type { World } from "../../ports.js";

export interface Profile {
  person: Person;
  /** Null for accounts older than this was noted. */
  boundAt: Date | null;
}

/** Read anew: the number may have been changed by this very update. */
export async function viewProfile({ store }: World, { person, telegramId }: KnownActor): Promise<Profile> {
  const now = (await store.people.find(person.id)) ?? person;
  return { person: now, boundAt: await store.accountMoves.boundAt(person.id, telegramId) };
}
