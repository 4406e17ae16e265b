// What the receipt of registration says, also when it is asked for again: with what is next by then.
import { carriesOutPlans } from "../../domain/people/participant-kind.js";
import { isWritten } from "../../domain/plans/work-plan.js";
import type { Participant } from "../../ports/people/participants.js";
import type { World } from "../../ports.js";
import type { NextThing } from "../../texts/id/registration.js";

export interface Registration {
  participant: Participant;
  trainers: string[];
  /** Null where nothing is. */
  next: NextThing | null;
}

/** @throws where there is none: it was just made, or just found */
export async function viewReceipt(world: World, participantId: number): Promise<Registration> {
  const { store } = world;
  const participant = await store.participants.find(participantId);
  if (participant === null) throw new Error(`No participant ${participantId}, though one was just added.`);
  const trainers = await store.classes.trainersOf(participant.trainingClass.id);
  return {
    participant,
    trainers: trainers.map(({ name }) => name),
    next: participant.admission === "refused" ? null : await nextThingOf(world, participant),
  };
}

/** The class first; when it is over, its plans. */
async function nextThingOf({ store, clock }: World, participant: Participant): Promise<NextThing | null> {
  const { person, trainingClass } = participant;
  const session = (await store.classes.sessionsOf(trainingClass.id)).find(
    ({ cancelledAt, startsAt }) => cancelledAt === null && startsAt > clock.now(),
  );
  if (session !== undefined) return { kind: "session", zone: person.zone ?? trainingClass.zone, ...session };
  if (!carriesOutPlans(participant)) return null;
  const plans = (await store.plans.ofPerson(person.id)).filter((plan) => plan.trainingClass.id === trainingClass.id);
  if (plans.some(({ state }) => !isWritten(state))) return { kind: "write_plans" };
  return plans.some(({ state }) => state !== "done") ? { kind: "report" } : null;
}
