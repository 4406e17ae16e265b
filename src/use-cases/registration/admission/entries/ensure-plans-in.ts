// The three plans of a library in the cohort of a class.
import type { TrainingClass } from "../../../../ports/programme/classes.js";
import type { Store } from "../../../../ports.js";
import { settleDeadlines } from "../../../plans/settle-deadlines.js";

/** Due like those of the others of the class, whom a pause of the place may have given more time by now. Twice is once. */
export async function ensurePlansIn(store: Store, libraryId: number, trainingClass: TrainingClass): Promise<void> {
  const { id: classId, cohortId } = trainingClass;
  await settleDeadlines(store, await store.plans.ensurePlans({ libraryId, cohortId, classId }));
}
