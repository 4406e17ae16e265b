// Somebody chooses the language in which they are spoken to.
import type { KnownActor, Language } from "../../domain/people/person.js";
import type { World } from "../../ports.js";

/** Twice is once. What they practise on is marked in that language too. */
export async function chooseLanguage(
  world: World,
  { person }: Pick<KnownActor, "person">,
  language: Language,
): Promise<void> {
  await world.transaction(async ({ store }) => {
    await store.people.change(person.id, { language });
    await store.practice.rename(person.id, language);
  });
}
