// Somebody wants all kinds of message again.
import type { KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";

/** False when nothing had been stopped. What was owed meanwhile and still has a point, the jobs post again. */
export async function resumeMessages(world: World, actor: KnownActor): Promise<boolean> {
  return world.transaction(async ({ store: { people, plans } }) => {
    const person = await people.find(actor.person.id);
    if (person === null || person.optedOut.length === 0) return false;
    await people.change(person.id, { optedOut: [] });
    // The job has passed over them; whichever reminder of a plan is open today, it owes them again.
    if (person.optedOut.includes("reminders")) {
      await plans.remindAgain((await plans.ofPerson(person.id)).map(({ id }) => id));
    }
    return true;
  });
}
