// Who speaks from an account, with the roles and consents of this moment.
import { isAdmin, type KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import { withCoversNow } from "../roles-now.js";

/** Null for an account that nobody has; nothing is known of a stranger. */
export async function findSpeaker(world: World, telegramId: number): Promise<KnownActor | null> {
  const known = await world.store.people.speaker(telegramId);
  if (known === null) return null;
  const actor = await withCoversNow(world, { telegramId, language: known.person.language, ...known });
  return isAdmin(actor) ? { ...actor, practiceCohortId: await world.store.practice.cohortOf(actor.person.id) } : actor;
}
