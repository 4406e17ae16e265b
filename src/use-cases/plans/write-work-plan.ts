// A library tells one of its plans, in words or as a photo of the paper form.

import type { KnownActor } from "../../domain/people/person.js";
import { fieldsThatDiffer, NO_WORDS, type PlanWords, wordsOf, wouldLoseWords } from "../../domain/plans/plan-words.js";
import { isWritten } from "../../domain/plans/work-plan.js";
import type { Day } from "../../domain/time/calendar.js";
import type { World } from "../../ports.js";
import { endReminders } from "./reminders/end-reminders.js";
import { whoFillsIn } from "./who-fills-in.js";

export interface WriteWorkPlanInput {
  planId: number;
  activity: string;
  targetOn: Day | null;
  measure: string | null;
  partner: string | null;
  /** What its author saw there when they began; null: nothing. Missing: whatever stands there may be written over. */
  seen?: PlanWords | null;
}

export type WriteWorkPlanOutcome =
  | { kind: "written" }
  | { kind: "not_yours" }
  /** A colleague wrote something else since: anyone who has read that may say so with these words as seen. */
  | { kind: "changed_meanwhile"; now: PlanWords };

/** Written again it is changed; what was reported about it stays. Twice is once. */
export async function writeWorkPlan(
  world: World,
  actor: KnownActor,
  { planId, seen, ...words }: WriteWorkPlanInput,
): Promise<WriteWorkPlanOutcome> {
  const now = world.clock.now();
  const byId = actor.person.id;
  return world.transaction(async (inside) => {
    const { store } = inside;
    const plan = await store.plans.lock(planId);
    if (plan === null) return { kind: "not_yours" };
    const fillsIn = await whoFillsIn(inside, actor, plan);
    if (fillsIn === null) return { kind: "not_yours" };
    const standing = wordsOf(plan);
    const isOthers = plan.changedById !== byId;
    // The plan is locked, so of two who save at the same instant the second sees the first's.
    if (seen !== undefined && isOthers && wouldLoseWords({ seen: seen ?? NO_WORDS, now: standing, next: words })) {
      return { kind: "changed_meanwhile", now: standing };
    }
    const state = isWritten(plan.state) ? plan.state : "not_started";
    const isSaid = state === plan.state && fieldsThatDiffer(standing, words).length === 0;
    if (!isSaid && fillsIn.standsIn) {
      await store.audit.record({ actorId: byId, action: "plan.stand-in", subject: `plan:${plan.id}` }, now);
    }
    if (!isSaid) await store.plans.write(plan.id, { ...words, state }, { byId, onBehalf: fillsIn.standsIn }, now);
    await endReminders(store, plan.id, "written", now);
    return { kind: "written" };
  });
}
