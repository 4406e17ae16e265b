// A library tells one of its plans, in words or as a photo of the paper form.
import type { Day } from "../../domain/calendar.js";
import { mayCarryOut } from "../../domain/permissions.js";
import type { KnownActor } from "../../domain/person.js";
import { isWritten } from "../../domain/work-plan.js";
import type { World } from "../../ports.js";
import { endReminders } from "./end-reminders.js";

export interface WriteWorkPlanInput {
  planId: number;
  activity: string;
  targetOn: Day | null;
  measure: string | null;
  partner: string | null;
}

export type WriteWorkPlanOutcome = { kind: "written" } | { kind: "not_yours" };

/** Written again it is changed; what was reported about it stays. Twice is once. */
export async function writeWorkPlan(
  world: World,
  actor: KnownActor,
  { planId, ...words }: WriteWorkPlanInput,
): Promise<WriteWorkPlanOutcome> {
  const now = world.clock.now();
  return world.store.transaction(async (store) => {
    const plan = await store.plans.lock(planId);
    if (plan === null) return { kind: "not_yours" };
    const managers = (await store.plans.managersOf([plan.libraryId])).map(({ person }) => person);
    if (!mayCarryOut(actor, managers)) return { kind: "not_yours" };
    await store.plans.change(planId, {
      ...words,
      state: isWritten(plan.state) ? plan.state : "not_started",
      writtenAt: plan.writtenAt ?? now,
      changedAt: now,
    });
    await endReminders(store, planId, "written", now);
    return { kind: "written" };
  });
}
