// Somebody told us of illness, mourning or a disaster: for a week they are not reminded of their plans. Why is written nowhere.

import type { PostKind } from "../../domain/messages/post-kind.js";
import type { KnownActor, Person } from "../../domain/people/person.js";
import { quietEndFrom } from "../../domain/people/quiet.js";
import type { Store, World } from "../../ports.js";
import { lookAgain } from "../plans/end-reminders.js";

const HELD_BACK: PostKind[] = ["plan_reminder", "snoozed_reminder"];

export async function keepQuiet(world: World, actor: KnownActor): Promise<void> {
  await world.transaction(async ({ store }) => {
    await store.people.hold([actor.person.id]);
    await beginQuiet(store, actor.person, world.clock.now());
  });
}

/** Inside the transaction that writes what they told, with the person held. What waits to leave is owed again after the week. */
export async function beginQuiet(store: Store, person: Person, now: Date): Promise<void> {
  await store.people.change(person.id, { quietUntil: quietEndFrom(person, now) });
  const taken = await store.outbox.takeBack({ personId: person.id }, "quiet", now, HELD_BACK);
  if (taken.length === 0) return;
  await lookAgain(
    store,
    (await store.plans.ofPerson(person.id)).map(({ id }) => id),
  );
}
