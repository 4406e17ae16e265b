// The plans of the one who speaks.
import { type Actor, isKnown } from "../../domain/people/person.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { World } from "../../ports.js";

/** None for somebody who manages no library. */
export async function ownPlans({ store }: Pick<World, "store">, actor: Actor): Promise<WorkPlan[]> {
  return isKnown(actor) ? store.plans.ofPerson(actor.person.id) : [];
}

/** What another library wrote of the same plan before the two were merged. Of a plan that its reader may see. */
export function wordsBesidePlan({ store }: Pick<World, "store">, planId: number): Promise<string[]> {
  return store.merges.wordsMergedInto(planId);
}

/** The name of the colleague who changed a plan last; null where nobody has, or nobody who acts for the library any more. */
export async function nameOfChanger(
  { store }: Pick<World, "store">,
  { changedById, libraryId }: Pick<WorkPlan, "changedById" | "libraryId">,
): Promise<string | null> {
  const managers = (await store.plans.managersOf([libraryId])).map(({ person }) => person);
  const name = managers.find(({ id }) => id === changedById)?.name ?? "";
  return name === "" ? null : name;
}
