// A trainer finds that a thread needs no answer, such as a "thank you": it no longer waits, and nobody is written to.
import type { KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import { findThread } from "./find-thread.js";
import { endCopies, endNotices } from "./waiting/end-notices.js";
import { writtenSince } from "./waiting/written-since.js";

export type CloseThreadOutcome = { kind: "closed" | "wrote_again" | "not_yours" };

/**
 * `shownAt`: when what they find so stood before them. What the asker has written since, and they were not sent, goes on waiting: wrote_again.
 * Twice is once.
 */
export async function closeThread(
  world: World,
  actor: KnownActor,
  threadId: number,
  shownAt?: Date,
): Promise<CloseThreadOutcome> {
  const now = world.clock.now();
  const byId = actor.person.id;
  return world.transaction(async (inside) => {
    const { store } = inside;
    const found = await findThread(inside, actor, threadId);
    if (found.kind !== "found" || found.side === "asker") return { kind: "not_yours" };
    if ((await store.people.hold([byId, found.thread.asker.id])).size > 0) return { kind: "not_yours" };
    const thread = (await store.threads.lock(threadId)) ?? found.thread;
    const later = await writtenSince(store, { threadId, readerId: byId, shownAt });
    await store.threads.markAnswered(threadId, later?.sentAt);
    await endNotices(inside, [threadId]);
    if (later === null) await endCopies(inside, threadId);
    if (thread.state !== "answered" && later === null) {
      const subject = `thread:${threadId}`;
      await store.audit.record({ actorId: byId, action: "question.close", subject }, now);
    }
    await store.followUps.resolveOfThread(threadId, { resolution: "noted", byId }, now);
    return { kind: later === null ? "closed" : "wrote_again" };
  });
}
