// The outbox as delivery sees it: claim, settle, judge what was left behind. Every change of a row's state is one statement.
import type { HeldReason } from "../../domain/fates/fate.js";
import { MOST_TRIES, POST_KINDS, type PostKind } from "../../domain/messages/post-kind.js";
import { APART, CHAT_MOVED, type DeliveryPort, type Settlement, SUSPECT } from "../../ports/queue/delivery.js";
import type { Db } from "../engine/database.js";
import { IS_PREPARED } from "../engine/prepared.js";
import { Prisma } from "../generated/client.js";
import { notePutOff } from "../upkeep/held-back.js";
import {
  ANNOUNCEMENT_PRIORITY,
  type ClaimRow,
  claimStatement,
  OTHER_PRIORITIES,
  toClaimedPost,
} from "./claim/claim-posts.js";
import { departTogether, waitingBeside } from "./claim/depart-together.js";
import { withChanges } from "./claim/with-changes.js";
import { forgetPastHolds, holdsNow, holdUntil } from "./holds.js";
import { beat, leave } from "./pace-sharers.js";
import { spendingOf } from "./spending.js";

const RETRIED_KINDS = (Object.keys(POST_KINDS) as PostKind[]).filter((kind) => POST_KINDS[kind].unknown === "retry");

/** A little less than a day: the same hour of the next day is another time. */
const LOOKED_FOR_AGAIN_MILLISECONDS = 20 * 3_600_000;

/** What was longer ago was another trouble; over a weekend and a holiday nothing leaves. */
const LOOKED_BACK_MILLISECONDS = 4 * 24 * 3_600_000;

/** What a row that waits again says, and forgets when it leaves. */
const PUT_OFF: Record<string, HeldReason> = { "quiet hours": "quiet_hours", "message budget": "message_budget" };

