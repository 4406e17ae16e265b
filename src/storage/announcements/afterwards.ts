// What became of an announcement: counted from its posts, never kept; and what may still be done for those it did not reach.
import { emptyTally, ledgerEntry, type RecipientFacts } from "../../domain/announcements/announcement.js";
import type { AnnouncementsPort } from "../../ports/announcements/announcements.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { isRecallable } from "../queue/recall.js";
import { hasOptedOut, isReachable } from "../reachable.js";
import { addForgottenWords } from "./add-words.js";
import { theirPost } from "./afterwards/their-post.js";
import { zoneTable } from "./audiences/who-is-meant.js";

type Afterwards = Pick<
  AnnouncementsPort,
  "cancelWaiting" | "tally" | "nextDueAt" | "resendable" | "requeueFailed" | "unknownOf" | "settleUnknown"
>;

export function afterwards(db: Db): Afterwards {
  return {
    async cancelWaiting(id, now) {
      return db.$executeRaw`
        UPDATE outbox SET state = 'cancelled', cause = 'announcement cancelled', settled_at = ${now}::timestamp
        WHERE announcement_id = ${id} AND ${isRecallable}`;
    },

    async tally(id) {
      const announcement = await db.announcement.findUniqueOrThrow({ where: { id }, select: { state: true } });
      const rows = await db.$queryRaw<(RecipientFacts & { count: number })[]>`
        SELECT r.skipped, o.state::text, o.cause, p.unreachable_cause::text AS "unreachableCause", count(*)::int AS count
        FROM announcement_recipients r
        LEFT JOIN ${theirPost()} ON TRUE
        LEFT JOIN people p ON p.id = r.person_id
        WHERE r.announcement_id = ${id} GROUP BY 1, 2, 3, 4`;
      const tally = emptyTally();
      for (const { count, ...facts } of rows) tally[ledgerEntry(facts, announcement.state)] += count;
      return tally;
    },

    async nextDueAt(id) {
      const row = await db.outbox.findFirst({
        where: { announcementId: id, state: "waiting" },
        orderBy: { dueAt: "asc" },
        select: { dueAt: true },
      });
      return row?.dueAt ?? null;
    },

    async resendable(id) {
      const [row] = await db.$queryRaw<[{ count: number }]>`
        SELECT count(*)::int AS count FROM outbox o JOIN people p ON p.id = o.person_id
        WHERE o.announcement_id = ${id} AND ${isResendable}`;
      return row.count;
    },

    async requeueFailed(id, terms) {
      await addForgottenWords(db, id, terms, surelyFailed);
      return db.$executeRaw`
        WITH ${zoneTable(terms)}
        UPDATE outbox o SET state = 'waiting', chat_id = p.telegram_id, due_at = ${dueAgain}, attempts = 0, cause = NULL,
          settled_at = NULL
        FROM people p LEFT JOIN zone z ON z.zone = p.zone
        WHERE o.announcement_id = ${id} AND p.id = o.person_id AND ${isResendable}`;
    },

    async unknownOf(id, limit) {
      const rows = await db.$queryRaw<{ outboxId: number; name: string }[]>`
        SELECT o.id AS "outboxId", p.name FROM outbox o JOIN people p ON p.id = o.person_id
        WHERE o.announcement_id = ${id} AND o.state = 'unknown' ORDER BY p.name, o.id LIMIT ${limit}`;
      return rows;
    },

    async settleUnknown(id, outboxId, decision, terms, now) {
      const isUnknown = Prisma.sql`o.id = ${outboxId} AND o.announcement_id = ${id} AND o.state = 'unknown'`;
      if (decision === "send_again") await addForgottenWords(db, id, terms, isUnknown);
      const changed = await (decision === "taken_as_sent"
        ? db.$executeRaw`UPDATE outbox o SET state = 'sent', cause = 'taken as sent', settled_at = ${now}::timestamp WHERE ${isUnknown}`
        : db.$executeRaw`
            WITH ${zoneTable(terms)}
            UPDATE outbox o SET state = 'waiting', due_at = ${dueAgain}, attempts = 0, cause = NULL, settled_at = NULL
            FROM people p LEFT JOIN zone z ON z.zone = p.zone WHERE p.id = o.person_id AND ${isUnknown}`);
      return changed === 1;
    },
  };
}

/** It did not arrive, and an admin or its receiver may let it leave once more. */
export const surelyFailed = Prisma.sql`(o.state = 'dead' OR (o.state = 'cancelled' AND o.cause IN ('blocked', 'unreachable')))`;

/** It surely did not arrive, and the person can be reached now: they have come back, or it was not their doing. */
const isResendable = Prisma.sql`${surelyFailed}
  AND ${isReachable()} AND NOT ${hasOptedOut(Prisma.sql`'announcements'`)}`;

/** Somebody whose zone we do not know waits until it is working time everywhere. */
const dueAgain = Prisma.sql`COALESCE(z."dueAt", (SELECT max("dueAt") FROM zone))`;
