// Somebody opens a thread to go on in it; when it is a trainer, it counts as read from then on.
import type { KnownActor } from "../../domain/people/person.js";
import { SHOWN_ON_OPENING } from "../../domain/threads/waiting.js";
import type { WaitingWord } from "../../ports/plans/threads.js";
import type { World } from "../../ports.js";
import { type FoundThread, findThread } from "./find-thread.js";

/** `unread`: what waits for an answer and they were never sent, as the screen cannot show it whole; in order. */
export async function openThread(
  world: World,
  actor: KnownActor,
  threadId: number,
): Promise<FoundThread & { unread?: WaitingWord[] }> {
  const { threads } = world.store;
  const found = await findThread(world, actor, threadId, { looks: true });
  if (found.kind !== "found" || found.side === "asker") return found;
  if (found.side === "trainer") await threads.markRead(threadId);
  const unread = await threads.unreadBy(threadId, actor.person.id);
  const isShownWhole = unread.every(({ text, files }) => text.length <= SHOWN_ON_OPENING && files.length === 0);
  return isShownWhole && unread.length <= 1 ? found : { ...found, unread };
}
