// Who speaks: looked up by the account that Telegram vouches for.
import type { Actor, Language } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import { findSpeaker } from "../../use-cases/index.js";

/** Somebody unknown is spoken to in English only when their phone is set to it; the country's language is the default. */
export async function loadActor(world: World, telegramId: number, phoneLanguage?: string): Promise<Actor> {
  const known = await findSpeaker(world, telegramId);
  if (known !== null) return known;
  const language: Language = phoneLanguage?.startsWith("en") ? "en" : "id";
  return { telegramId, language, person: null, roles: [], agreed: [], takesPart: false };
}
