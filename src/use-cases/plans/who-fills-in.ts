// In whose name somebody may tell of a plan: as one of its library, or for it, where nobody of it can.
import { mayCarryOut, mayStandIn } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { World } from "../../ports.js";

/** own: one of those who act for the library · stand_in: somebody who follows it up · null: it is not theirs. */
export async function whoFillsIn(
  { store }: Pick<World, "store">,
  actor: KnownActor,
  plan: Pick<WorkPlan, "id" | "libraryId" | "isApart">,
): Promise<"own" | "stand_in" | null> {
  const managers = (await store.plans.managersOf([plan.libraryId])).map(({ person }) => person);
  if (mayCarryOut(actor, managers)) return "own";
  // What somebody keeps apart until they are let in is nobody else's.
  if (plan.isApart || actor.roles.length === 0) return null;
  const care = await store.plans.careOf(plan.id);
  return care !== null && mayStandIn(actor, care, managers) ? "stand_in" : null;
}
