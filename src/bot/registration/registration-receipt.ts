// The receipt of registration: number, library, class, trainer, and what comes next. /saya repeats it, with what is next by then.

import type { Message } from "../../domain/messages/message.js";
import { carriesOutPlans } from "../../domain/people/participant-kind.js";
import type { Texts } from "../../texts/index.js";
import { viewReceipt } from "../../use-cases/index.js";
import type { BotWorld } from "../world.js";
import { admissionNote } from "./admission-note.js";

export async function registrationReceipt(world: BotWorld, texts: Texts, participantId: number): Promise<Message> {
  const { participant, trainers, next } = await viewReceipt(world, participantId);
  const { trainingClass, library, number } = participant;
  return texts.registration.receipt({
    number,
    libraryName: library?.name ?? null,
    card: trainingClass,
    trainers,
    plansDueOn: carriesOutPlans(participant) && participant.admission !== "refused" ? trainingClass.plansDueOn : null,
    next,
    note: admissionNote(texts, participant.admission),
  });
}
