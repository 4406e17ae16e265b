// The inbox as a table: written before Telegram is told that we have it, worked off per chat in order.
import type { ClaimedUpdate, InboxPort } from "../../ports/queue/inbox.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { IS_PREPARED } from "../engine/prepared.js";
import { Prisma } from "../generated/client.js";

// `attempts` counts how badly it went. A throw is the update's own doing: three park it. Being held by a process that died is
// mostly bad luck (a deploy, a power cut), so it takes twelve of those; but an update that kills the one who handles it must end too.
const MOST_FAILURES = 3;
const FAILED = 4;
const ORPHANED = 1;
const PARKED_FROM = MOST_FAILURES * FAILED;
/** Held by three that died: it may have killed them, so from now on it is handled alone. */
const SUSPECT_FROM = 3;

export function createInbox(db: Db): InboxPort {
  return {
    async accept(updates, now) {
      if (updates.length === 0) return 0;
      // The same id twice is one row: Telegram repeats what it has no confirmation for, and so does a webhook.
      return db.$executeRaw`${IS_PREPARED}
        INSERT INTO inbox (update_id, chat_id, payload, received_at, said_at, excess, stranger)
        SELECT u.update_id, u.chat_id, u.payload, ${now}::timestamp, u.said_at, COALESCE(u.excess, false),
          NOT EXISTS (SELECT 1 FROM people WHERE telegram_id = u.chat_id)
        FROM ROWS FROM (
          jsonb_to_recordset(${toJsonText(updates)}::jsonb)
            AS ("updateId" bigint, "chatId" bigint, payload jsonb, "saidAt" timestamp, "isExcess" boolean)
        ) WITH ORDINALITY AS u(update_id, chat_id, payload, said_at, excess, place)
        ORDER BY u.place
        ON CONFLICT (update_id) DO NOTHING`;
    },

    async claim({ worker, limit, strangers = limit, chatsInHand = [], leaseSeconds, now }) {
      if (limit <= 0) return [];
      // The order of a chat holds because only its oldest waiting update can be claimed, and only while none of it is claimed. While
      // another worker's claim of the oldest is not committed yet, that row is locked, not gone: the next is still not the oldest.
      // So no two workers ever hold two updates of one chat, and SKIP LOCKED can only skip a whole chat.
      //
      // The front of each queue, of people we know and of strangers, names the chats; anyone who became known while something of them
      // waited has updates in both. It is fair, since a chat that floods us leaves the front as soon as its oldest update is claimed.
      const rows = await db.$queryRaw<InboxRow[]>`${IS_PREPARED}
        WITH silent AS (
          SELECT chat_id FROM inbox WHERE state = 'claimed'
          UNION ALL SELECT unnest(${chatsInHand}::bigint[])
          UNION ALL SELECT substr(lane, 6)::bigint FROM lane_blocks
          WHERE lane LIKE 'chat:%' AND blocked_until > ${now}::timestamp
        ), front AS (
          (SELECT chat_id, stranger, arrival FROM inbox
          WHERE state = 'waiting' AND NOT stranger AND chat_id NOT IN (SELECT chat_id FROM silent)
          ORDER BY arrival LIMIT ${limit * 4})
          UNION ALL
          (SELECT chat_id, stranger, arrival FROM inbox
          WHERE state = 'waiting' AND stranger AND chat_id NOT IN (SELECT chat_id FROM silent)
          ORDER BY arrival LIMIT ${Math.max(0, Math.min(limit, strangers)) * 4})
        ), chats AS (
          SELECT chat_id, bool_and(stranger) AS stranger, min(arrival) AS arrival FROM front GROUP BY chat_id
          HAVING NOT EXISTS (SELECT 1 FROM lane_blocks WHERE lane = 'replies' AND blocked_until > ${now}::timestamp)
        ), oldest AS (
          SELECT o.update_id, chats.stranger, chats.arrival FROM chats, LATERAL (
            SELECT update_id FROM inbox WHERE inbox.chat_id = chats.chat_id AND state = 'waiting' ORDER BY arrival LIMIT 1
          ) AS o
        ), known AS (
          SELECT i.update_id FROM inbox i JOIN oldest ON oldest.update_id = i.update_id
          WHERE i.state = 'waiting' AND NOT oldest.stranger
          ORDER BY oldest.arrival LIMIT ${limit} FOR UPDATE OF i SKIP LOCKED
        ), strangers AS (
          SELECT i.update_id FROM inbox i JOIN oldest ON oldest.update_id = i.update_id
          WHERE i.state = 'waiting' AND oldest.stranger
          ORDER BY oldest.arrival LIMIT LEAST(${strangers}::int, ${limit}::int - (SELECT count(*) FROM known))
          FOR UPDATE OF i SKIP LOCKED
        ), head AS (
          SELECT update_id FROM known UNION ALL SELECT update_id FROM strangers
        ), claimed AS (
          UPDATE inbox SET state = 'claimed', claimed_by = ${worker}, claimed_at = ${now}::timestamp,
            lease_until = ${leaseEnd(now, leaseSeconds)}::timestamp
          FROM head WHERE inbox.update_id = head.update_id AND inbox.state = 'waiting'
          RETURNING inbox.update_id, inbox.chat_id, inbox.payload, inbox.attempts, inbox.arrival, inbox.received_at,
            inbox.said_at, inbox.excess, inbox.stranger
        )
        SELECT * FROM claimed ORDER BY stranger, arrival`;
      return rows.map(toClaimed);
    },

    async renew({ worker, updateIds, leaseSeconds, now }) {
      // By name, never all that is this worker's: what it was given and does not know of must fall back.
      await db.$executeRaw`
        UPDATE inbox SET lease_until = ${leaseEnd(now, leaseSeconds)}::timestamp
        WHERE update_id = ANY(${updateIds}::bigint[]) AND state = 'claimed' AND claimed_by = ${worker}`;
    },

    async settle(updateIds, worker, now) {
      if (updateIds.length === 0) return;
      // What the person wrote has done its work; only the id is kept, against redelivery, and not whose it was.
      await db.$executeRaw`${IS_PREPARED}
        UPDATE inbox SET state = 'done', payload = NULL, chat_id = 0, settled_at = ${now}::timestamp, claimed_by = NULL, lease_until = NULL
        WHERE update_id = ANY(${updateIds}::bigint[]) AND state = 'claimed' AND claimed_by = ${worker}`;
    },

    async fail(updateId, worker, cause, now) {
      const rows = await db.$queryRaw<{ state: string }[]>`
        WITH failed AS (
          UPDATE inbox SET attempts = attempts + ${FAILED}, cause = ${cause}, lease_until = NULL,
            claimed_by = CASE WHEN attempts + ${FAILED} >= ${PARKED_FROM} THEN claimed_by END,
            state = ${parkedOrWaiting(FAILED)}, settled_at = ${settledIfParked(FAILED, now)}
          WHERE update_id = ${updateId}::bigint AND state = 'claimed' AND claimed_by = ${worker}
          RETURNING state::text
        )
        SELECT state FROM failed
        -- Asked again because the first answer was lost: what this worker has parked says so still.
        UNION ALL SELECT state::text FROM inbox
        WHERE update_id = ${updateId}::bigint AND state = 'parked' AND claimed_by = ${worker}`;
      // Taken over by another worker meanwhile: it is waiting as far as this one is concerned.
      return rows[0]?.state === "parked" ? "parked" : "waiting";
    },

    async release(worker, updateIds) {
      const these = updateIds === undefined ? Prisma.empty : Prisma.sql`AND update_id = ANY(${updateIds}::bigint[])`;
      return db.$executeRaw`
        UPDATE inbox SET state = 'waiting', claimed_by = NULL, lease_until = NULL
        WHERE state = 'claimed' AND claimed_by = ${worker} ${these}`;
    },

    async reclaim({ worker, alone, inHand, now }) {
      // A process knows what it handles itself, so its own rows are never judged by the lease: a clock that is set forward must
      // not make it handle them twice. What it does not know of was claimed by a statement whose answer never arrived.
      const overdue = alone ? Prisma.empty : Prisma.sql`AND lease_until < ${now}::timestamp`;
      const [row] = await db.$queryRaw<[Awaited<ReturnType<InboxPort["reclaim"]>>]>`
        WITH unheard AS (
          UPDATE inbox SET state = 'waiting', claimed_by = NULL, lease_until = NULL
          WHERE state = 'claimed' AND claimed_by = ${worker} AND update_id <> ALL(${inHand}::bigint[])
          RETURNING state
        ), taken AS (
          UPDATE inbox SET attempts = attempts + ${ORPHANED}, claimed_by = NULL, lease_until = NULL,
            state = ${parkedOrWaiting(ORPHANED)}, settled_at = ${settledIfParked(ORPHANED, now)},
            cause = COALESCE(cause, 'process died')
          WHERE state = 'claimed' AND claimed_by <> ${worker} ${overdue}
          RETURNING state, attempts, update_id, chat_id, payload
        )
        SELECT (count(*) FILTER (WHERE state = 'waiting'))::int AS waiting,
          (count(*) FILTER (WHERE state = 'waiting' AND attempts >= ${SUSPECT_FROM}))::int AS suspects,
          (SELECT count(*)::int FROM unheard) AS lost,
          COALESCE(
            jsonb_agg(jsonb_build_object('updateId', update_id, 'chatId', chat_id, 'payload', payload))
              FILTER (WHERE state = 'parked'),
            '[]'
          ) AS parked
        FROM taken`;
      return row;
    },

    async isStuck(since) {
      const [row] = await db.$queryRaw<[{ stuck: boolean }]>`
        SELECT EXISTS (SELECT 1 FROM inbox WHERE state = 'claimed' AND claimed_at < ${since}::timestamp) AS stuck`;
      return row.stuck;
    },

    async purge(before) {
      return db.$executeRaw`DELETE FROM inbox WHERE state = 'done' AND settled_at < ${before}::timestamp`;
    },

    async counts() {
      // One query each, by index: a group by would read all that was ever done.
      const [row] = await db.$queryRaw<[{ waiting: number; claimed: number; parked: number }]>`
        SELECT (SELECT count(*)::int FROM inbox WHERE state = 'waiting') AS waiting,
          (SELECT count(*)::int FROM inbox WHERE state = 'claimed') AS claimed,
          (SELECT count(*)::int FROM inbox WHERE state = 'parked') AS parked`;
      return row;
    },
  };
}

interface InboxRow {
  update_id: bigint;
  chat_id: bigint;
  payload: unknown;
  attempts: number;
  received_at: Date;
  said_at: Date | null;
  excess: boolean;
  stranger: boolean;
}

// BigInt ends here: in a Bot API payload it would throw (see ports/queue/inbox.ts; Telegram's ids fit a number exactly).
function toClaimed(row: InboxRow): ClaimedUpdate {
  return {
    updateId: Number(row.update_id),
    chatId: Number(row.chat_id),
    payload: row.payload,
    attempts: row.attempts,
    receivedAt: row.received_at,
    ...(row.said_at !== null && { saidAt: row.said_at }),
    isExcess: row.excess,
    isStranger: row.stranger,
  };
}

function parkedOrWaiting(weight: number): Prisma.Sql {
  return Prisma.sql`CASE WHEN attempts + ${weight} >= ${PARKED_FROM} THEN 'parked' ELSE 'waiting' END::"InboxState"`;
}

function settledIfParked(weight: number, now: Date): Prisma.Sql {
  return Prisma.sql`CASE WHEN attempts + ${weight} >= ${PARKED_FROM} THEN ${now}::timestamp END`;
}

function leaseEnd(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
