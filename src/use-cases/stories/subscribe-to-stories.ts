// Somebody asks for stories from other libraries, or wants them no more.
import type { KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";

/** Twice is once. What waits to leave does not leave when they are wanted no more. */
export async function wantStories(world: World, { person, takesPart }: KnownActor, wants: boolean): Promise<boolean> {
  if (wants && !takesPart) return false;
  const now = world.clock.now();
  return world.transaction(async ({ store }) => {
    if ((await store.people.hold([person.id])).has(person.id)) return false;
    if (wants) await store.stories.subscribe(person.id, now);
    else {
      await store.stories.unsubscribe(person.id);
      await store.outbox.takeBack({ personId: person.id }, "not wanted", now, ["story_of_others"]);
    }
    return true;
  });
}