/** `noted`: how often the database has been noted, as this program knows it; it claims nothing from one that is behind. */
export function createDelivery(db: Db, noted: () => number = () => 0): DeliveryPort {
  return {
    async claim(wish) {
      const rows = await db.$queryRaw<ClaimRow[]>(claimStatement(wish, noted()));
      const putOff = rows.filter(({ state }) => state === "waiting").map(({ id }) => id);
      if (putOff.length > 0) await notePutOff(db, putOff, "on_pause", wish.now);
      const claimed = rows.filter(({ state }) => state === "claimed").map(toClaimedPost);
      return { claimed: await withChanges(db, claimed, wish.now), refused: rows.length - claimed.length };
    },

    async depart(id, fence, now) {
      // Waits for a fact that is just taking it back, and then finds it gone; a fact that comes later finds that it has left.
      const changed = await db.$executeRaw`${IS_PREPARED}
        UPDATE outbox SET left_at = ${now}::timestamp WHERE id = ${id} AND fence = ${fence} AND state = 'claimed'`;
      return changed === 1;
    },

    spending: ({ personId, id }, since, now) => spendingOf(db, { personId: personId ?? 0, since, now, before: id }),
    waitingBeside: (post, dueBefore, now) => waitingBeside(db, post, dueBefore, now),
    departTogether: (wish) => departTogether(db, wish),

    async settle(id, fence, settlement, now) {
      // The fence: a process that was asleep past its lease wakes up with the number of its old claim and changes nothing.
      const changed = await db.$executeRaw`${IS_PREPARED}
        UPDATE outbox SET ${changes(settlement, now)}, claimed_by = NULL, lease_until = NULL
        WHERE id = ${id} AND fence = ${fence} AND state = 'claimed'`;
      const reason = settlement.state === "waiting" ? PUT_OFF[settlement.cause] : undefined;
      if (changed === 1 && reason !== undefined) await notePutOff(db, [id], reason, now);
      return changed === 1;
    },

    async release(ids, worker) {
      await db.$executeRaw`
        UPDATE outbox SET state = 'waiting', claimed_by = NULL, lease_until = NULL,
          cause = ${unlessNoted(Prisma.sql`'database away'`)}
        WHERE id = ANY(${ids}::int[]) AND state = 'claimed' AND claimed_by = ${worker}`;
    },

    async reclaim({ worker, alone, inHand, now }) {
      await forgetPastHolds(db, now);
      // A process knows what it has in flight itself: its own rows are never judged by a clock that may have been set forward. Of
      // those that it does not know only what has not departed: no request can have been made for it.
      const overdue = alone ? Prisma.empty : Prisma.sql`AND lease_until < ${now}::timestamp`;
      const rows = await db.$queryRaw<{ state: string; count: number }[]>`
        WITH unheard AS (
          UPDATE outbox SET state = 'waiting', claimed_by = NULL, lease_until = NULL
          WHERE state = 'claimed' AND claimed_by = ${worker} AND left_at IS NULL AND id <> ALL(${inHand}::int[])
          RETURNING id
        ), judged AS (
          SELECT id, left_at IS NULL AS kept,
            left_at IS NULL OR (kind = ANY(${RETRIED_KINDS}::text[]) AND attempts + 1 < ${MOST_TRIES}) AS again
          FROM outbox
          WHERE state = 'claimed' AND claimed_by <> ${worker} ${overdue}
          FOR UPDATE SKIP LOCKED
        ), taken AS (
          UPDATE outbox SET state = CASE WHEN again THEN 'waiting' ELSE 'unknown' END::"OutboxState",
            settled_at = CASE WHEN again THEN NULL ELSE ${now}::timestamp END,
            attempts = attempts + CASE WHEN kept THEN 0 ELSE 1 END,
            cause = CASE WHEN kept THEN ${unlessNoted(Prisma.sql`'process died'`)} ELSE 'process died' END, claimed_by = NULL, lease_until = NULL
          FROM judged WHERE outbox.id = judged.id
          RETURNING state
        )
        SELECT state::text, count(*)::int AS count FROM taken GROUP BY state
        UNION ALL SELECT 'lost', count(*)::int FROM unheard`;
      const count = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
      return { unknown: count("unknown"), waiting: count("waiting"), lost: count("lost") };
    },

    hold: (hold, until) => holdUntil(db, hold, until),
    holds: (now) => holdsNow(db, now),

    async markUnreachable(chatId, cause, now) {
      // One statement, so that no crash can leave somebody marked whose messages still wait. The person is locked first, as erasing
      // them does: left to itself, the database would begin with the messages.
      return db.$executeRaw`
        WITH marked AS (
          UPDATE people SET unreachable_since = COALESCE(unreachable_since, ${now}::timestamp),
            unreachable_cause = COALESCE(unreachable_cause, ${cause}::"UnreachableCause")
          WHERE telegram_id = ${chatId}::bigint
          RETURNING id
        )
        UPDATE outbox SET state = 'cancelled', cause = 'unreachable', settled_at = ${now}::timestamp
        WHERE (SELECT count(*) FROM marked) >= 0 AND chat_id = ${chatId}::bigint AND state = 'waiting'`;
    },

    async wasNotFound(chatId, now) {
      // What waits to be tried again judges itself; here count those that were over by then.
      const before = new Date(now.getTime() - LOOKED_FOR_AGAIN_MILLISECONDS);
      const since = new Date(now.getTime() - LOOKED_BACK_MILLISECONDS);
      const [row] = await db.$queryRaw<[{ was: boolean }]>`
        SELECT EXISTS (
          SELECT 1 FROM outbox o WHERE o.chat_id = ${chatId}::bigint AND o.state = 'expired' AND o.cause = ${SUSPECT}
            AND o.settled_at BETWEEN ${since}::timestamp AND ${before}::timestamp AND NOT EXISTS (
              SELECT 1 FROM outbox later
              WHERE later.chat_id = o.chat_id AND later.state = 'sent' AND later.settled_at >= o.settled_at)
        ) AS was`;
      return row.was;
    },

    async moveChat(from, to) {
      await db.$executeRaw`
        WITH moved AS (
          UPDATE people SET telegram_id = ${to}::bigint WHERE telegram_id = ${from}::bigint
          RETURNING id
        )
        UPDATE outbox SET chat_id = ${to}::bigint
        WHERE (SELECT count(*) FROM moved) >= 0 AND chat_id = ${from}::bigint AND state IN ('waiting', 'claimed')`;
    },

    async hasDueFor(chatIds, now) {
      const [row] = await db.$queryRaw<[{ due: boolean }]>`
        SELECT EXISTS (
          SELECT 1 FROM outbox
          WHERE chat_id = ANY(${chatIds}::bigint[]) AND state = 'waiting' AND due_at <= ${now}::timestamp
        ) AS due`;
      return row.due;
    },

    beat: (worker, now, since) => beat(db, worker, now, since),
    leave: (worker) => leave(db, worker),

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

    async backlog(now) {
      const depth = await db.$queryRaw<{ state: string; kind: string; count: number }[]>`
        SELECT state::text, kind, count(*)::int AS count FROM outbox
        WHERE state IN ('waiting', 'claimed', 'unknown') GROUP BY 1, 2 ORDER BY 1, 2`;
      return { depth, oldestDueAt: await oldestDueAt(db, now) };
    },
  };
}

