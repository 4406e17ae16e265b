// Who has carried out their work plans, so that a letter can say so.
import { isCompleted } from "../../domain/completion/completion.js";
import { carriesOutPlans } from "../../domain/people/participant-kind.js";
import type { Person } from "../../domain/people/person.js";
import type { Participant } from "../../ports/people/participants.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { Store } from "../../ports.js";

/** The three plans of the library, where all are done and accepted; null: not yet, or none are asked of them. */
export async function completedPlans(store: Store, participant: Participant): Promise<WorkPlan[] | null> {
  const { library, trainingClass } = participant;
  return library === null || !isAskedForPlans(participant)
    ? null
    : completedOf(store, library.id, trainingClass.cohortId);
}

/** Of the people of this plan's library: as which participant each of them gets the letter. */
export async function whoCompleted(
  store: Store,
  { libraryId, cohortId }: Pick<WorkPlan, "libraryId" | "cohortId">,
  people: readonly Person[],
): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  if ((await completedOf(store, libraryId, cohortId)) === null) return found;
  for (const { id } of people) {
    const theirs = (await store.participants.ofPerson(id)).find(
      (one) => one.library?.id === libraryId && one.trainingClass.cohortId === cohortId && isAskedForPlans(one),
    );
    if (theirs !== undefined) found.set(id, theirs.id);
  }
  return found;
}

function isAskedForPlans({ admission, kind, flagged }: Participant): boolean {
  return admission === "admitted" && carriesOutPlans({ kind, flagged });
}

async function completedOf(store: Store, libraryId: number, cohortId: number): Promise<WorkPlan[] | null> {
  const plans = await store.plans.ofLibrary(libraryId, cohortId);
  // Of nearly everybody who asks something is still open: then reports need not be looked at.
  if (plans.some(({ state }) => state !== "done")) return null;
  const standings = new Map(
    (await store.reviews.standingsOf(plans.map(({ id }) => id))).map(({ planId, standing }) => [planId, standing]),
  );
  return isCompleted(plans.map((plan) => ({ ...plan, standing: standings.get(plan.id) ?? null }))) ? plans : null;
}
