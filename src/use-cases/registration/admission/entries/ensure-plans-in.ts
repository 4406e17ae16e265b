// The three plans of a library in the cohort of a class.
import type { TrainingClass } from "../../../../ports/programme/classes.js";
import type { Store } from "../../../../ports.js";

/** Twice is once. */
export async function ensurePlansIn(store: Store, libraryId: number, trainingClass: TrainingClass): Promise<void> {
  const { id: classId, cohortId } = trainingClass;
  await store.plans.ensurePlans({ libraryId, cohortId, classId });
}
