// What made-up people do, many at once: their plans are written, and told of. What follows from it is the use cases' affair.
import type { PlanType } from "../../domain/plans/work-plan.js";
import type { Db } from "../engine/database.js";
import type { SimulatedPerson } from "./enter-wave.js";

/** Three plans of each, as they are written in a class: no message repeats what they say. */
export async function writePlans(
  db: Db,
  people: readonly SimulatedPerson[],
  activity: string,
  now: Date,
): Promise<number[]> {
  const planIds = people.flatMap((person) => Object.values(person.planIds));
  const where = { id: { in: planIds }, state: "unwritten" as const };
  await db.workPlan.updateMany({ where, data: { state: "not_started", activity, writtenAt: now } });
  return planIds;
}

export interface SimulatedReport {
  person: SimulatedPerson;
  plan: PlanType;
  done: boolean;
}

export async function reportPlans(db: Db, reports: readonly SimulatedReport[], now: Date): Promise<number[]> {
  const told = reports.flatMap(({ person, plan, done }) => {
    const planId = person.planIds[plan];
    return planId === undefined ? [] : [{ planId, authorId: person.id, done }];
  });
  const { _count: before } = await db.progressReport.aggregate({ _count: true });
  await db.progressReport.createMany({
    data: told.map(({ planId, authorId, done }, n) => ({
      ...{ planId, authorId, state: done ? "done" : "in_progress", reportedAt: now },
      ...{ number: `S-${before + n + 1}`, updateId: before + n + 1 },
    })),
  });
  for (const done of [false, true]) {
    const ids = told.filter((one) => one.done === done).map(({ planId }) => planId);
    const state = done ? "done" : "in_progress";
    if (ids.length > 0)
      await db.workPlan.updateMany({ where: { id: { in: ids } }, data: { state, lastReportAt: now } });
  }
  const planIds = told.map(({ planId }) => planId);
  const resolved = { resolution: "reported", resolvedAt: now } as const;
  await db.followUp.updateMany({ where: { planId: { in: planIds }, resolvedAt: null }, data: resolved });
  return planIds;
}
