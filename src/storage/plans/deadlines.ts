// Extensions of plans' deadlines.
import type { DeadlinesPort } from "../../ports/plans/deadlines.js";
import { dayFromColumn, dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";

export function createDeadlines(db: Db): DeadlinesPort {
  return {
    async factsOf(planIds) {
      // Two trainers extending at once: the second must see the first one's day. In one order, so that neither waits for the other.
      await db.$queryRaw`SELECT id FROM work_plans WHERE id = ANY(${planIds}::int[]) ORDER BY id FOR UPDATE`;
      const plans = await db.workPlan.findMany({
        where: { id: { in: planIds } },
        include: { trainingClass: true, extensions: { orderBy: { id: "asc" } } },
        orderBy: { id: "asc" },
      });
      return plans.map((plan) => ({
        planId: plan.id,
        classDueOn: dayFromColumn(plan.trainingClass.plansDueOn),
        extensions: plan.extensions.map(({ until }) => dayFromColumn(until)),
        dueOn: dayFromColumn(plan.dueOn),
      }));
    },
    async addExtensions(planIds, { until, ...extension }, now) {
      await db.deadlineExtension.createMany({
        data: planIds.map((planId) => ({ ...extension, planId, until: dayToColumn(until), at: now })),
        skipDuplicates: true,
      });
    },
    async removeExtensions(actId, exceptPlanIds) {
      const rows = await db.$queryRaw<{ planId: number }[]>`
        DELETE FROM deadline_extensions WHERE act_id = ${actId} AND plan_id <> ALL(${exceptPlanIds}::int[])
        RETURNING plan_id AS "planId"`;
      return rows.map(({ planId }) => planId);
    },
    async setDueOn(planIds, dueOn) {
      await db.workPlan.updateMany({ where: { id: { in: planIds } }, data: { dueOn: dayToColumn(dueOn) } });
    },
  };
}
