// Follow-ups: raised once by their key, resolved or put to rest by what happens.
import type { FollowUpsPort } from "../ports/follow-ups.js";
import type { Db } from "./database.js";
import { dayToColumn } from "./days.js";

export function createFollowUps(db: Db): FollowUpsPort {
  return {
    async raise(followUps, now) {
      if (followUps.length === 0) return new Set();
      const raised = await db.followUp.createManyAndReturn({
        data: followUps.map(({ dueOn, ...followUp }) => ({ ...followUp, dueOn: dayToColumn(dueOn), raisedAt: now })),
        skipDuplicates: true,
        select: { key: true },
      });
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
    async restOfPlan(planId, restUntil) {
      await db.followUp.updateMany({
        where: { planId, resolvedAt: null },
        data: { restUntil: dayToColumn(restUntil) },
      });
    },
    async markAlerted(planIds, now) {
      await db.followUp.updateMany({
        where: { planId: { in: planIds }, resolvedAt: null, alertedAt: null },
        data: { alertedAt: now },
      });
    },
  };
}
