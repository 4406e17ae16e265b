// The plans of the one who asks, and how the last report about each stands with its reviewers.
import type { Actor } from "../../../domain/people/person.js";
import type { ReviewStanding } from "../../../domain/reports/review.js";
import type { WorkPlan } from "../../../ports/plans/work-plans.js";
import type { World } from "../../../ports.js";
import { ownPlans } from "../../plans/own-plans.js";

export async function ownPlansReviewed(
  world: World,
  actor: Actor,
): Promise<{ plans: WorkPlan[]; reviews: Map<number, ReviewStanding> }> {
  const plans = await ownPlans(world, actor);
  const rows = plans.length === 0 ? [] : await world.store.reviews.standingsOf(plans.map(({ id }) => id));
  return { plans, reviews: new Map(rows.map((row) => [row.planId, row])) };
}
