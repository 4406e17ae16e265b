// What is held back because Telegram said to wait, and until when. In the database, so that a restart does not start a storm.
import type { Hold } from "../../ports/queue/delivery.js";
import type { Db } from "../engine/database.js";

/** Never shortens: the longest wait that Telegram named holds. */
export async function holdUntil(db: Db, hold: Hold, until: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO lane_blocks (lane, blocked_until) VALUES (${hold}, ${until}::timestamp)
    ON CONFLICT (lane) DO UPDATE SET blocked_until = GREATEST(lane_blocks.blocked_until, EXCLUDED.blocked_until)`;
}

export async function holdsNow(db: Db, now: Date): Promise<{ hold: Hold; until: Date }[]> {
  const rows = await db.laneBlock.findMany({ where: { blockedUntil: { gt: now } }, orderBy: { blockedUntil: "asc" } });
  return rows.map(({ lane, blockedUntil }) => ({ hold: lane as Hold, until: blockedUntil }));
}

export async function forgetPastHolds(db: Db, now: Date): Promise<void> {
  await db.laneBlock.deleteMany({ where: { blockedUntil: { lte: now } } });
}
