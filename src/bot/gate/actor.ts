// Who speaks: looked up by the account that Telegram vouches for.
import { type Actor, isAdmin, type Language } from "../../domain/people/person.js";
import type { World } from "../../ports.js";

/** Somebody unknown is spoken to in English only when their phone is set to it; the country's language is the default. */
export async function loadActor(world: World, telegramId: number, phoneLanguage?: string): Promise<Actor> {
  const person = await world.store.people.findByTelegramId(telegramId);
  if (person === null) {
    const language: Language = phoneLanguage?.startsWith("en") ? "en" : "id";
    return { telegramId, language, person: null, roles: [] };
  }
  const actor: Actor = {
    ...{ telegramId, language: person.language, person },
    roles: await world.store.people.rolesOf(person.id),
  };
  return isAdmin(actor) ? { ...actor, practiceCohortId: await world.store.practice.cohortOf(person.id) } : actor;
}
