// What being forgotten means, whether somebody asks for it or the time is over for which the programme keeps people.
import type { World } from "../../ports.js";
import { withdrawStoriesOf } from "../stories/withdraw-story.js";

/** Call it with the person held. Returns what is left to be done with their files. */
export async function forgetPerson(inside: World, personId: number, because: "asked" | "age") {
  const { store, clock, settings } = inside;
  const now = clock.now();
  await store.followUps.resolvePleasOf(personId, now);
  // What of theirs had gone to others is followed there.
  await withdrawStoriesOf(inside, personId, because);
  const obstacles = settings.questions.all.flatMap((sets) => sets.obstacles);
  return store.ownData.erase(personId, obstacles, now);
}
