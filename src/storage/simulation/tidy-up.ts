// What a server does by itself and an embedded database does not: without it each day of a simulation takes longer than the one before.
import type { Db } from "../engine/database.js";

export async function tidyUp(db: Db): Promise<void> {
  await db.$executeRaw`VACUUM (ANALYZE) outbox, held_back, work_plans, progress_reports, follow_ups, mornings, daily_summaries`;
}
