// The receipt of registration: number, library, class, trainer, and what comes next. /saya repeats it, with what is next by then.

import type { Message } from "../../domain/messages/message.js";
import { carriesOutPlans } from "../../domain/people/participant-kind.js";
import { isWritten } from "../../domain/plans/work-plan.js";
import type { Participant } from "../../ports/people/participants.js";
import type { World } from "../../ports.js";
import type { NextThing } from "../../texts/id/registration.js";
import type { Texts } from "../../texts/index.js";
import { admissionNote } from "./admission-note.js";

export async function registrationReceipt(world: World, texts: Texts, participantId: number): Promise<Message> {
  const participant = await world.store.participants.find(participantId);
  if (participant === null) throw new Error(`No participant ${participantId}, though one was just added.`);
  const { trainingClass, library, number } = participant;
  const trainers = await world.store.classes.trainersOf(trainingClass.id);
  return texts.registration.receipt({
    number,
    libraryName: library?.name ?? null,
    card: trainingClass,
    trainers: trainers.map(({ name }) => name),
    plansDueOn: carriesOutPlans(participant) && participant.admission !== "refused" ? trainingClass.plansDueOn : null,
    next: participant.admission === "refused" ? null : await nextThingOf(world, participant),
    note: admissionNote(texts, participant.admission),
  });
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
