// Libraries that are handed over to somebody else.
import type { HandoversPort } from "../../ports/handovers.js";
import type { Db } from "../engine/database.js";
import type { Prisma } from "../generated/client.js";

/** What people write about a plan; a correction of a report is its author's alone. */
const BROUGHT = ["plan", "report"];

export function createHandovers(db: Db): HandoversPort {
  const works = (now: Date): Prisma.HandoverWhereInput => ({ usedAt: null, cancelledAt: null, expiresAt: { gt: now } });
  return {
    async givenAwayBy(personId) {
      const last = await db.handover.findFirst({
        where: { usedAt: { not: null }, participant: { personId, leftAt: { not: null } } },
        orderBy: { usedAt: "desc" },
        select: { participant: { select: { library: { select: { name: true } } } } },
      });
      return last?.participant.library?.name ?? null;
    },
    async changesOf(personId, libraryId) {
      const isTheirs = [{ takenById: personId }, { participant: { personId } }];
      const rows = await db.handover.findMany({
        where: { usedAt: { not: null }, participant: { libraryId }, OR: isTheirs },
        orderBy: { usedAt: "asc" },
      });
      return rows.flatMap(({ usedAt, takenById }) =>
        usedAt === null ? [] : { at: usedAt, came: takenById === personId },
      );
    },
    find: (code) => db.handover.findUnique({ where: { code } }),
    openOf: (participantId, now) =>
      db.handover.findFirst({ where: { participantId, ...works(now) }, orderBy: { createdAt: "desc" } }),
    async offer(handover, now) {
      await db.handover.create({ data: { ...handover, createdAt: now } });
    },
    async cancel(participantId, now) {
      const { count } = await db.handover.updateMany({
        where: { participantId, ...works(now) },
        data: { cancelledAt: now },
      });
      return count > 0;
    },
    async use(code, personId, now) {
      const { count } = await db.handover.updateMany({
        where: { code, ...works(now) },
        data: { usedAt: now, takenById: personId },
      });
      return count > 0;
    },
    async leave(participantId, now) {
      await db.participant.updateMany({ where: { id: participantId, leftAt: null }, data: { leftAt: now } });
    },
    async bringDrafts(planIds, fromAccount, toAccount) {
      const subjects = planIds.map((id) => `plan:${id}`);
      // Which message asks is a number of the old chat.
      await db.$executeRaw`
        UPDATE drafts d SET telegram_id = ${toAccount}::bigint, asked = NULL, nudged_at = NULL
        WHERE d.telegram_id = ${fromAccount}::bigint AND d.result IS NULL AND d.form = ANY(${BROUGHT}::text[])
          AND d.subject = ANY(${subjects}::text[]) AND NOT EXISTS (
            SELECT 1 FROM drafts o WHERE o.telegram_id = ${toAccount}::bigint AND o.form = d.form AND o.subject = d.subject)`;
      await db.draft.deleteMany({
        where: { telegramId: fromAccount, form: { in: BROUGHT }, subject: { in: subjects } },
      });
    },
  };
}
