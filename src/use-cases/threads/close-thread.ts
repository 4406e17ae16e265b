// A trainer finds that a thread needs no answer, such as a "thank you": it no longer waits, and nobody is written to.
import type { KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import { findThread } from "./find-thread.js";

/** Twice is once. */
export async function closeThread(
  world: World,
  actor: KnownActor,
  threadId: number,
): Promise<{ kind: "closed" | "not_yours" }> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const found = await findThread(inside, actor, threadId);
    if (found.kind !== "found" || found.side === "asker") return { kind: "not_yours" };
    await store.threads.markAnswered(threadId);
    if (found.thread.state !== "answered") {
      const subject = `thread:${threadId}`;
      await store.audit.record({ actorId: actor.person.id, action: "question.close", subject }, now);
    }
    await store.followUps.resolveOfThread(threadId, { resolution: "noted", byId: actor.person.id }, now);
    return { kind: "closed" };
  });
}
