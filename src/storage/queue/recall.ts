// Taking posts back before they leave, no matter who has claimed them meanwhile.
import { setTimeout as wait } from "node:timers/promises";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";

/**
 * Still in our hands: it waits, or it is claimed and its request is not under way. The process that claimed it asks once more just
 * before it sends (DeliveryPort.depart), and that statement and ours need the same row: one of them comes first.
 */
export const isRecallable = Prisma.sql`state IN ('waiting', 'claimed') AND (state = 'waiting' OR left_at IS NULL)`;

/** Called with the posts whose request was under way already when they were to be taken back. */
export type OnTooLate = (ids: number[]) => Promise<void>;

const LOOK_EVERY_MILLISECONDS = 20;
/** A send takes 0.1 s; anyone who reports does not wait longer than this for a slow one, nor for one of a process that died. */
const PATIENCE_MILLISECONDS = 3000;

/** Returns when none of these posts is on its way any more, so that nobody gets a reminder after we have said that it is off. */
export async function untilArrived(db: Db, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  // By the machine's clock: on a busy database each look takes its time too.
  const until = performance.now() + PATIENCE_MILLISECONDS;
  while (performance.now() < until) {
    if ((await db.outbox.count({ where: { id: { in: ids }, state: "claimed" } })) === 0) return;
    await wait(LOOK_EVERY_MILLISECONDS);
  }
}
