// Who speaks: looked up by the account that Telegram vouches for.
import { type Actor, isAdmin, type KnownActor, type Language } from "../../domain/people/person.js";
import type { World } from "../../ports.js";

/** Somebody unknown is spoken to in English only when their phone is set to it; the country's language is the default. */
export async function loadActor(world: World, telegramId: number, phoneLanguage?: string): Promise<Actor> {
  const known = await world.store.people.speaker(telegramId);
  if (known === null) {
    const language: Language = phoneLanguage?.startsWith("en") ? "en" : "id";
    return { telegramId, language, person: null, roles: [], agreed: [], takesPart: false };
  }
  const actor: KnownActor = { telegramId, language: known.person.language, ...known };
  return isAdmin(actor) ? { ...actor, practiceCohortId: await world.store.practice.cohortOf(actor.person.id) } : actor;
}
