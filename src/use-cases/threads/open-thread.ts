// Somebody opens a thread to go on in it; when it is a trainer, it counts as read from then on.
import type { ThreadSide } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { QuestionThread } from "../../ports/plans/threads.js";
import type { World } from "../../ports.js";
import { noteLook } from "../access.js";
import { sideOfThread } from "./side-of-thread.js";

/** Null when it is not theirs to see. */
export async function openThread(
  world: World,
  actor: KnownActor,
  threadId: number,
): Promise<{ thread: QuestionThread; side: ThreadSide } | null> {
  const { threads } = world.store;
  const thread = await threads.find(threadId);
  if (thread === null) return null;
  const side = await sideOfThread(world.store, actor, thread);
  if (side === null) return null;
  if (side === "trainer") await threads.markRead(thread.id);
  if (side !== "asker") {
    await noteLook(world, actor, { action: "question.view", subject: `thread:${thread.id}` });
  }
  return { thread, side };
}
