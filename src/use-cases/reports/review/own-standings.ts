// How the last report about each plan of the one who asks stands with its reviewers.
import type { KnownActor } from "../../../domain/people/person.js";
import type { ReviewStanding } from "../../../domain/reports/review.js";
import type { World } from "../../../ports.js";

export async function ownStandings({ store }: World, actor: KnownActor): Promise<Map<number, ReviewStanding>> {
  const plans = await store.plans.ofPerson(actor.person.id);
  const rows = await store.reviews.standingsOf(plans.map(({ id }) => id));
  return new Map(rows.map((row) => [row.planId, row]));
}
