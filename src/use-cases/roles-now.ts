// Rights that were there when a button was pressed may have been taken away since.
import { type Actor, isTrainer, type KnownActor } from "../domain/people/person.js";
import type { World } from "../ports.js";

/** Somebody with the roles that they hold now. Call it in a transaction, once what they ask for is locked. */
export async function withRolesNow(inside: Pick<World, "clock" | "store">, asked: KnownActor): Promise<KnownActor> {
  return withCoversNow(inside, { ...asked, roles: await inside.store.people.rolesOf(asked.person.id) });
}

/** With those for whom they cover now: that ends by itself. */
export async function withCoversNow<Someone extends Actor>(
  { clock, store }: Pick<World, "clock" | "store">,
  actor: Someone,
): Promise<Someone> {
  if (actor.person === null || !isTrainer(actor)) return actor;
  const covers = await store.absences.coversOf([actor.person.id], clock.now());
  return { ...actor, covers: covers.get(actor.person.id) ?? [] };
}
