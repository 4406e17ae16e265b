// Somebody opens a thread to go on in it; when it is a trainer, it counts as read from then on.
import type { KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import { type FoundThread, findThread } from "./find-thread.js";

export async function openThread(world: World, actor: KnownActor, threadId: number): Promise<FoundThread> {
  const found = await findThread(world, actor, threadId, { looks: true });
  if (found.kind === "found" && found.side === "trainer") await world.store.threads.markRead(threadId);
  return found;
}
