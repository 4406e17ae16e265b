// What is spoken about when somebody is reached because of one plan: that plan, and all else of the library that is late.

import { isOverdue } from "../../../domain/plans/deadline.js";
import type { Day } from "../../../domain/time/calendar.js";
import type { PlanCase } from "../../../ports/people/caseloads.js";
import type { Store } from "../../../ports.js";

/** The plan itself first. Nobody is rung up three times for three plans. */
export async function plansAtHand(store: Store, plan: PlanCase, today: Day): Promise<PlanCase[]> {
  const ofLibrary = await store.caseloads.plansOf(null, { libraryIds: [plan.libraryId] });
  const late = ofLibrary.filter(
    ({ planId, cohortId, state, dueOn }) =>
      planId !== plan.planId && cohortId === plan.cohortId && isOverdue(state, dueOn, today),
  );
  return [plan, ...late];
}
