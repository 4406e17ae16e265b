// Somebody who was let in compares their own words for a plan with the library's, and may put them in their place.
import { mayCarryOut } from "../../../../domain/people/permissions.js";
import type { KnownActor } from "../../../../domain/people/person.js";
import type { WorkPlan } from "../../../../ports/plans/work-plans.js";
import type { World } from "../../../../ports.js";
import { endReminders } from "../../../plans/reminders/end-reminders.js";
import { settleDeadlines } from "../../../plans/settle-deadlines.js";

export type FoundEntries =
  | { kind: "found"; own: WorkPlan; ofLibrary: WorkPlan }
  /** It is the library's already. */
  | { kind: "adopted"; plan: WorkPlan }
  | { kind: "not_yours" };

/** `ownId`: the plan kept apart. Only who wrote it and now acts for the library finds it. */
export async function findEntriesApart(
  { store }: Pick<World, "store">,
  actor: KnownActor,
  ownId: number,
): Promise<FoundEntries> {
  const own = await store.plans.find(ownId);
  if (own === null) return { kind: "not_yours" };
  const mine = await store.plans.ofPerson(actor.person.id);
  if (!own.isApart) {
    return mine.some(({ id }) => id === own.id) ? { kind: "adopted", plan: own } : { kind: "not_yours" };
  }
  const managers = (await store.plans.managersOf([own.libraryId])).map(({ person }) => person);
  const ofLibrary = await store.admissions.libraryPlanOf(own.id);
  if (!mayCarryOut(actor, managers) || ofLibrary === null) return { kind: "not_yours" };
  const plan = mine.find(({ id }) => id === ofLibrary);
  return plan === undefined ? { kind: "not_yours" } : { kind: "found", own, ofLibrary: plan };
}

/** Twice is once. */
export async function adoptEntries(world: World, actor: KnownActor, ownId: number): Promise<FoundEntries> {
  return world.transaction(async ({ store }) => {
    await store.people.hold([actor.person.id]);
    const found = await findEntriesApart({ store }, actor, ownId);
    if (found.kind !== "found") return found;
    const now = world.clock.now();
    await store.admissions.adopt(found.own.id, found.ofLibrary.id);
    await settleDeadlines(store, [found.ofLibrary.id]);
    await endReminders(store, found.ofLibrary.id, "adopted", now);
    const subject = `plan:${found.ofLibrary.id}`;
    await store.audit.record({ actorId: actor.person.id, action: "admission.adopt", subject }, now);
    const plan = await store.plans.find(found.ofLibrary.id);
    return plan === null ? { kind: "not_yours" } : { kind: "adopted", plan };
  });
}
