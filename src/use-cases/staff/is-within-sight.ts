// Whether an admin may learn who somebody is by their phone number: anyone who is in their reach, as staff or as a participant.
import { mayFollowUp, mayOperate } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { Store } from "../../ports.js";
import { isInReach } from "./view-staff.js";

/** Of everybody else a number tells nothing: they are invited as somebody whom nobody knows, until they accept by their own account. */
export async function isWithinSight(store: Store, actor: KnownActor, personId: number): Promise<boolean> {
  if (mayOperate(actor) || actor.person.id === personId) return true;
  const record = await store.staff.find(personId);
  if (record !== null && isInReach(actor, record)) return true;
  for (const { library, trainingClass } of await store.participants.ofPerson(personId)) {
    const trainerIds = (await store.classes.trainersOf(trainingClass.id)).map(({ id }) => id);
    const placeCode = library?.placeCode ?? trainingClass.provinceCode;
    if (mayFollowUp(actor, { trainerIds, placeCode, cohortId: trainingClass.cohortId })) return true;
  }
  return false;
}
