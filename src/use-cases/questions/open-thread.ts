// Somebody opens a thread to go on in it; when it is a trainer, it counts as read from then on.

import { mayTalkInThread } from "../../domain/permissions.js";
import type { KnownActor } from "../../domain/person.js";
import type { QuestionThread } from "../../ports/questions.js";
import type { World } from "../../ports.js";
import { noteLook } from "../access.js";

/** Null when it is not theirs to see. */
export async function openThread(
  world: World,
  actor: KnownActor,
  threadId: number,
): Promise<{ thread: QuestionThread; asTrainer: boolean } | null> {
  const { classes, questions } = world.store;
  const thread = await questions.find(threadId);
  if (thread === null) return null;
  const trainers = await classes.trainersOf(thread.classId);
  if (!mayTalkInThread(actor, { askerId: thread.asker.id, trainers })) return null;
  const asTrainer = thread.asker.id !== actor.person.id;
  if (asTrainer) {
    await questions.markRead(thread.id);
    await noteLook(world, world.store, actor, { action: "question.view", subject: `thread:${thread.id}` });
  }
  return { thread, asTrainer };
}
