// "Belum punya": a library says that it has no such plan. That is an answer, and kept as one.
import type { KnownActor } from "../../domain/people/person.js";
import { isWritten } from "../../domain/plans/work-plan.js";
import type { World } from "../../ports.js";
import { endReminders } from "./reminders/end-reminders.js";
import { whoFillsIn } from "./who-fills-in.js";

export type SayNoPlanYetOutcome = { kind: "noted" } | { kind: "written_already" } | { kind: "not_yours" };

/** Twice is once. A plan that was written meanwhile, by somebody else of the library, stays. */
export async function sayNoPlanYet(
  world: World,
  actor: KnownActor,
  { planId }: { planId: number },
): Promise<SayNoPlanYetOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const plan = await store.plans.lock(planId);
    if (plan === null) return { kind: "not_yours" };
    if ((await whoFillsIn(inside, actor, plan)) === null) return { kind: "not_yours" };
    if (isWritten(plan.state)) return { kind: "written_already" };
    await store.plans.change(plan.id, { state: "none_yet", writtenAt: plan.writtenAt ?? now });
    await endReminders(store, plan.id, "none-yet", now);
    return { kind: "noted" };
  });
}
