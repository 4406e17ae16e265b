// Two open transactions on PostgreSQL: the one is held before its commit while the other comes to wait for it.
import { setTimeout as delay } from "node:timers/promises";
import type { World } from "../../src/ports.js";
import type { Db } from "../../src/storage/engine/database.js";

/** Everything up to the commit, which then waits for the sign: to commit, or to break off. */
export function heldOpen(world: World, act: (world: World) => Promise<unknown>) {
  let commit = () => {};
  let breakOff = (_: Error) => {};
  const sign = new Promise<void>((resolve, reject) => {
    commit = resolve;
    breakOff = reject;
  });
  let arrived = () => {};
  const done = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const committed = world.store.transaction(async (store) => {
    await act({ ...world, store });
    arrived();
    await sign;
  });
  return { done: Promise.race([done, committed]), commit, breakOff, committed };
}

/** Until as many of this database's transactions wait for another's lock, or, of one that needs none, a moment has passed. */
export async function untilWaiting(db: Db, count: number): Promise<void> {
  for (let looks = 0; looks < 30; looks++) {
    const [row] = await db.$queryRaw<[{ waiting: number }]>`
      SELECT count(*)::int AS waiting FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if (row.waiting >= count) return;
    await delay(10);
  }
}
