// Which processes deliver from this database now: each says so again and again, and they share Telegram's pace.
import type { Others } from "../../ports/queue/delivery.js";
import type { Db } from "../engine/database.js";

/** Says that this one lives. Returns how many others have said so since that instant, and when last; who has not is forgotten. */
export async function beat(db: Db, worker: string, now: Date, since: Date): Promise<Others> {
  const [row] = await db.$queryRaw<[Others]>`
    WITH mine AS (
      INSERT INTO workers (name, seen_at) VALUES (${worker}, ${now}::timestamp)
      ON CONFLICT (name) DO UPDATE SET seen_at = EXCLUDED.seen_at
    ), forgotten AS (
      DELETE FROM workers WHERE name <> ${worker} AND seen_at <= ${since}::timestamp
    )
    SELECT count(*)::int AS count, max(seen_at) AS "lastSeenAt" FROM workers WHERE name <> ${worker} AND seen_at > ${since}::timestamp`;
  return row;
}

/** Says that this one has ended, so that the others need not wait for it to be forgotten. */
export async function leave(db: Db, worker: string): Promise<void> {
  await db.worker.deleteMany({ where: { name: worker } });
}
