// The participant whom somebody asks for plans or no longer does, for those who may: what both begin with.
import { mayFollowUp } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { Participant } from "../../ports/people/participants.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { Store } from "../../ports.js";

/** Held until the transaction ends, so that nothing is written to somebody who is just erased. */
export async function participantToAsk(
  store: Store,
  actor: KnownActor,
  participantId: number,
): Promise<Participant | "gone" | "not_yours"> {
  const [row] = await store.caseloads.peopleOf(null, { participantIds: [participantId] });
  const participant = row === undefined ? null : await store.participants.find(participantId);
  if (row === undefined || participant === null) return "gone";
  if (!mayFollowUp(actor, row)) return "not_yours";
  return (await store.people.hold([actor.person.id, participant.person.id])).size > 0 ? "gone" : participant;
}

/** Of their office, or library; those they manage now. */
export async function plansOf(store: Store, { person, library }: Participant): Promise<WorkPlan[]> {
  return (await store.plans.ofPerson(person.id)).filter(({ libraryId }) => libraryId === library?.id);
}
