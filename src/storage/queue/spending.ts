// What participants have had of what spends the message budget.
import { groupedBy } from "../../domain/grouped-by.js";
import type { Spending } from "../../domain/messages/message-budget.js";
import { SPENDING_KINDS } from "../../domain/messages/post-kind.js";
import { dayFromColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";

interface Window {
  since: Date;
  now: Date;
  /** The post that asks, which does not count itself. Of two claimed at the same instant, the older one goes. */
  before?: number | null;
}

/** By the index (person_id, created_at): they have some dozens of rows. */
export async function spendingOf(db: Db, { personId, ...window }: Window & { personId: number }): Promise<Spending> {
  const spent = await db.$queryRaw<{ at: Date; counts_on: Date | null }[]>`
    ${spentMessages(Prisma.sql`person_id = ${personId}`, window)}`;
  const classes = await db.$queryRaw<{ starts_on: Date; ends_on: Date }[]>`
    SELECT c.starts_on, c.ends_on FROM participants q JOIN training_classes c ON c.id = q.class_id
    WHERE q.person_id = ${personId}`;
  return {
    spent: spent.map(({ at, counts_on }) => ({ at, countsOn: counts_on === null ? null : dayFromColumn(counts_on) })),
    classes: classes.map((row) => ({ startsOn: dayFromColumn(row.starts_on), endsOn: dayFromColumn(row.ends_on) })),
  };
}

/** The same of many, each looked up by the same index. */
export async function spendingOfMany(
  db: Db,
  { personIds, ...window }: Window & { personIds: number[] },
): Promise<Map<number, Spending>> {
  const theirs = Prisma.sql`person_id = ANY(${personIds}::int[])`;
  const spent = await db.$queryRaw<{ person_id: number; at: Date; counts_on: Date | null }[]>`
    ${spentMessages(theirs, window)}`;
  const classes = await db.$queryRaw<{ person_id: number; starts_on: Date; ends_on: Date }[]>`
    SELECT q.person_id, c.starts_on, c.ends_on FROM participants q JOIN training_classes c ON c.id = q.class_id
    WHERE q.${theirs}`;
  const spentBy = groupedBy(spent, (row) => row.person_id);
  const classesOf = groupedBy(classes, (row) => row.person_id);
  return new Map(
    personIds.map((id) => [
      id,
      {
        spent: (spentBy.get(id) ?? []).map((row) => ({
          at: row.at,
          countsOn: row.counts_on === null ? null : dayFromColumn(row.counts_on),
        })),
        classes: (classesOf.get(id) ?? []).map((row) => ({
          startsOn: dayFromColumn(row.starts_on),
          endsOn: dayFromColumn(row.ends_on),
        })),
      },
    ]),
  );
}

/** A row a message, of one person or of many. What left at one instant, under one number, was one message. */
export function spentMessages(whose: Prisma.Sql, { since, now, before = null }: Window): Prisma.Sql {
  const at = Prisma.sql`COALESCE(left_at, settled_at, ${now}::timestamp)`;
  return Prisma.sql`
    SELECT DISTINCT person_id, ${at} AS at, telegram_message_id, counts_on
    FROM outbox
    WHERE ${whose} AND kind = ANY(${SPENDING_KINDS}::text[]) AND id IS DISTINCT FROM ${before}::int
      AND (state IN ('sent', 'unknown')
        OR (state = 'claimed' AND (left_at IS NOT NULL OR ${before}::int IS NULL OR id < ${before}::int)))
      AND (counts_on >= ${since}::date OR ${at} >= ${since}::timestamp)`;
}
