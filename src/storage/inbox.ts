// The inbox as a table: written before Telegram is told that we have it, worked off per chat in order.
import type { ClaimedUpdate, InboxPort } from "../ports/inbox.js";
import type { Db } from "./database.js";
import { Prisma } from "./generated/client.js";
import { toJsonText } from "./json-text.js";

// `attempts` counts how badly it went. A throw is the update's own doing: three park it. Being held by a process that died is
// mostly bad luck (a deploy, a power cut), so it takes twelve of those; but an update that kills whoever handles it must end too.
export const FAILED = 4;
export const ORPHANED = 1;
export const PARKED_FROM = 12;
/** Held by three that died: it may have killed them, so from now on it is handled alone. */
export const SUSPECT_FROM = 3;

export function createInbox(db: Db): InboxPort {
  return {
    async accept(updates, now) {
      if (updates.length === 0) return 0;
      // The same id twice is one row: Telegram repeats what it has no confirmation for, and so does a webhook.
      return db.$executeRaw`
        INSERT INTO inbox (update_id, chat_id, payload, received_at)
        SELECT u.update_id, u.chat_id, u.payload, ${now}::timestamp
        FROM ROWS FROM (
          jsonb_to_recordset(${toJsonText(updates)}::jsonb) AS ("updateId" bigint, "chatId" bigint, payload jsonb)
        ) WITH ORDINALITY AS u(update_id, chat_id, payload, place)
        ORDER BY u.place
        ON CONFLICT (update_id) DO NOTHING`;
    },

    async claim({ worker, limit, leaseSeconds, now }) {
      if (limit <= 0) return [];
      // The order of a chat holds because only its oldest waiting update can be claimed, and only while none of it is claimed. While
      // another worker's claim of the oldest is not committed yet, that row is locked, not gone: the next is still not the oldest.
      // So no two workers ever hold two updates of one chat, and SKIP LOCKED can only skip a whole chat.
      //
      // Looking at the front of the queue alone is enough: the first of a chat there is the chat's oldest. And it is fair, since a
      // chat that floods us leaves the front as soon as its oldest update is claimed.
      const rows = await db.$queryRaw<InboxRow[]>`
        WITH front AS (
          SELECT update_id, chat_id, arrival FROM inbox
          WHERE state = 'waiting' AND chat_id NOT IN (SELECT chat_id FROM inbox WHERE state = 'claimed')
          ORDER BY arrival LIMIT ${limit * 4}
        ), oldest AS (
          SELECT DISTINCT ON (chat_id) update_id, arrival FROM front ORDER BY chat_id, arrival
        ), head AS (
          SELECT i.update_id FROM inbox i JOIN oldest ON oldest.update_id = i.update_id
          WHERE i.state = 'waiting'
          ORDER BY oldest.arrival
          LIMIT ${limit}
          FOR UPDATE OF i SKIP LOCKED
        ), claimed AS (
          UPDATE inbox SET state = 'claimed', claimed_by = ${worker}, lease_until = ${leaseEnd(now, leaseSeconds)}::timestamp
          FROM head WHERE inbox.update_id = head.update_id AND inbox.state = 'waiting'
          RETURNING inbox.update_id, inbox.chat_id, inbox.payload, inbox.attempts, inbox.arrival
        )
        SELECT update_id, chat_id, payload, attempts FROM claimed ORDER BY arrival`;
      return rows.map(toClaimed);
    },

    async renew({ worker, leaseSeconds, now }) {
      await db.$executeRaw`
        UPDATE inbox SET lease_until = ${leaseEnd(now, leaseSeconds)}::timestamp
        WHERE state = 'claimed' AND claimed_by = ${worker}`;
    },

    async settle(updateIds, worker, now) {
      if (updateIds.length === 0) return;
      // What the person wrote has done its work; only the id is kept, against redelivery.
      await db.$executeRaw`
        UPDATE inbox SET state = 'done', payload = NULL, settled_at = ${now}::timestamp, claimed_by = NULL, lease_until = NULL
        WHERE update_id = ANY(${updateIds}::bigint[]) AND state = 'claimed' AND claimed_by = ${worker}`;
    },

    async fail(updateId, worker, cause, now) {
      const rows = await db.$queryRaw<{ state: "waiting" | "parked" }[]>`
        UPDATE inbox SET attempts = attempts + ${FAILED}, cause = ${cause}, claimed_by = NULL, lease_until = NULL,
          state = ${parkedOrWaiting(FAILED)}, settled_at = ${settledIfParked(FAILED, now)}
        WHERE update_id = ${updateId}::bigint AND state = 'claimed' AND claimed_by = ${worker}
        RETURNING state::text`;
      // Taken over by another worker meanwhile: it is waiting as far as this one is concerned.
      return rows[0]?.state ?? "waiting";
    },

    async release(worker, updateIds) {
      const these = updateIds === undefined ? Prisma.empty : Prisma.sql`AND update_id = ANY(${updateIds}::bigint[])`;
      return db.$executeRaw`
        UPDATE inbox SET state = 'waiting', claimed_by = NULL, lease_until = NULL
        WHERE state = 'claimed' AND claimed_by = ${worker} ${these}`;
    },

    async reclaim({ worker, alone, now }) {
      // A process knows what it handles itself, so its own rows are never judged by the lease: a clock that is set forward must
      // not make it handle them twice.
      const overdue = alone ? Prisma.empty : Prisma.sql`AND lease_until < ${now}::timestamp`;
      const rows = await db.$queryRaw<{ state: "waiting" | "parked"; count: number; suspects: number }[]>`
        WITH taken AS (
          UPDATE inbox SET attempts = attempts + ${ORPHANED}, claimed_by = NULL, lease_until = NULL,
            state = ${parkedOrWaiting(ORPHANED)}, settled_at = ${settledIfParked(ORPHANED, now)},
            cause = COALESCE(cause, 'process died')
          WHERE state = 'claimed' AND claimed_by <> ${worker} ${overdue}
          RETURNING state, attempts
        )
        SELECT state::text, count(*)::int AS count, (count(*) FILTER (WHERE attempts >= ${SUSPECT_FROM}))::int AS suspects
        FROM taken GROUP BY state`;
      const of = (state: string) => rows.find((row) => row.state === state);
      return {
        waiting: of("waiting")?.count ?? 0,
        parked: of("parked")?.count ?? 0,
        suspects: of("waiting")?.suspects ?? 0,
      };
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
}

// BigInt ends here: in a Bot API payload it would throw (see ports/inbox.ts; Telegram's ids fit a number exactly).
function toClaimed(row: InboxRow): ClaimedUpdate {
  return {
    updateId: Number(row.update_id),
    chatId: Number(row.chat_id),
    payload: row.payload,
    attempts: row.attempts,
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
