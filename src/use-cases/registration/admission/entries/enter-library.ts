// Where somebody who registers finds their place: in the library at once, or beside it until a trainer says yes.

import type { Person } from "../../../../domain/people/person.js";
import { type Admission, admissionOf } from "../../../../domain/registration/admission.js";
import type { Library } from "../../../../ports/people/participants.js";
import type { TrainingClass } from "../../../../ports/programme/classes.js";
import type { World } from "../../../../ports.js";
import { letIn } from "../let-in.js";
import { tellOfColleague, tellOfWaiting } from "../tell-of-arrival.js";
import { ensurePlansIn } from "./ensure-plans-in.js";
import { setApart } from "./set-apart.js";

export interface Arriving {
  person: Person;
  participantId: number;
  trainingClass: TrainingClass;
  /** Held by ensureLibrary(): two who join at once are judged one after the other. */
  library: Library;
  isInvited: boolean;
}

/** Call it in the transaction that adds the participant. */
export async function enterLibrary(inside: World, arriving: Arriving): Promise<Admission> {
  const now = inside.clock.now();
  const { person, participantId, trainingClass, library, isInvited } = arriving;
  const { managers, hasEntries } = await inside.store.admissions.standing(library.id);
  const self = managers.find(({ personId }) => personId === person.id);
  const others = managers.filter(({ personId }) => personId !== person.id);
  const admission = admissionOf({
    isInvited,
    isManager: self !== undefined && !self.begun,
    isTaken: others.length > 0 || (hasEntries && self === undefined),
  });
  const askedAt = admission === "waiting" ? now : null;
  await inside.store.admissions.decide(participantId, { admission, byId: null, askedAt }, now);
  if (admission === "waiting") {
    await setApart(inside, arriving);
    await tellOfWaiting(inside, participantId);
  } else if (admission === "begun") {
    await inside.store.admissions.bind(library.id, person.id, now);
    await ensurePlansIn(inside.store, library.id, trainingClass);
  } else {
    await letIn(inside, participantId);
    if (self === undefined) await tellOfColleague(inside, participantId, null);
  }
  return admission;
}
