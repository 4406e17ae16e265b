// A thread, for those who stand on one of its sides, as it is now.
import { sideInThread, type ThreadSide } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { QuestionThread } from "../../ports/plans/threads.js";
import type { Store, World } from "../../ports.js";
import { type Access, access } from "../access.js";

export type FoundThread = Access<{ thread: QuestionThread; side: ThreadSide }>;

/** `looks`: they are shown what somebody else asked. */
export function findThread(
  world: World,
  actor: KnownActor,
  threadId: number,
  { looks = false }: { looks?: boolean } = {},
): Promise<FoundThread> {
  return access(world, actor, {
    async find() {
      const thread = await world.store.threads.find(threadId);
      return thread === null ? null : { thread };
    },
    async may({ thread }) {
      const side = await sideOf(world.store, actor, thread);
      return side === null ? false : { side };
    },
    look: ({ thread, side }) =>
      looks && side !== "asker" ? { action: "question.view", subject: `thread:${thread.id}` } : null,
  });
}

/** What somebody has asked themselves. */
export function findAsked(
  world: World,
  actor: KnownActor,
  threadId: number,
): Promise<Access<{ thread: QuestionThread }>> {
  return access(world, actor, {
    async find() {
      const thread = await world.store.threads.find(threadId);
      return thread === null ? null : { thread };
    },
    may: ({ thread }) => thread.asker.id === actor.person.id,
  });
}

async function sideOf(store: Store, actor: KnownActor, thread: QuestionThread): Promise<ThreadSide | null> {
  const trainers = await store.classes.trainersOf(thread.classId);
  const side = sideInThread(actor, { ...thread, askerId: thread.asker.id, trainers, reachedProvince: true });
  if (side !== "province" || thread.escalatedAt !== null) return side;
  // An answer ends the waiting; an admin who was told of the question may still read on.
  const told = await store.outbox.peopleTold(`thread:${thread.id}`, ["escalation"]);
  return told.has(actor.person.id) ? side : null;
}
