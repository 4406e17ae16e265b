// A plan, for those who may tell of it: as one of its library, or for it.
import type { KnownActor } from "../../domain/people/person.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { World } from "../../ports.js";
import { type Access, access } from "../access.js";
import { type FillsIn, whoFillsIn } from "./who-fills-in.js";

/** No line of a look: the form that asks about it says in whose name it is filled in. */
export function planToFillIn(
  world: Pick<World, "store" | "clock">,
  actor: KnownActor,
  planId: number,
): Promise<Access<FillsIn & { plan: WorkPlan }>> {
  return access(world, actor, {
    async find() {
      const plan = await world.store.plans.find(planId);
      return plan === null ? null : { plan };
    },
    async may({ plan }) {
      const fillsIn = await whoFillsIn(world, actor, plan);
      return fillsIn ?? false;
    },
  });
}
