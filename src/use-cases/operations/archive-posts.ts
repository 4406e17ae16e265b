// Job: moves posts that are over out of the way of those that are to leave.
import { daysBefore, POSTS_AT_HAND } from "../../domain/own-data/keeping.js";
import type { World } from "../../ports.js";

/** A thousand a transaction, until none is left. Twice is once: what was moved is not there any more. */
export async function archivePosts(world: World): Promise<{ archived: number }> {
  const now = world.clock.now();
  const before = {
    over: daysBefore(now, POSTS_AT_HAND.over),
    undelivered: daysBefore(now, POSTS_AT_HAND.undelivered),
  };
  let archived = 0;
  for (let after = 0; ; ) {
    // Looked for before anybody is made to wait.
    const ids = await world.store.traces.postsOver(before, after);
    const last = ids.at(-1);
    if (last === undefined) return { archived };
    const moved = await world.transaction(({ store }) => store.traces.archivePosts(ids, before));
    // Busy: nobody misses anything if it is done at the next tick.
    if (moved === null) return { archived };
    archived += moved;
    after = last;
  }
}
