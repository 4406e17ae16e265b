// Somebody withdraws their consent and wants to be forgotten: in every table at once, in one transaction; their files right after it
// (finish-erasures.ts).
import { type Actor, isAdmin, isKnown, isTrainer } from "../../domain/people/person.js";
import type { World } from "../../ports.js";

export type ErasePersonOutcome =
  | { kind: "erased"; number: number }
  /** Nobody with this account, or not the one who asked: the button is older than the person. */
  | { kind: "nobody" }
  /** Participants depend on a trainer, and rights on an admin: the role is ended first, by another admin. */
  | { kind: "has_role" };

/** Twice is once: afterwards the account belongs to nobody. */
export async function erasePerson(world: World, actor: Actor, personId: number): Promise<ErasePersonOutcome> {
  if (!isKnown(actor) || actor.person.id !== personId) return { kind: "nobody" };
  if (isTrainer(actor) || isAdmin(actor)) return { kind: "has_role" };
  const now = world.clock.now();
  const obstacles = world.settings.questions.all.flatMap((sets) => sets.obstacles);
  const number = await world.store.transaction(async (store) => {
    const left = await store.ownData.erase(personId, obstacles, now);
    // For the data protection officer to see when; by whom is the very thing that was erased.
    await store.audit.record({ actorId: null, action: "person.erased", subject: `person:${personId}` }, now);
    await store.audit.count("person.erased");
    return store.erasures.begin(left, now);
  });
  return { kind: "erased", number };
}
