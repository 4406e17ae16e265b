// On which side of a thread somebody stands, as it is now; null: it is not theirs to see.
import { sideInThread, type ThreadSide } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { QuestionThread } from "../../ports/plans/threads.js";
import type { Store } from "../../ports.js";

export async function sideOfThread(
  store: Store,
  actor: KnownActor,
  thread: QuestionThread,
): Promise<ThreadSide | null> {
  const trainers = await store.classes.trainersOf(thread.classId);
  const side = sideInThread(actor, { ...thread, askerId: thread.asker.id, trainers, reachedProvince: true });
  if (side !== "province" || thread.escalatedAt !== null) return side;
  // An answer ends the waiting; anyone who was told of it may still read on.
  const told = await store.outbox.peopleTold(`thread:${thread.id}`, ["escalation"]);
  return told.has(actor.person.id) ? side : null;
}
