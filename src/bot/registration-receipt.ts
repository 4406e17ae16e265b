// The receipt of registration: number, library, class, trainer, and what comes next. /saya repeats it.
import type { Message } from "../domain/message.js";
import { carriesOutPlans } from "../domain/participant-kind.js";
import type { World } from "../ports.js";
import type { Texts } from "../texts/index.js";

export async function registrationReceipt(world: World, texts: Texts, participantId: number): Promise<Message> {
  const participant = await world.store.participants.find(participantId);
  if (participant === null) throw new Error(`No participant ${participantId}, though one was just added.`);
  const { trainingClass, library, number, kind } = participant;
  const trainers = await world.store.classes.trainersOf(trainingClass.id);
  return texts.registration.receipt({
    number,
    libraryName: library?.name ?? null,
    card: trainingClass,
    trainers: trainers.map(({ name }) => name),
    plansDueOn: carriesOutPlans(kind) ? trainingClass.plansDueOn : null,
  });
}
