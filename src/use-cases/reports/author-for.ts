// Under whose name somebody reads a report: those who act for a library know each other, and not the ones before them.
import { mayCarryOut } from "../../domain/people/permissions.js";
import type { Actor } from "../../domain/people/person.js";
import type { ProgressReport } from "../../ports/plans/reports.js";
import type { World } from "../../ports.js";

/** Null for a colleague who came after its author had gone; what a trainer told for the library stays under the trainer's name. */
export async function authorFor(
  { store }: Pick<World, "store">,
  actor: Actor,
  { libraryId, authorId, authorName, onBehalf }: ProgressReport,
): Promise<string | null> {
  const managers = (await store.plans.managersOf([libraryId])).map(({ person }) => person);
  const isBeforeThem = !onBehalf && mayCarryOut(actor, managers) && managers.every(({ id }) => id !== authorId);
  return isBeforeThem ? null : authorName;
}
