// In whose name somebody may tell of a plan: as one of its library, or for it, where nobody of it can.
import { mayCarryOut, mayStandIn } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { LibraryNamed } from "../../domain/plans/work-plan.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { World } from "../../ports.js";

export interface FillsIn {
  /** Not one of those who act for the library, but somebody who follows it up. */
  standsIn: boolean;
  /** All for which one of them acts; of others none. */
  libraries: LibraryNamed[];
}

/** Null: it is not theirs. */
export async function whoFillsIn(
  { store }: Pick<World, "store">,
  actor: KnownActor,
  plan: Pick<WorkPlan, "id" | "isApart"> & LibraryNamed,
): Promise<FillsIn | null> {
  const found = await store.plans.managersOf([plan.libraryId]);
  const managers = found.map(({ person }) => person);
  if (mayCarryOut(actor, managers)) {
    const acting = found.find(({ person }) => person.id === actor.person.id)?.libraries ?? [];
    // What they keep apart until they are let in is one of theirs to them.
    return { standsIn: false, libraries: [plan, ...acting] };
  }
  // What somebody keeps apart until they are let in is nobody else's.
  if (plan.isApart || actor.roles.length === 0) return null;
  const care = await store.plans.careOf(plan.id);
  return care !== null && mayStandIn(actor, care, managers) ? { standsIn: true, libraries: [] } : null;
}
