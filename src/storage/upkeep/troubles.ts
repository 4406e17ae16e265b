// What the bot's operators must know, read by index: the job that asks runs every few minutes for years.
import type { PostKind } from "../../domain/messages/post-kind.js";
import { TELEGRAM_AWAY, TELEGRAM_REFUSES } from "../../domain/reports/evidence.js";
import type { TroublesPort, UnknownPost } from "../../ports/upkeep/troubles.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { OTHER_PRIORITIES } from "../queue/claim/claim-posts.js";
import { adminsCovering } from "../reach.js";

/** Of a post o of no announcement. What changes a copy of one has its words in the correction. */
const isForgotten = Prisma.sql`(o.message IS NULL AND o.correction_id IS NULL)`;

export function createTroubles(db: Db): TroublesPort {
  return {
    async late(dueBefore) {
      return db.$queryRaw<{ kind: PostKind; zone: string | null; count: number; oldestDueAt: Date }[]>`
        SELECT o.kind, p.zone, count(*)::int AS count, min(o.due_at) AS "oldestDueAt"
        FROM outbox o LEFT JOIN people p ON p.id = o.person_id
        WHERE o.state = 'waiting' AND o.priority = ANY(${OTHER_PRIORITIES}::int[]) AND o.due_at < ${dueBefore}::timestamp
          AND (o.not_after IS NULL OR o.not_after > ${dueBefore}::timestamp)
        GROUP BY 1, 2`;
    },

    async stuck(dueBefore) {
      // What was sent is only looked for when something waits too long.
      const [row] = await db.$queryRaw<[{ count: number }]>`
        SELECT CASE WHEN waiting.count = 0 OR EXISTS (
            SELECT 1 FROM announcements a JOIN outbox o ON o.announcement_id = a.id
            WHERE a.state = 'sending' AND o.state = 'sent' AND o.settled_at > ${dueBefore}::timestamp)
          THEN 0 ELSE waiting.count END AS count
        FROM (
          SELECT count(*)::int AS count FROM announcements a JOIN outbox o ON o.announcement_id = a.id
          WHERE a.state = 'sending' AND o.state = 'waiting' AND o.due_at < ${dueBefore}::timestamp
            -- What somebody let go on a moment ago was due before, and nobody is late.
            AND (a.resumed_at IS NULL OR a.resumed_at < ${dueBefore}::timestamp)
        ) AS waiting`;
      return row.count;
    },

    waitingCopies: () => db.evidence.count({ where: { storedAs: null } }),

    // Somebody who blocked the bot is no fault.
    givenUp: (since) =>
      db.outbox.count({
        where: { state: "dead", settledAt: { gt: since }, NOT: { cause: { in: ["blocked", "gone"] } } },
      }),
    parked: (since) => db.inbox.count({ where: { state: "parked", settledAt: { gt: since } } }),
    unknown: (since) =>
      db.outbox.count({ where: { state: "unknown", settledAt: { gt: since }, announcementId: null } }),

    async failingCopies() {
      const causes = await db.evidence.groupBy({
        by: ["copyCause"],
        where: {
          storedAs: null,
          copyCause: { not: null },
          NOT: { copyCause: { in: [TELEGRAM_AWAY, TELEGRAM_REFUSES] } },
        },
        _count: { id: true },
        orderBy: { _count: { id: "desc" } },
      });
      const count = causes.reduce((sum, { _count }) => sum + _count.id, 0);
      return count === 0 ? null : { count, cause: causes[0]?.copyCause ?? "" };
    },

    async unknownPosts(limit) {
      return db.$queryRaw<UnknownPost[]>`
        SELECT o.id, o.kind, COALESCE(p.name, '') AS name, o.settled_at AS "settledAt", ${isForgotten} AS "isForgotten"
        FROM outbox o LEFT JOIN people p ON p.id = o.person_id
        WHERE o.state = 'unknown' AND o.announcement_id IS NULL ORDER BY o.settled_at, o.id LIMIT ${limit}`;
    },

    async settleUnknown(id, decision, now) {
      const data =
        decision === "taken_as_sent"
          ? { state: "sent" as const, cause: "taken as sent", settledAt: now }
          : { state: "waiting" as const, cause: null, settledAt: null, attempts: 0, dueAt: now };
      const where = { id, state: "unknown" as const, announcementId: null };
      if (decision === "send_again") {
        const rows = await db.$queryRaw<
          unknown[]
        >`SELECT 1 FROM outbox o WHERE o.id = ${id} AND o.state = 'unknown' AND ${isForgotten}`;
        if (rows.length > 0) return "forgotten";
      }
      const { count } = await db.outbox.updateMany({ where, data });
      return count === 1 ? "settled" : "settled_before";
    },

    async parkedUpdates(limit) {
      const rows = await db.inbox.findMany({
        where: { state: "parked" },
        orderBy: { arrival: "asc" },
        take: limit,
        select: { updateId: true, cause: true, settledAt: true, receivedAt: true },
      });
      return rows.map(({ updateId, cause, settledAt, receivedAt }) => ({
        updateId: Number(updateId),
        cause: cause ?? "",
        settledAt: settledAt ?? receivedAt,
      }));
    },

    async settleParked(updateId, decision, now) {
      const data =
        decision === "let_go"
          ? { state: "done" as const, payload: Prisma.DbNull, chatId: 0, settledAt: now }
          : { state: "waiting" as const, attempts: 0, settledAt: null };
      const { count } = await db.inbox.updateMany({ where: { updateId, state: "parked" }, data });
      return count === 1;
    },

    async operators() {
      const admins = await adminsCovering(db, [{ regionCode: null, cohortId: null }]);
      return admins.map(({ person }) => person).filter(({ telegramId }) => telegramId !== null);
    },

    async lastAlarmAt(personIds, cause, since) {
      const row = await db.outbox.findFirst({
        where: { personId: { in: personIds }, createdAt: { gt: since }, key: { startsWith: `alarm:${cause}:` } },
        orderBy: { createdAt: "desc" },
        select: { createdAt: true },
      });
      return row?.createdAt ?? null;
    },
  };
}
