// A job: people who were in the middle of something when they were merged wrote it under the row that went. The job brings it along.
import type { World } from "../../ports.js";
import { settleDeadlines } from "../plans/settle-deadlines.js";

/** An update is handled in seconds; after that nothing comes in under the one who went. */
const SWEPT_MILLISECONDS = 600_000;

/** Twice is once: what was brought is there no more. */
export async function sweepMerges(world: World): Promise<Record<string, number>> {
  const now = world.clock.now();
  const recent = await world.store.merges.since(new Date(now.getTime() - SWEPT_MILLISECONDS));
  let swept = 0;
  // The oldest first: into whom somebody was merged may have been merged since.
  for (const { id } of recent.reverse()) {
    swept += await world.transaction(async ({ store }) => {
      await store.merges.hold();
      const merge = await store.merges.find(id);
      if (merge === null || merge.undoneAt !== null) return 0;
      const moved = await store.merges.sweep(merge, now);
      if (moved > 0) await settleDeadlines(store, await store.merges.planIdsOf(merge));
      return moved;
    });
  }
  return { swept };
}
