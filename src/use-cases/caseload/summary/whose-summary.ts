// Whose page of the day is meant: the page of the person who asks, or of the trainer who does not exist, in what they practise on.
import type { KnownActor } from "../../../domain/people/person.js";
import type { Store } from "../../../ports.js";

export interface SummaryRequest {
  /** Only by name: it stands on no page but that of the practice. */
  practice?: boolean;
}

export interface Whose {
  trainerId: number;
  /** The class that they practise on; null where it is their own. */
  practice: string | null;
}

/** Null where they practise on nothing, or have taken its trainer away. */
export async function whoseSummary(
  store: Store,
  actor: KnownActor,
  { practice }: SummaryRequest,
): Promise<Whose | null> {
  if (practice !== true) return { trainerId: actor.person.id, practice: null };
  const { practiceCohortId = null } = actor;
  const own = practiceCohortId === null ? null : await store.practice.find(practiceCohortId);
  if (own === null) return null;
  const [trainer] = await store.classes.trainersOf(own.trainingClass.id);
  return trainer === undefined ? null : { trainerId: trainer.id, practice: own.trainingClass.name };
}
