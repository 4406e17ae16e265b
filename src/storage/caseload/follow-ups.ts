// Follow-ups: raised once by their key, resolved or put to rest by what happens.
import type { FollowUpsPort } from "../../ports/people/follow-ups.js";
import { dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";

export function createFollowUps(db: Db): FollowUpsPort {
  return {
    async raise(followUps, now) {
      if (followUps.length === 0) return new Set();
      const rows = followUps.map(({ dealtWith, ...followUp }, place) => ({ ...followUp, ...dealtWith, place }));
      // As one parameter: a class has a hundred and fifty of them, and as many parameters each time take the client longer than the database.
      const raised = await db.$queryRaw<{ key: string }[]>`
        INSERT INTO follow_ups (key, plan_id, trainer_id, reason, due_on, raised_at, resolved_at, resolution, resolved_by_id, rest_until)
        SELECT r.key, r."planId", r."trainerId", r.reason::"FollowUpReason", r."dueOn", ${now}::timestamp,
          CASE WHEN r.resolution IS NOT NULL THEN ${now}::timestamp END, r.resolution::"FollowUpResolution", r."byId", r."restUntil"
        FROM jsonb_to_recordset(${toJsonText(rows)}::jsonb) AS r(key text, "planId" int, "trainerId" int, reason text, "dueOn" date,
          resolution text, "byId" int, "restUntil" date, place int)
        ORDER BY r.place
        ON CONFLICT DO NOTHING RETURNING key`;
      return new Set(raised.map(({ key }) => key));
    },
    async resolveOfPlan(planId, { resolution, byId, note, restUntil, reasons }, now) {
      const { count } = await db.followUp.updateMany({
        where: { planId, resolvedAt: null, ...(reasons !== undefined && { reason: { in: reasons } }) },
        data: {
          resolvedAt: now,
          resolution,
          resolvedById: byId,
          note: note ?? null,
          ...(restUntil !== undefined && { restUntil: dayToColumn(restUntil) }),
        },
      });
      return count;
    },
    async resolveOfThread(threadId, { resolution, byId }, now) {
      await db.followUp.updateMany({
        where: { threadId, resolvedAt: null },
        data: { resolvedAt: now, resolution, resolvedById: byId },
      });
    },
    async resolvePleasOf(personId, now) {
      const isTheirs = { untilAt: null, personId };
      const isOfOthers = { untilAt: null, personId: { not: personId } };
      await db.followUp.updateMany({
        where: {
          ...{ reason: "help", resolvedAt: null },
          OR: [
            { thread: { participant: { personId } } },
            // Answered nowhere, it is the library's: of those who are left, if there are any.
            { threadId: null, plan: { library: { members: { some: isTheirs, none: isOfOthers } } } },
          ],
        },
        data: { resolvedAt: now, resolution: "noted" },
      });
    },
    async noteThread(key, threadId) {
      await db.followUp.updateMany({ where: { key }, data: { threadId } });
    },
    async threadOf(key) {
      return (await db.followUp.findUnique({ where: { key } }))?.threadId ?? null;
    },
    async markAlerted(planIds, now) {
      await db.$executeRaw`
        UPDATE follow_ups SET alerted_at = ${now}::timestamp
        WHERE plan_id = ANY(${planIds}::int[]) AND resolved_at IS NULL AND alerted_at IS NULL`;
    },
  };
}
