// A correction begins: those who have not got the announcement get its new words or none, and there is a row for each copy that was
// delivered, which the dispatcher takes to Telegram like all that leaves unasked.
import { DELETABLE_MILLISECONDS } from "../../../domain/announcements/correction.js";
import { POST_KINDS } from "../../../domain/messages/post-kind.js";
import type { Correction } from "../../../ports/announcements/corrections.js";
import type { Db } from "../../engine/database.js";
import { Prisma } from "../../generated/client.js";
import { isRecallable } from "../../queue/recall.js";

export const subjectOf = (correctionId: number) => `correction:${correctionId}`;

/** What is on its way has settled by then, or its process has died and it is known to be unknown (delivery/dispatcher.ts). */
const ARRIVED_AFTER_MILLISECONDS = 60_000;

/** The copies that are gone from their chats. */
export function takenBack(announcementId: number): Prisma.Sql {
  return Prisma.sql`
    SELECT d.copy_id FROM outbox d JOIN announcement_corrections k ON k.id = d.correction_id
    WHERE d.subjects @> ARRAY[${`announcement:${announcementId}`}]::text[] AND d.kind = 'announcement_change'
      AND d.state = 'sent' AND k.kind = 'withdraw'`;
}

export async function startCorrection(db: Db, correction: Correction, now: Date): Promise<number> {
  const { id, announcementId, kind, fresh, contentHash } = correction;
  await endEarlier(db, correction, now);
  if (kind === "amend") {
    await db.announcement.update({
      where: { id: announcementId },
      data: { content: { ...fresh! } as object, contentHash },
    });
    // Who approved the new words did so for those as well who get them later.
    await db.$executeRaw`
      UPDATE announcements a SET approver_id = k.approver_id, approved_at = ${now}::timestamp
      FROM announcement_corrections k WHERE a.id = ${announcementId} AND k.id = ${id} AND k.approver_id IS NOT NULL`;
    // All that has not left is read anew: what a process holds in hand, or has just read as a companion, has the old words. It waits
    // for claims that are being made at this moment, and finds them made.
    await db.$executeRaw`
      UPDATE outbox SET state = 'waiting', claimed_by = NULL, lease_until = NULL, fence = fence + 1
      WHERE announcement_id = ${announcementId} AND ${isRecallable}`;
  } else {
    await db.announcement.update({ where: { id: announcementId }, data: { state: "cancelled" } });
    await db.$executeRaw`
      UPDATE outbox SET state = 'cancelled', cause = 'announcement cancelled', settled_at = ${now}::timestamp
      WHERE announcement_id = ${announcementId} AND ${isRecallable}`;
  }
  const oldest = new Date(now.getTime() - DELETABLE_MILLISECONDS);
  const arrived = new Date(now.getTime() + ARRIVED_AFTER_MILLISECONDS);
  // A statement of its own: it sees what has departed while the one above waited.
  return db.$executeRaw`
    INSERT INTO outbox (key, kind, priority, chat_id, person_id, subjects, correction_id, copy_id, due_at, exempt, state, cause,
      settled_at, created_at)
    SELECT concat('correction:', ${id}::int, ':', c.id), 'announcement_change', ${POST_KINDS.announcement_change.priority}::int,
      c.chat_id, c.person_id, ARRAY[${`announcement:${announcementId}`}, ${subjectOf(id)}]::text[], ${id}::int, c.id,
      CASE WHEN c.state = 'claimed' THEN ${arrived}::timestamp ELSE ${now}::timestamp END, true,
      CASE WHEN c.moot IS NULL THEN 'waiting' ELSE 'dead' END::"OutboxState", c.moot,
      CASE WHEN c.moot IS NOT NULL THEN ${now}::timestamp END, ${now}::timestamp
    FROM (
      SELECT o.*, CASE
          WHEN p.erased_at IS NOT NULL OR o.chat_id = 0 THEN 'erased'
          WHEN o.state <> 'claimed' AND o.telegram_message_id IS NULL THEN 'no message id'
          WHEN ${kind} = 'withdraw' AND o.state <> 'claimed' AND coalesce(o.left_at <= ${oldest}::timestamp, true) THEN 'too old'
        END AS moot
      FROM outbox o LEFT JOIN people p ON p.id = o.person_id
      WHERE o.announcement_id = ${announcementId} AND o.state IN ('sent', 'unknown', 'claimed') AND o.id NOT IN (${takenBack(announcementId)})
    ) AS c
    ON CONFLICT (key) DO NOTHING`;
}

/** They would write the words of yesterday over those of today. */
async function endEarlier(db: Db, { id, announcementId, kind }: Correction, now: Date): Promise<void> {
  const earlier = await db.announcementCorrection.findMany({
    where: {
      ...{ announcementId, id: { not: id }, state: { in: ["awaiting", "running"] } },
      // What was taken back stays so; what could not be is corrected.
      ...(kind === "amend" && { kind }),
    },
    select: { id: true },
  });
  const ids = earlier.map((one) => one.id);
  if (ids.length === 0) return;
  await db.announcementCorrection.updateMany({ where: { id: { in: ids } }, data: { state: "overtaken" } });
  await db.$executeRaw`
    UPDATE outbox SET state = 'cancelled', cause = 'overtaken', settled_at = ${now}::timestamp
    WHERE subjects && ${ids.map(subjectOf)}::text[] AND kind IN ('announcement_change', 'approval_request') AND ${isRecallable}`;
}
