// The claim: which posts may leave now, taken for one process by one statement.
import { randomInt } from "node:crypto";
import {
  BULK_FROM_PRIORITY,
  DROPPED_ON_PAUSE,
  HELD_ON_PAUSE,
  NO_RIGHT,
  POST_KINDS,
  type PostKind,
  SPENDING_KINDS,
} from "../../../domain/messages/post-kind.js";
import { APART, type ClaimedPost, type DeliveryPort, SUSPECT } from "../../../ports/queue/delivery.js";
import { dayFromColumn } from "../../days.js";
import { WITHOUT_WAITING } from "../../engine/durability.js";
import { IS_PREPARED } from "../../engine/prepared.js";
import { Prisma } from "../../generated/client.js";
import { hasOptedOut, isAway } from "../../reachable.js";
import { IS_HELD, wasPutBackSince } from "../../upkeep/restores.js";
import { lacksRight } from "../may-receive.js";
import { readPostContent } from "../post-content.js";

const KINDS = Object.entries(POST_KINDS) as [PostKind, (typeof POST_KINDS)[PostKind]][];
export const ANNOUNCEMENT_PRIORITY = POST_KINDS.announcement.priority;
export const OTHER_PRIORITIES = [...new Set(KINDS.map(([, { priority }]) => priority))].filter(
  (priority) => priority !== ANNOUNCEMENT_PRIORITY,
);
const OPT_OUTS = JSON.stringify(Object.fromEntries(KINDS.map(([kind, { optOut }]) => [kind, optOut])));

/** What stops a post of the outbox, under the alias o. */
export const OPT_OUT = Prisma.sql`(${OPT_OUTS}::jsonb ->> o.kind)`;

/** Looked at beyond the limit, so that a claim whose first candidates are locked by another process still finds some. */
const SPARE_CANDIDATES = 8;

/** Of the database's integers. */
const LARGEST_FENCE = 2 ** 31;

/**
 * The claim. It is on the disk before the request is written to the wire: the other way round a crash in between would leave a row
 * that looks unsent although it was sent, and it would be sent twice. It need not wait for the disk itself: the departure does, and
 * what it waits for has the claim before it. A claim that a crash of the server takes back has not departed, and cannot any more:
 * its fence is a number that no other claim of the row has, so neither departing nor settling by it changes anything.
 *
 * Its cost does not grow with the backlog: for each priority the index (state, priority, due_at, id) gives the first few rows that
 * are due, and for each running announcement (announcement_id, state, due_at, id) does. A paused announcement is not looked at.
 *
 * `noted`: how often the database had been noted as this program knows it (upkeep/restores.ts). One that was put back since gives nothing.
 */
