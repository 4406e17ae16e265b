// Extensions of plans' deadlines.
import { dayIn } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import type { DeadlinesPort } from "../../ports/plans/deadlines.js";
import { dayFromColumn, dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { pausesOfPlans } from "../people/paused-plans.js";

export function createDeadlines(db: Db): DeadlinesPort {
  return {
    async planIdsOf(classId) {
      const rows = await db.workPlan.findMany({ where: { classId, movedToId: null }, select: { id: true } });
      return rows.map(({ id }) => id);
    },
    async factsOf(planIds) {
      // Two trainers extending at once: the second must see the first one's day. In one order, so that neither waits for the other.
      await db.$queryRaw`SELECT id FROM work_plans WHERE id = ANY(${planIds}::int[]) ORDER BY id FOR UPDATE`;
      const plans = await db.workPlan.findMany({
        where: { id: { in: planIds } },
        include: { trainingClass: true, extensions: { orderBy: { id: "asc" } } },
        orderBy: { id: "asc" },
      });
      const pauses = await pausesOfPlans(db, planIds);
      return plans.map((plan) => ({
        planId: plan.id,
        startsOn: dayFromColumn(plan.trainingClass.startsOn),
        classDueOn: dayFromColumn(plan.trainingClass.plansDueOn),
        extensions: plan.extensions.map(({ until, at }) => ({
          until: dayFromColumn(until),
          givenOn: dayIn(plan.trainingClass.zone as Zone, at),
        })),
        pauses: pauses.get(plan.id) ?? [],
        dueOn: dayFromColumn(plan.dueOn),
      }));
    },
    async addExtensions(planIds, { until, ...extension }, now) {
      const { reason, byId, updateId, actId } = extension;
      await db.$executeRaw`
        INSERT INTO deadline_extensions (plan_id, until, reason, by_id, at, update_id, act_id)
        SELECT p.id, ${dayToColumn(until)}::date, ${reason}, ${byId}::int, ${now}::timestamp, ${updateId}::bigint, ${actId}::int
        FROM unnest(${planIds}::int[]) AS p(id) ON CONFLICT DO NOTHING`;
    },
    async removeExtensions(actId, exceptPlanIds) {
      const rows = await db.$queryRaw<{ planId: number }[]>`
        DELETE FROM deadline_extensions WHERE act_id = ${actId} AND plan_id <> ALL(${exceptPlanIds}::int[])
        RETURNING plan_id AS "planId"`;
      return rows.map(({ planId }) => planId);
    },
    async set(deadlines) {
      await db.$executeRaw`
        UPDATE work_plans wp SET due_on = d."dueOn", paused_until = d."pausedUntil"
        FROM jsonb_to_recordset(${toJsonText(deadlines)}::jsonb) AS d("planId" int, "dueOn" date, "pausedUntil" date)
        WHERE wp.id = d."planId" AND (wp.due_on <> d."dueOn" OR wp.paused_until IS DISTINCT FROM d."pausedUntil")`;
    },
  };
}
