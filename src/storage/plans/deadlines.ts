// Extensions of plans' deadlines.
import type { DeadlinesPort } from "../../ports/plans/deadlines.js";
import { dayFromColumn, dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";

export function createDeadlines(db: Db): DeadlinesPort {
  return {
    async factsOf(planId) {
      // Two trainers extending at once: the second must see the first one's day.
      await db.$queryRaw`SELECT id FROM work_plans WHERE id = ${planId} FOR UPDATE`;
      const plan = await db.workPlan.findUnique({
        where: { id: planId },
        include: { trainingClass: true, extensions: { orderBy: { id: "asc" } } },
      });
      if (plan === null) return null;
      return {
        classDueOn: dayFromColumn(plan.trainingClass.plansDueOn),
        extensions: plan.extensions.map(({ until }) => dayFromColumn(until)),
        dueOn: dayFromColumn(plan.dueOn),
      };
    },
    async addExtension({ until, ...extension }, now) {
      const { count } = await db.deadlineExtension.createMany({
        data: [{ ...extension, until: dayToColumn(until), at: now }],
        skipDuplicates: true,
      });
      return count === 1;
    },
    async setDueOn(planId, dueOn) {
      await db.workPlan.update({ where: { id: planId }, data: { dueOn: dayToColumn(dueOn) } });
    },
  };
}
