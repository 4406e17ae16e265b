// A question or an answer that reached nobody: its author is told, once, instead of waiting in vain.
import { UNDELIVERED_TOLD_WITHIN_DAYS } from "../../../domain/threads/waiting.js";
import type { World } from "../../../ports.js";
import { textsFor } from "../../../texts/index.js";
import { postTo } from "../../posting.js";

/** A tick looks at this many; more follow with the next. */
const BATCH = 200;

export async function tellOfUndelivered(world: World): Promise<{ arrived: number; failed: number }> {
  const now = world.clock.now();
  const since = new Date(now.getTime() - UNDELIVERED_TOLD_WITHIN_DAYS * 86_400_000);
  // Mostly nobody waits for word, and then that was all.
  if ((await world.store.threads.underway(since, BATCH)).length === 0) return { arrived: 0, failed: 0 };
  return world.transaction(async (inside) => {
    const { store } = inside;
    const underway = await store.threads.underway(since, BATCH);
    const arrived = underway.filter(({ became }) => became === "arrived");
    const failed = underway.filter(({ became }) => became === "failed");
    for (const { id, threadId, authorId } of failed) {
      const author = await store.people.find(authorId);
      const thread = await store.threads.find(threadId);
      if (author === null || thread === null) continue;
      const { threads } = textsFor(author.language);
      const say = () =>
        authorId === thread.asker.id ? threads.questionStays() : threads.answerStays(thread.asker.name);
      const key = `undelivered:${id}`;
      await postTo(inside, [
        { key, kind: "answer", to: author, say, names: [thread.asker.id], subjects: [`thread:${threadId}`] },
      ]);
    }
    if (arrived.length > 0)
      await store.threads.settle(
        arrived.map(({ id }) => id),
        "arrived",
      );
    if (failed.length > 0)
      await store.threads.settle(
        failed.map(({ id }) => id),
        "failed",
      );
    return { arrived: arrived.length, failed: failed.length };
  });
}
