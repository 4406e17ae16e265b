// The outbox as delivery sees it: claim, settle, judge what was left behind. Every change of a row's state is one statement.
import { POST_KINDS, type PostKind } from "../domain/post-kind.js";
import {
  BULK_FROM_PRIORITY,
  type ClaimedPost,
  type DeliveryPort,
  MOST_TRIES,
  type Settlement,
} from "../ports/delivery.js";
import type { Db } from "./database.js";
import { Prisma } from "./generated/client.js";
import { blockLane, forgetPastBlocks, laneBlocks } from "./lane-blocks.js";
import { readPostContent } from "./post-content.js";

const KINDS = Object.entries(POST_KINDS) as [PostKind, (typeof POST_KINDS)[PostKind]][];
const ANNOUNCEMENT_PRIORITY = POST_KINDS.announcement.priority;
const OTHER_PRIORITIES = [...new Set(KINDS.map(([, { priority }]) => priority))].filter(
  (priority) => priority !== ANNOUNCEMENT_PRIORITY,
);
const OPT_OUTS = JSON.stringify(Object.fromEntries(KINDS.map(([kind, { optOut }]) => [kind, optOut])));
const RETRIED_KINDS = KINDS.filter(([, { unknown }]) => unknown === "retry").map(([kind]) => kind);

/** Looked at beyond the limit, so that a claim whose first candidates are locked by another process still finds some. */
const SPARE_CANDIDATES = 8;

export function createDelivery(db: Db): DeliveryPort {
  return {
    async claim(wish) {
      const rows = await db.$queryRaw<ClaimRow[]>(claimStatement(wish));
      const claimed = rows.filter(({ state }) => state === "claimed").map(toClaimedPost);
      return { claimed, refused: rows.length - claimed.length };
    },

    async settle(id, fence, settlement, now) {
      // The fence: a process that was asleep past its lease wakes up with an old number and changes nothing.
      const changed = await db.$executeRaw`
        UPDATE outbox SET ${changes(settlement, now)}, claimed_by = NULL, lease_until = NULL
        WHERE id = ${id} AND fence = ${fence} AND state = 'claimed'`;
      return changed === 1;
    },

    async reclaim({ worker, alone, now }) {
      await forgetPastBlocks(db, now);
      // A process knows what it has in flight itself: its own rows are never judged by a clock that may have been set forward.
      const overdue = alone ? Prisma.empty : Prisma.sql`AND lease_until < ${now}::timestamp`;
      const rows = await db.$queryRaw<{ state: string; count: number }[]>`
        WITH judged AS (
          SELECT id, kind = ANY(${RETRIED_KINDS}::text[]) AND attempts + 1 < ${MOST_TRIES} AS again FROM outbox
          WHERE state = 'claimed' AND claimed_by <> ${worker} ${overdue}
          FOR UPDATE SKIP LOCKED
        ), taken AS (
          UPDATE outbox SET state = CASE WHEN again THEN 'waiting' ELSE 'unknown' END::"OutboxState",
            settled_at = CASE WHEN again THEN NULL ELSE ${now}::timestamp END,
            attempts = attempts + 1, cause = 'process died', claimed_by = NULL, lease_until = NULL
          FROM judged WHERE outbox.id = judged.id
          RETURNING state
        )
        SELECT state::text, count(*)::int AS count FROM taken GROUP BY state`;
      const count = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
      return { unknown: count("unknown"), waiting: count("waiting") };
    },

    blockLane: (lane, until) => blockLane(db, lane, until),
    laneBlocks: (now) => laneBlocks(db, now),

    async markUnreachable(chatId, cause, now) {
      // One statement, so that no crash can leave somebody marked whose messages still wait.
      return db.$executeRaw`
        WITH marked AS (
          UPDATE people SET unreachable_since = ${now}::timestamp, unreachable_cause = ${cause}::"UnreachableCause"
          WHERE telegram_id = ${chatId}::bigint AND unreachable_since IS NULL
        )
        UPDATE outbox SET state = 'cancelled', cause = 'unreachable', settled_at = ${now}::timestamp
        WHERE chat_id = ${chatId}::bigint AND state = 'waiting'`;
    },

    async moveChat(from, to) {
      await db.$executeRaw`
        WITH moved AS (
          UPDATE people SET telegram_id = ${to}::bigint WHERE telegram_id = ${from}::bigint
        )
        UPDATE outbox SET chat_id = ${to}::bigint WHERE chat_id = ${from}::bigint AND state IN ('waiting', 'claimed')`;
    },

    async hasDueFor(chatIds, now) {
      const [row] = await db.$queryRaw<[{ due: boolean }]>`
        SELECT EXISTS (
          SELECT 1 FROM outbox
          WHERE chat_id = ANY(${chatIds}::bigint[]) AND state = 'waiting' AND due_at <= ${now}::timestamp
        ) AS due`;
      return row.due;
    },

    async nextDueAt(now) {
      const [row] = await db.$queryRaw<[{ next: Date | null }]>`
        SELECT LEAST(
          (SELECT min(n.due_at) FROM unnest(${[...OTHER_PRIORITIES, ANNOUNCEMENT_PRIORITY]}::int[]) AS p(priority), LATERAL (
            SELECT due_at FROM outbox WHERE state = 'waiting' AND outbox.priority = p.priority AND due_at > ${now}::timestamp
            ORDER BY due_at LIMIT 1) AS n),
          (SELECT min(blocked_until) FROM lane_blocks WHERE blocked_until > ${now}::timestamp)
        ) AS next`;
      return row.next ?? undefined;
    },

    async counts() {
      return db.$queryRaw<{ state: string; kind: string; count: number }[]>`
        SELECT state::text, kind, count(*)::int AS count FROM outbox GROUP BY 1, 2 ORDER BY 1, 2`;
    },

    async uncertain(limit) {
      const rows = await db.outbox.findMany({
        where: { state: "unknown" },
        orderBy: { settledAt: "desc" },
        take: limit,
      });
      return rows.map(({ id, key, kind, personId, announcementId, settledAt, cause }) => ({
        id,
        key,
        kind: kind as PostKind,
        personId,
        announcementId,
        settledAt: settledAt!,
        cause: cause ?? "",
      }));
    },
  };
}

