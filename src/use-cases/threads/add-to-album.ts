// One more file of an album whose first one was taken as a question or an answer: it goes where that one went.
import type { KnownActor } from "../../domain/people/person.js";
import type { ThreadFile } from "../../domain/threads/thread-file.js";
import type { World } from "../../ports.js";
import { findThread } from "./find-thread.js";
import { passFileOn } from "./pass-on.js";

/**
 * `words`: what stands below it. False when nothing of its album was written in a thread. Twice is once: a file is added to a message once, with
 * its words.
 */
export async function addToAlbum(world: World, actor: KnownActor, file: ThreadFile, words = ""): Promise<boolean> {
  const { albumId } = file;
  if (albumId === null) return false;
  const { person: author } = actor;
  return world.transaction(async (inside) => {
    const { store } = inside;
    const first = await store.threads.ofAlbum(author.id, albumId);
    const found = first === null ? null : await findThread(inside, actor, first.threadId);
    if (first === null || found?.kind !== "found") return false;
    const { thread } = found;
    if ((await store.people.hold([author.id, thread.asker.id])).size > 0) return false;
    const before = await store.threads.addFile(first.messageId, file, words);
    if (before !== null) await passFileOn(inside, thread, { ...first, author, file, words, before });
    return true;
  });
}
