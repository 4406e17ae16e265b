// Who has carried out their work plans, so that a letter can say so.
import { hasPartIn, isCompleted } from "../../domain/completion/completion.js";
import { carriesOutPlans } from "../../domain/people/participant-kind.js";
import type { Person } from "../../domain/people/person.js";
import type { Participant } from "../../ports/people/participants.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { Store } from "../../ports.js";

export type Completed =
  | { kind: "completed"; plans: WorkPlan[] }
  /** Not yet, or none are asked of them. */
  | { kind: "unfinished" }
  /** All was accepted when the library came to them by a code: the letter is of those before them. */
  | { kind: "before_them" };

/** The three plans of the library, where all are done and accepted; of somebody who handed over: where they were until then. */
export async function completedBy(store: Store, participant: Participant): Promise<Completed> {
  const { library, leftAt, trainingClass } = participant;
  if (library === null || !isAskedForPlans(participant)) return { kind: "unfinished" };
  const standing = await store.plans.ofLibrary(library.id, trainingClass.cohortId);
  const plans = standing.map((plan) => asTheyKnewIt(plan, leftAt));
  // What was given to them stays theirs, whatever their successor writes.
  if (leftAt !== null && (await store.completion.ofParticipant(participant.id)) !== null) {
    return { kind: "completed", plans };
  }
  const acceptedAt = await acceptedOn(store, plans, leftAt);
  if (acceptedAt === null) return { kind: "unfinished" };
  const changes = await store.handovers.changesOf(participant.person.id, library.id);
  return hasPartIn(acceptedAt, participant, changes) ? { kind: "completed", plans } : { kind: "before_them" };
}

/** Of the people of this plan's library: as which participant each of them gets the letter. */
export async function whoCompleted(
  store: Store,
  { libraryId, cohortId }: Pick<WorkPlan, "libraryId" | "cohortId">,
  people: readonly Person[],
): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  const plans = await store.plans.ofLibrary(libraryId, cohortId);
  if ((await acceptedOn(store, plans, null)) === null) return found;
  for (const { id } of people) {
    const theirs = (await store.participants.ofPerson(id)).find(
      (one) => one.library?.id === libraryId && one.trainingClass.cohortId === cohortId && isAskedForPlans(one),
    );
    if (theirs !== undefined && (await completedBy(store, theirs)).kind === "completed") found.set(id, theirs.id);
  }
  return found;
}

/** Words that a successor wrote are not certified over the name of who left, who did not carry them out: the plan's type stays. */
function asTheyKnewIt(plan: WorkPlan, leftAt: Date | null): WorkPlan {
  const wordedAt = plan.changedAt ?? plan.writtenAt;
  return leftAt !== null && wordedAt !== null && wordedAt > leftAt ? { ...plan, activity: null } : plan;
}

function isAskedForPlans({ admission, kind, flagged }: Participant): boolean {
  return admission === "admitted" && carriesOutPlans({ kind, flagged });
}

/** When the last report that was missing was accepted; null: one is. `asOf`: as it stood then; null: now. */
async function acceptedOn(store: Store, plans: readonly WorkPlan[], asOf: Date | null): Promise<Date | null> {
  // Of nearly everybody who asks something is still open: then reports need not be looked at.
  if (asOf === null && plans.some(({ state }) => state !== "done")) return null;
  const last = await store.reviews.standingsOf(
    plans.map(({ id }) => id),
    asOf ?? undefined,
  );
  const ofPlan = new Map(last.map((one) => [one.planId, one]));
  const completions = plans.map(({ id, type, state }) => {
    const report = ofPlan.get(id);
    return { type, state: asOf === null ? state : (report?.state ?? "unwritten"), standing: report?.standing ?? null };
  });
  if (!isCompleted(completions)) return null;
  const times = last.flatMap(({ reviewedAt }) => (reviewedAt === null ? [] : reviewedAt.getTime()));
  return new Date(Math.max(...times));
}