/**
 * The claim. It is committed before the request is written to the wire: the other way round a crash in between would leave a row
 * that looks unsent although it was sent, and it would be sent twice. So "claimed" means: may be in flight.
 *
 * Its cost does not grow with the backlog: for each priority the index (state, priority, due_at, id) gives the first few rows that
 * are due, and for each running announcement (announcement_id, state, due_at, id) does. A paused announcement is not looked at.
 */
function claimStatement(wish: Parameters<DeliveryPort["claim"]>[0]): Prisma.Sql {
  const { worker, limit, restingChats } = wish;
  const now = Prisma.sql`${wish.now}::timestamp`;
  const leaseUntil = new Date(wish.now.getTime() + wish.leaseSeconds * 1000);
  const dueAndFree = Prisma.sql`o.state = 'waiting' AND o.due_at <= ${now} AND o.chat_id NOT IN (SELECT chat_id FROM silent)
    ORDER BY o.due_at, o.id LIMIT ${limit + SPARE_CANDIDATES}`;
  return Prisma.sql`
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
      WHERE p.priority < ${BULK_FROM_PRIORITY} OR NOT EXISTS (SELECT 1 FROM blocked WHERE lane = 'bulk')
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
      SELECT o.id, f.priority, f.due_at FROM outbox o JOIN first_of_chat f ON f.id = o.id
      WHERE o.state = 'waiting'
      ORDER BY f.priority, f.due_at, f.id
      LIMIT ${limit}
      FOR UPDATE OF o SKIP LOCKED
    ), judged AS (
      -- The wish is looked at once more: what was right when it was posted may have lost its point since.
      SELECT o.id, p.zone, p.telegram_id AS account, CASE
          WHEN o.not_after < ${now} THEN 'too late'
          WHEN p.erased_at IS NOT NULL THEN 'erased'
          WHEN p.telegram_id IS NULL AND p.id IS NOT NULL THEN 'no account'
          WHEN p.unreachable_since IS NOT NULL THEN 'unreachable'
          WHEN (${OPT_OUTS}::jsonb ->> o.kind) = ANY(p.opted_out) THEN 'opted out'
        END AS refusal
      FROM taken JOIN outbox o ON o.id = taken.id LEFT JOIN people p ON p.id = o.person_id
    ), changed AS (
      UPDATE outbox o SET
        state = CASE WHEN j.refusal IS NULL THEN 'claimed' WHEN j.refusal = 'too late' THEN 'expired' ELSE 'cancelled' END::"OutboxState",
        cause = COALESCE(j.refusal, o.cause),
        -- Whoever has changed accounts since gets it there, and a stranger who now holds the old phone gets nothing.
        chat_id = COALESCE(j.account, o.chat_id),
        fence = o.fence + 1,
        claimed_by = CASE WHEN j.refusal IS NULL THEN ${worker} END,
        lease_until = CASE WHEN j.refusal IS NULL THEN ${leaseUntil}::timestamp END,
        settled_at = CASE WHEN j.refusal IS NOT NULL THEN ${now} END
      FROM judged j WHERE j.id = o.id
      RETURNING o.*, j.zone
    )
    SELECT changed.id, changed.state::text, changed.fence, changed.kind, changed.chat_id, changed.person_id, changed.zone,
      changed.announcement_id, changed.attempts, changed.due_at, changed.not_after, changed.message, changed.variables, a.content
    FROM changed LEFT JOIN announcements a ON a.id = changed.announcement_id
    ORDER BY changed.priority, changed.due_at, changed.id`;
}

function changes(settlement: Settlement, now: Date): Prisma.Sql {
  switch (settlement.state) {
    case "sent":
      return Prisma.sql`state = 'sent', settled_at = ${now}::timestamp, cause = NULL,
        telegram_message_id = ${settlement.messageId}::bigint`;
    case "waiting":
      return Prisma.sql`state = 'waiting', due_at = COALESCE(${settlement.dueAt ?? null}::timestamp, due_at),
        attempts = attempts + ${settlement.burnsAttempt ? 1 : 0}, cause = ${settlement.cause}`;
    default:
      return Prisma.sql`state = ${settlement.state}::"OutboxState", settled_at = ${now}::timestamp, cause = ${settlement.cause}`;
  }
}

interface ClaimRow {
  id: number;
  state: string;
  fence: number;
  kind: string;
  chat_id: bigint;
  person_id: number | null;
  zone: string | null;
  announcement_id: number | null;
  attempts: number;
  due_at: Date;
  not_after: Date | null;
  message: unknown;
  variables: unknown;
  content: unknown;
}

function toClaimedPost(row: ClaimRow): ClaimedPost {
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
    content: readPostContent(row),
  };
}
