// What a participant has had of what spends the message budget. By the index (person_id, created_at): they have some dozens of rows.
import type { Spending } from "../domain/message-budget.js";
import { SPENDING_KINDS } from "../domain/post-kind.js";
import type { Db } from "./database.js";
import { dayFromColumn } from "./days.js";

/** `before`: the post that asks, which does not count itself. Of two claimed at the same instant, the older one goes. */
export async function spendingOf(
  db: Db,
  { personId, since, now, before = null }: { personId: number; since: Date; now: Date; before?: number | null },
): Promise<Spending> {
  // What left at one instant, under one number, was one message.
  const spent = await db.$queryRaw<{ at: Date; counts_on: Date | null }[]>`
    SELECT DISTINCT COALESCE(left_at, settled_at, ${now}::timestamp) AS at, telegram_message_id, counts_on
    FROM outbox
    WHERE person_id = ${personId} AND kind = ANY(${SPENDING_KINDS}::text[]) AND id IS DISTINCT FROM ${before}::int
      AND (state IN ('sent', 'unknown')
        OR (state = 'claimed' AND (left_at IS NOT NULL OR ${before}::int IS NULL OR id < ${before}::int)))
      AND (counts_on >= ${since}::date OR COALESCE(left_at, settled_at, ${now}::timestamp) >= ${since}::timestamp)`;
  const classes = await db.$queryRaw<{ starts_on: Date; ends_on: Date }[]>`
    SELECT c.starts_on, c.ends_on FROM participants q JOIN training_classes c ON c.id = q.class_id
    WHERE q.person_id = ${personId}`;
  return {
    spent: spent.map(({ at, counts_on }) => ({ at, countsOn: counts_on === null ? null : dayFromColumn(counts_on) })),
    classes: classes.map((row) => ({ startsOn: dayFromColumn(row.starts_on), endsOn: dayFromColumn(row.ends_on) })),
  };
}