/** One look at the index for each priority, and for each running announcement. */
export async function oldestDueAt(db: Db, now: Date): Promise<Date | null> {
  const [row] = await db.$queryRaw<[{ oldest: Date | null }]>`
    SELECT min(due_at) AS oldest FROM (
      SELECT f.due_at FROM unnest(${OTHER_PRIORITIES}::int[]) AS p(priority), LATERAL (
        SELECT due_at FROM outbox WHERE state = 'waiting' AND outbox.priority = p.priority AND due_at <= ${now}::timestamp
        ORDER BY due_at LIMIT 1) AS f
      UNION ALL
      SELECT f.due_at FROM announcements a, LATERAL (
        SELECT due_at FROM outbox WHERE announcement_id = a.id AND state = 'waiting' AND due_at <= ${now}::timestamp
        ORDER BY due_at LIMIT 1) AS f
      WHERE a.state = 'sending'
    ) AS firsts`;
  return row.oldest;
}

/** Only albums have them: else the column is left alone. */
function moreIds(others: number[] = []): Prisma.Sql {
  return others.length === 0 ? Prisma.empty : Prisma.sql`, more_message_ids = ${others}::bigint[]`;
}

/** What the last try showed of a post stays written while it is only put off, whatever for. */
function waitsBecause({ burnsAttempt, cause }: Extract<Settlement, { state: "waiting" }>): Prisma.Sql {
  if (burnsAttempt || cause === APART || cause === CHAT_MOVED) return Prisma.sql`${cause}`;
  return unlessNoted(Prisma.sql`${cause}`);
}

function unlessNoted(cause: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN outbox.cause IN (${SUSPECT}, ${APART}) THEN outbox.cause ELSE ${cause} END`;
}

function changes(settlement: Settlement, now: Date): Prisma.Sql {
  switch (settlement.state) {
    case "sent":
      return Prisma.sql`state = 'sent', settled_at = ${now}::timestamp, cause = NULL,
        telegram_message_id = ${settlement.messageId}::bigint${moreIds(settlement.others)}`;
    case "waiting":
      return Prisma.sql`state = 'waiting', due_at = COALESCE(${settlement.dueAt ?? null}::timestamp, due_at),
        attempts = attempts + ${settlement.burnsAttempt ? 1 : 0}, cause = ${waitsBecause(settlement)}`;
    default:
      return Prisma.sql`state = ${settlement.state}::"OutboxState", settled_at = ${now}::timestamp, cause = ${settlement.cause}`;
  }
}
