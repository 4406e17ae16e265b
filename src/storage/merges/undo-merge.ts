// A merge is taken back: each row as it was before, as far as nothing has changed it since.
import { STALE_AFTER_UNDO_HOURS } from "../../domain/merges/merge.js";
import type { Merge } from "../../ports/merges.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { putBack } from "./journal.js";

export async function undoMerge(db: Db, merge: Merge, byId: number, now: Date): Promise<{ accountIsBack: boolean }> {
  const before = merge.kind === "people" ? await accountBefore(db, merge) : null;
  await putBack(db, merge.id);
  const pair = [merge.staysId, merge.goesId];
  if (merge.kind === "people") {
    // An account that somebody else has by now is bound to nobody else.
    await db.$executeRaw`
      UPDATE account_bindings b SET unbound_at = ${now}::timestamp FROM people p
      WHERE p.id = b.person_id AND p.id = ANY(${pair}::int[]) AND b.unbound_at IS NULL AND b.telegram_id IS DISTINCT FROM p.telegram_id`;
    // Both have heard of it since, or it has lost its point: it waited while it was nobody's.
    await db.$executeRaw`
      UPDATE outbox o SET state = 'cancelled', cause = 'merge undone', settled_at = ${now}::timestamp
      WHERE o.person_id = ${merge.goesId} AND o.state = 'waiting'
        AND o.due_at < ${new Date(now.getTime() - STALE_AFTER_UNDO_HOURS * 3_600_000)}::timestamp AND ${merge.at}::timestamp < ${new Date(now.getTime() - STALE_AFTER_UNDO_HOURS * 3_600_000)}::timestamp`;
  }
  await db.mergeChange.deleteMany({ where: { mergeId: merge.id } });
  await db.merge.update({ where: { id: merge.id }, data: { undoneAt: now, undoneById: byId } });
  if (merge.kind !== "people") return { accountIsBack: true };
  const goes = await db.person.findUniqueOrThrow({ where: { id: merge.goesId } });
  return { accountIsBack: before === null || goes.telegramId === before };
}

async function accountBefore(db: Db, { id, goesId }: Merge): Promise<bigint | null> {
  const [row] = await db.$queryRaw<{ telegramId: bigint | null }[]>(Prisma.sql`
    SELECT (before ->> 'telegram_id')::bigint AS "telegramId" FROM merge_changes
    WHERE merge_id = ${id}::int AND table_name = 'people' AND key = jsonb_build_object('id', ${goesId}::int) AND before ? 'telegram_id'`);
  return row?.telegramId ?? null;
}
