// Gives somebody who waits a place of their own beside the library: their entries lie there until a trainer says yes.
import type { Person } from "../../../../domain/people/person.js";
import type { Library } from "../../../../ports/people/participants.js";
import type { TrainingClass } from "../../../../ports/programme/classes.js";
import type { World } from "../../../../ports.js";
import { ensurePlansIn } from "./ensure-plans-in.js";

/** Twice is once. Somebody who waits in two classes for one library has one such place. */
export async function setApart(
  inside: World,
  {
    participantId,
    person,
    trainingClass,
    library,
  }: { participantId: number; person: Person; trainingClass: TrainingClass; library: Library },
): Promise<void> {
  const waits = (await inside.store.admissions.sameLibrary(participantId)).find(
    ({ admission }) => admission === "waiting",
  );
  const apartId = waits?.libraryId ?? (await inside.store.admissions.apartFrom(library, participantId)).id;
  await inside.store.admissions.moveParticipant(participantId, apartId);
  await inside.store.admissions.bind(apartId, person.id, inside.clock.now());
  await ensurePlansIn(inside.store, apartId, trainingClass);
}
