// Leaving as one message: what waits beside a post for the same person, and the departure of all of them at once.
import { SPENDING_KINDS } from "../../../domain/messages/post-kind.js";
import { APART, type ClaimedPost, type DeliveryPort } from "../../../ports/queue/delivery.js";
import type { Db } from "../../engine/database.js";
import { Prisma } from "../../generated/client.js";
import { hasOptedOut, isReachable } from "../../reachable.js";
import { type ClaimRow, OPT_OUT, toClaimedPost } from "./claim-posts.js";

/** Of a person p: no pause holds what spends the message budget. */
const isBack = (now: Date) => Prisma.sql`(p.paused_until IS NULL OR p.paused_until <= ${now}::timestamp)`;

/** More than one message can hold. */
const MOST_BESIDE = 20;

export async function waitingBeside(db: Db, post: ClaimedPost, dueBefore: Date, now: Date): Promise<ClaimedPost[]> {
  // The same wish as in the claim: whatever that would refuse does not come along, and is refused there in its turn.
  const rows = await db.$queryRaw<ClaimRow[]>`
    SELECT o.id, o.state::text, o.fence, o.kind, o.chat_id, o.person_id, p.zone, p.language::text, o.announcement_id, o.attempts, o.due_at,
      o.not_after, true AS budgeted, o.counts_on, o.cause, o.message, o.variables, a.content
    FROM outbox o JOIN people p ON p.id = o.person_id LEFT JOIN announcements a ON a.id = o.announcement_id
    WHERE o.chat_id = ${post.chatId}::bigint AND o.state = 'waiting' AND o.person_id = ${post.personId}
      AND o.kind = ANY(${SPENDING_KINDS}::text[]) AND NOT o.exempt AND o.cause IS DISTINCT FROM ${APART}
      AND o.due_at < ${dueBefore}::timestamp AND (o.not_after IS NULL OR o.not_after >= ${now}::timestamp)
      AND (o.announcement_id IS NULL OR a.state = 'sending')
      AND p.telegram_id = o.chat_id AND ${isReachable()} AND NOT ${hasOptedOut(OPT_OUT)} AND ${isBack(now)}
    ORDER BY o.priority, o.due_at, o.id LIMIT ${MOST_BESIDE}`;
  return rows.map(toClaimedPost);
}

export async function departTogether(
  db: Db,
  { lead, beside, worker, leaseSeconds, now }: Parameters<DeliveryPort["departTogether"]>[0],
): Promise<[ClaimedPost, ...ClaimedPost[]] | null> {
  const leaseUntil = new Date(now.getTime() + leaseSeconds * 1000);
  // From waiting to departed at once, so that there is no instant at which a companion is claimed and could be forgotten. The lead
  // first, and nobody waits for a companion's lock: a fact that is just taking it back holds it, and may want the lead's next.
  const left = await db.$queryRaw<{ id: number; fence: number }[]>`
    WITH lead AS (
      UPDATE outbox SET left_at = ${now}::timestamp
      WHERE id = ${lead.id} AND fence = ${lead.fence} AND state = 'claimed' RETURNING id, fence
    ), free AS (
      SELECT o.id FROM outbox o JOIN people p ON p.id = o.person_id LEFT JOIN announcements a ON a.id = o.announcement_id
      WHERE (SELECT count(*) FROM lead) = 1 AND o.state = 'waiting'
        -- As it was read: of one that has got other words since, the old ones must not leave.
        AND (o.id, o.fence) IN (SELECT * FROM unnest(${beside.map(({ id }) => id)}::int[], ${beside.map(({ fence }) => fence)}::int[]))
        AND (o.announcement_id IS NULL OR a.state = 'sending') AND NOT ${hasOptedOut(OPT_OUT)} AND ${isBack(now)}
      FOR UPDATE OF o SKIP LOCKED
    ), joined AS (
      UPDATE outbox o SET state = 'claimed', left_at = ${now}::timestamp, fence = o.fence + 1, claimed_by = ${worker},
        lease_until = ${leaseUntil}::timestamp, due_at = LEAST(o.due_at, ${now}::timestamp)
      FROM free WHERE free.id = o.id RETURNING o.id, o.fence
    )
    SELECT id, fence FROM lead UNION ALL SELECT id, fence FROM joined`;
  if (left.length === 0) return null;
  const fences = new Map(left.map(({ id, fence }) => [id, fence]));
  const companions = beside.flatMap((post) => {
    const fence = fences.get(post.id);
    return fence === undefined ? [] : [{ ...post, fence }];
  });
  return [lead, ...companions];
}