export function claimStatement(wish: Parameters<DeliveryPort["claim"]>[0], noted: number): Prisma.Sql {
  const { worker, limit, restingChats } = wish;
  const now = Prisma.sql`${wish.now}::timestamp`;
  const leaseUntil = new Date(wish.now.getTime() + wish.leaseSeconds * 1000);
  const dueAndFree = Prisma.sql`o.state = 'waiting' AND o.due_at <= ${now} AND o.chat_id NOT IN (SELECT chat_id FROM silent)
    ORDER BY o.due_at, o.id LIMIT ${literal(limit + SPARE_CANDIDATES)}`;
  return Prisma.sql`${IS_PREPARED}
    WITH blocked AS (
      SELECT lane FROM lane_blocks WHERE blocked_until > ${now}
    ), silent AS (
      -- Chats that are in flight, were written to a moment ago, or must wait because Telegram said so.
      -- In the order of the index: that scan forgets dead entries as it goes, and every message leaves one here. 256 is more than
      -- all processes together have in flight.
      (SELECT chat_id FROM outbox WHERE state = 'claimed' ORDER BY priority, due_at, id LIMIT 256)
      UNION ALL SELECT unnest(${restingChats}::bigint[])
      UNION ALL SELECT substr(lane, 6)::bigint FROM blocked WHERE lane LIKE 'chat:%'
    ), open AS (
      SELECT p.priority FROM unnest(${[...OTHER_PRIORITIES, ANNOUNCEMENT_PRIORITY]}::int[]) AS p(priority)
      WHERE NOT EXISTS (SELECT 1 FROM blocked WHERE lane = 'replies') AND NOT ${wasPutBackSince(noted)}
        AND (p.priority < ${BULK_FROM_PRIORITY} OR NOT (${IS_HELD} OR EXISTS (SELECT 1 FROM blocked WHERE lane = 'bulk')))
    ), candidate AS (
      SELECT c.* FROM open, LATERAL (
        SELECT o.id, o.chat_id, o.priority, o.due_at FROM outbox o
        WHERE o.priority = open.priority AND ${dueAndFree}
      ) AS c WHERE open.priority <> ${ANNOUNCEMENT_PRIORITY}
      UNION ALL
      SELECT c.* FROM open, announcements a, LATERAL (
        SELECT o.id, o.chat_id, o.priority, o.due_at FROM outbox o
        WHERE o.announcement_id = a.id AND ${dueAndFree}
      ) AS c WHERE open.priority = ${ANNOUNCEMENT_PRIORITY} AND a.state = 'sending'
    ), first_of_chat AS (
      -- One of a chat, chosen before locking: skipping a locked row must not let the chat's next one through beside it.
      SELECT DISTINCT ON (chat_id) * FROM candidate ORDER BY chat_id, priority, due_at, id
    ), taken AS (
      -- Row by row in this order, by key, and no more than are wanted: a join would read the whole table while it is small.
      SELECT o.* FROM (SELECT id FROM first_of_chat ORDER BY priority, due_at, id) AS f, LATERAL (
        SELECT * FROM outbox WHERE outbox.id = f.id AND state = 'waiting' FOR UPDATE SKIP LOCKED
      ) AS o
      LIMIT ${literal(limit)}
    ), judged AS (
      -- The wish is looked at once more: what was right when it was posted may have lost its point since.
      SELECT o.id, p.zone, p.language::text AS language, p.telegram_id AS account, CASE
          WHEN o.not_after < ${now} THEN 'too late'
          WHEN p.erased_at IS NOT NULL THEN 'erased'
          WHEN p.telegram_id IS NULL AND p.id IS NOT NULL THEN 'no account'
          WHEN ${isAway()} THEN 'unreachable'
          WHEN ${hasOptedOut(OPT_OUT)} THEN 'opted out'
          WHEN ${lacksRight(wish.now)} THEN ${NO_RIGHT}
          WHEN ${isHeldByPause(wish.now)} AND (o.kind = ANY(${DROPPED_ON_PAUSE}::text[]) OR o.not_after < p.paused_until)
            THEN ${ON_PAUSE}
        END AS refusal, ${isBudgeted} AS budgeted,
        -- A pause puts it off: in place of leaving it waits until then, and is judged again.
        CASE WHEN ${isHeldByPause(wish.now)} THEN p.paused_until END AS put_off_to
      FROM taken o LEFT JOIN people p ON p.id = o.person_id
    ), changed AS (
      UPDATE outbox o SET
        state = CASE WHEN j.refusal IS NULL AND j.put_off_to IS NOT NULL THEN 'waiting' WHEN j.refusal IS NULL THEN 'claimed' WHEN j.refusal = 'too late' THEN 'expired' ELSE 'cancelled' END::"OutboxState",
        cause = COALESCE(j.refusal, CASE WHEN j.put_off_to IS NOT NULL THEN ${ON_PAUSE} END,
          -- That the old account was not found says nothing of the new one.
          CASE WHEN o.cause <> ${SUSPECT} OR COALESCE(j.account, o.chat_id) = o.chat_id THEN o.cause END),
        due_at = CASE WHEN j.refusal IS NULL THEN COALESCE(j.put_off_to, o.due_at) ELSE o.due_at END,
        -- Anyone who has changed accounts since gets it there, and a stranger who now holds the old phone gets nothing.
        chat_id = COALESCE(j.account, o.chat_id),
        fence = ${randomInt(LARGEST_FENCE)},
        left_at = NULL,
        claimed_by = CASE WHEN j.refusal IS NULL AND j.put_off_to IS NULL THEN ${worker} END,
        lease_until = CASE WHEN j.refusal IS NULL AND j.put_off_to IS NULL THEN ${leaseUntil}::timestamp END,
        settled_at = CASE WHEN j.refusal IS NOT NULL THEN ${now} END
      FROM judged j, ${WITHOUT_WAITING} WHERE j.id = o.id
      RETURNING o.*, j.zone, j.language, j.budgeted
    )
    SELECT changed.id, changed.state::text, changed.fence, changed.kind, changed.chat_id, changed.person_id, changed.zone, changed.language,
      changed.announcement_id, changed.attempts, changed.due_at, changed.not_after, changed.budgeted,
      changed.counts_on, changed.cause, changed.message, changed.variables, a.content
    FROM changed LEFT JOIN announcements a ON a.id = changed.announcement_id
    ORDER BY changed.priority, changed.due_at, changed.id`;
}

/** What a post says that waits until its receiver's pause is over, or that was given up because of it. */
export const ON_PAUSE = "pause";

/** Of a post o to a person p: they pause, and it is neither an emergency nor what they asked for. */
function isHeldByPause(now: Date): Prisma.Sql {
  return Prisma.sql`(p.paused_until > ${now}::timestamp AND o.kind = ANY(${HELD_ON_PAUSE}::text[]) AND NOT o.exempt)`;
}

/** Of a row o: the message budget is for participants; anyone who runs the programme is told what they must know. */
const isBudgeted = Prisma.sql`(o.kind = ANY(${SPENDING_KINDS}::text[]) AND NOT o.exempt
  AND EXISTS (SELECT 1 FROM participants q WHERE q.person_id = o.person_id))`;

/** Written into the text, so that the plan that is kept for it knows how few rows are wanted. */
const literal = (count: number) => Prisma.raw(String(Math.trunc(count)));

export interface ClaimRow {
  id: number;
  state: string;
  fence: number;
  kind: string;
  chat_id: bigint;
  person_id: number | null;
  zone: string | null;
  language: string | null;
  announcement_id: number | null;
  attempts: number;
  due_at: Date;
  not_after: Date | null;
  budgeted: boolean;
  counts_on: Date | null;
  cause: string | null;
  message: unknown;
  variables: unknown;
  content: unknown;
}

export function toClaimedPost(row: ClaimRow): ClaimedPost {
  return {
    id: row.id,
    fence: row.fence,
    kind: row.kind as PostKind,
    chatId: Number(row.chat_id),
    personId: row.person_id,
    zone: row.zone,
    announcementId: row.announcement_id,
    attempts: row.attempts,
    dueAt: row.due_at,
    notAfter: row.not_after,
    budgeted: row.budgeted,
    countsOn: row.counts_on === null ? null : dayFromColumn(row.counts_on),
    apart: row.cause === APART,
    suspect: row.cause === SUSPECT,
    content: readPostContent(row),
  };
}
