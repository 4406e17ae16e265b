// A trainer finds that a thread needs no answer, such as a "thank you": it no longer waits, and nobody is written to.

import { mayTalkInThread } from "../../domain/permissions.js";
import type { KnownActor } from "../../domain/person.js";
import type { World } from "../../ports.js";

/** Twice is once. */
export async function closeThread(
  world: World,
  actor: KnownActor,
  threadId: number,
): Promise<{ kind: "closed" | "not_yours" }> {
  return world.store.transaction(async ({ classes, questions }) => {
    const thread = await questions.find(threadId);
    if (thread === null || thread.asker.id === actor.person.id) return { kind: "not_yours" };
    const trainers = await classes.trainersOf(thread.classId);
    if (!mayTalkInThread(actor, { askerId: thread.asker.id, trainers })) return { kind: "not_yours" };
    await questions.markAnswered(threadId);
    return { kind: "closed" };
  });
}
