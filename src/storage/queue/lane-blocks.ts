// Until when a lane may not speak, because Telegram said so. In the database, so that a restart does not start a storm.
import type { Lane } from "../../ports/queue/delivery.js";
import type { Db } from "../engine/database.js";

/** Never shortens: the longest wait that Telegram named holds. */
export async function blockLane(db: Db, lane: Lane, until: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO lane_blocks (lane, blocked_until) VALUES (${lane}, ${until}::timestamp)
    ON CONFLICT (lane) DO UPDATE SET blocked_until = GREATEST(lane_blocks.blocked_until, EXCLUDED.blocked_until)`;
}

export async function laneBlocks(db: Db, now: Date): Promise<{ lane: Lane; until: Date }[]> {
  const rows = await db.laneBlock.findMany({ where: { blockedUntil: { gt: now } }, orderBy: { blockedUntil: "asc" } });
  return rows.map(({ lane, blockedUntil }) => ({ lane: lane as Lane, until: blockedUntil }));
}

export async function forgetPastBlocks(db: Db, now: Date): Promise<void> {
  await db.laneBlock.deleteMany({ where: { blockedUntil: { lte: now } } });
}
