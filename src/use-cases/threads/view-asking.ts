// What somebody sees before they ask: who will read it, and what became of their last question.
import type { KnownActor } from "../../domain/people/person.js";
import type { QuestionThread } from "../../ports/plans/threads.js";
import type { World } from "../../ports.js";

export async function viewAsking(
  { store, clock }: World,
  { person }: KnownActor,
): Promise<{ trainers: string[]; last: QuestionThread | null }> {
  const [participant] = await store.participants.ofPerson(person.id);
  const trainers =
    participant === undefined ? [] : await store.classes.carersOf(participant.trainingClass.id, clock.now());
  return { trainers: trainers.map(({ name }) => name), last: await store.threads.latestOf(person.id) };
}

/**
 * Which threads the message is about that somebody replies to in their chat, in the order in which it names them, and when what it says of
 * them was written.
 */
export function threadsBehind(
  { store }: World,
  { telegramId }: KnownActor,
  messageId: number,
): Promise<{ threadId: number; writtenAt: Date }[]> {
  return store.threads.threadsOfPost(telegramId, messageId);
}
