// How the plans of many people stand, in numbers that add up to all of them.
import type { PlanState } from "../../plans/plan-state.js";
import type { Light } from "../../plans/work-plan.js";

/** done: green, and nothing is left to do; `green` counts only those that go on. */
export type LightCounts = Record<Light | "done", number>;

/** A library's plans are counted once, also where two people manage it. */
export function countLights(
  people: readonly { plans: readonly { planId: number; light: Light; state: PlanState }[] }[],
): LightCounts {
  const counts: LightCounts = { done: 0, green: 0, yellow: 0, red: 0, paused: 0 };
  const plans = new Map(people.flatMap((one) => one.plans.map((plan) => [plan.planId, plan])));
  for (const { state, light } of plans.values()) counts[state === "done" ? "done" : light] += 1;
  return counts;
}
