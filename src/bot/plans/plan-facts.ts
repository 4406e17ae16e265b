// A plan as texts show it today.

import { lightOf } from "../../domain/plans/work-plan.js";
import type { ReviewStanding } from "../../domain/reports/review.js";
import { dayIn, daysBetween } from "../../domain/time/calendar.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { PlanView } from "../../texts/id/work-plans.js";

export function planView(plan: WorkPlan, now: Date, reviews?: ReadonlyMap<number, ReviewStanding>): PlanView {
  const today = dayIn(plan.trainingClass.zone, now);
  const reviewStanding = reviews?.get(plan.id)?.standing;
  return {
    ...plan,
    ...(reviewStanding !== undefined && { reviewStanding }),
    light: lightOf({ ...plan, classEndsOn: plan.trainingClass.endsOn }, today),
    daysLeft: daysBetween(today, plan.dueOn),
  };
}
