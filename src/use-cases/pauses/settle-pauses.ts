// What follows from pauses, for the people and for their plans.
import { DROPPED_ON_PAUSE } from "../../domain/messages/post-kind.js";
import type { Person } from "../../domain/people/person.js";
import { liesWithin } from "../../domain/places/place.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { Concerned } from "../../ports/people/pauses.js";
import type { World } from "../../ports.js";
import { lookAgain } from "../plans/reminders/end-reminders.js";
import { settleDeadlines } from "../plans/settle-deadlines.js";

/** In the transaction that changed a pause, before anything else is locked. Returns those for whom it ends at another time now. */
export async function settlePauses({ store, clock }: World, concerned: Concerned): Promise<Person[]> {
  const now = clock.now();
  const changed = await store.pauses.settlePeople(concerned, now);
  const ids = changed.map(({ id }) => id);
  await store.outbox.takeBackFor(ids, "pause", now, [...DROPPED_ON_PAUSE]);
  // What waits for the former end is judged again: by the new one, or it leaves.
  await store.pauses.letGo(ids, now);
  const planIds = await store.pauses.planIdsOf(concerned);
  await settleDeadlines(store, planIds);
  if (planIds.length > 0) await lookAgain(store, planIds);
  return changed;
}

/** Somebody joins in a place: where it pauses they pause too. With the person held. */
export async function joinPauses({ store, clock }: World, personId: number, placeCode: string): Promise<void> {
  const now = clock.now();
  const pausing = await store.pauses.ofPlaces(dayIn("Asia/Jakarta", now));
  if (!pausing.some((one) => one.placeCode !== null && liesWithin(placeCode, one.placeCode))) return;
  await store.pauses.settlePeople({ personIds: [personId] }, now);
  await settleDeadlines(store, await store.pauses.planIdsOf({ personIds: [personId] }));
}
