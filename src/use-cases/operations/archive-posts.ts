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
  for (let archived = 0; ; ) {
    // Asked before anybody is made to wait.
    if (!(await world.store.traces.hasPostsOver(before))) return { archived };
    archived += await world.transaction(({ store }) => store.traces.archivePosts(before));
  }
}
