// Job: an answer to somebody who could not be written to when it was given is brought whole, with its files, once they are back.
import { missedSince } from "../../../domain/people/person.js";
import type { UnsentAnswer } from "../../../ports/plans/threads.js";
import type { World } from "../../../ports.js";
import { passOn } from "../pass-on.js";

/** A tick looks at so many; the next ones follow with the next. */
const BATCH = 200;

/** Twice is once: one that was posted, whatever became of it, is not found again. */
export async function passAnswersOn(world: World): Promise<{ passedOn: number }> {
  let passedOn = 0;
  for (const answer of await world.store.threads.unsentAnswers(missedSince(world.clock.now()), BATCH)) {
    passedOn += await world.transaction((inside) => passAnswerOn(inside, answer));
  }
  return { passedOn };
}

async function passAnswerOn(inside: World, { threadId, authorId, ...words }: UnsentAnswer): Promise<number> {
  const { store } = inside;
  const seen = await store.threads.find(threadId);
  if (seen === null || (await store.people.hold([seen.asker.id, authorId])).size > 0) return 0;
  const author = await store.people.find(authorId);
  const thread = await store.threads.lock(threadId);
  if (author === null || thread === null) return 0;
  const { kind } = await passOn(inside, thread, { ...words, author });
  return kind === "sent" ? 1 : 0;
}
